"""Workings in words: every figure told with nothing rounded away."""

from fractions import Fraction

import pytest

from hubdesk.charging.workings import (
    Step,
    Unit,
    Working,
    as_text,
    exactly,
    fact,
    figure,
    formula,
    worked,
)


def of(value: Fraction | int | str, unit: Unit) -> Working:
    return fact("it", Fraction(value), unit)


@pytest.mark.parametrize(
    ("value", "unit", "short", "whole"),
    [
        (747945, Unit.PENCE, "£7,479.45", "£7,479.45"),
        (-5, Unit.PENCE, "-£0.05", "-£0.05"),
        (300000, Unit.PENCE_A_YEAR, "£3,000.00 a year", "£3,000.00 a year"),
        ("54600000/73", Unit.PENCE, "£7,479.452054…", "£7,479.45 and 15/73 of a penny"),
        ("-54600000/73", Unit.PENCE, "-£7,479.452054…", "-£7,479.45 and 15/73 of a penny"),
        ("1/3", Unit.PENCE, "£0.003333…", "£0.00 and 1/3 of a penny"),
        (1, Unit.DAYS, "1 day", "1 day"),
        (91, Unit.DAYS, "91 days", "91 days"),
        ("91/3", Unit.DAYS, "91/3 = 30.333333… days", "91/3 = 30.333333… days"),
        ("12/222", Unit.FRACTION, "2/37 = 0.054054…", "2/37 = 0.054054…"),
        ("2/5", Unit.FRACTION, "2/5 = 0.4", "2/5 = 0.4"),
        (1, Unit.FRACTION, "1", "1"),
        ("5/2", Unit.WEIGHT, "2.5", "2.5"),
        ("-1/10000000", Unit.WEIGHT, "-0…", "-1/10,000,000 = -0…"),
        (155_610_000, Unit.ON_THE_WAY, "£1,556,100.00", "£1,556,100.00"),
        ("-311220001/2", Unit.ON_THE_WAY, "-£1,556,100.005", "-£1,556,100.00 and 1/2 of a penny"),
        ("1000000/1000003", Unit.FRACTION, "0.999997…", "1,000,000/1,000,003 = 0.999997…"),
    ],
)
def test_a_figure_is_told_in_its_unit(value: str, unit: Unit, short: str, whole: str) -> None:
    assert figure(of(value, unit)) == short
    assert exactly(of(value, unit)) == whole


def test_what_six_decimals_do_not_hold_ends_in_dots_and_is_told_exactly() -> None:
    for numerator in range(-40, 41):
        one = of(Fraction(numerator, 7), Unit.PENCE)
        assert ("…" in figure(one)) == (numerator % 7 != 0)
        if numerator % 7:
            pence, part = exactly(one).split(" and ")
            sign = -1 if pence.startswith("-") else 1
            whole = int(pence.lstrip("-£").replace(".", ""))
            assert sign * (whole + Fraction(part.removesuffix(" of a penny"))) == one.value


def test_a_formula_has_the_figures_that_the_step_takes() -> None:
    cost, days = of(24932, Unit.PENCE), of(91, Unit.DAYS)
    assert formula(worked("so", Unit.ON_THE_WAY, Step.PRODUCT, cost, days)) == "£249.32 × 91 days"
    assert formula(worked("so", Unit.PENCE, Step.SUM, cost, of(-5, Unit.PENCE))) == "£249.32 + (-£0.05)"
    assert formula(worked("so", Unit.PENCE, Step.DIFFERENCE, cost, cost)) == "£249.32 − £249.32"
    assert formula(worked("so", Unit.PENCE, Step.SMALLEST, cost, of(1, Unit.PENCE))) == (
        "the smaller of £249.32, £0.01"
    )
    assert formula(cost) == ""


def test_a_long_formula_says_how_much_more_there_is() -> None:
    many = worked("so", Unit.DAYS, Step.SUM, *[of(1, Unit.DAYS)] * 20)
    assert formula(many).endswith(" + 1 day + 8 more")


def test_the_text_has_every_step_under_what_it_leads_to() -> None:
    total = worked("total", Unit.PENCE, Step.SUM, of(2, Unit.PENCE), of(0, Unit.PENCE))
    assert as_text(total) == "total: £0.02, the sum of:\n  it: £0.02\n  it: £0.00"
