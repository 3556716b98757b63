"""What stands in cells: shown, copied, and typed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.hub import Hub
from hubdesk.workflows.tables.kinds import (
    Choice,
    Day,
    Kind,
    Measure,
    Percent,
    Pounds,
    Text,
    Unreadable,
    Whole,
)

HUB, TODAY = Hub.of([]), date(2026, 11, 23)
_WORDS = Choice(lambda _hub: [("shared", 1), ("host pays", 2), ("host shares", 3)])
_FIGURES = st.decimals(-(10**8), 10**8, places=3)

KINDS: list[tuple[Kind, st.SearchStrategy[object]]] = [
    (Text(), st.text("abc 12").map(str.strip).filter(bool)),
    (Pounds(), st.integers(-(10**11), 10**11)),
    (Whole(), st.integers(-(10**9), 10**9)),
    (Measure("m²"), _FIGURES),
    (Percent(), _FIGURES),
    (Day(), st.dates(date(1900, 1, 1), date(2200, 12, 31))),
]


@pytest.mark.parametrize("written", [lambda kind: kind.show, lambda kind: kind.copied])
@pytest.mark.parametrize(("kind", "values"), KINDS, ids=lambda one: type(one).__name__)
def test_what_is_shown_or_copied_is_understood_when_it_is_typed(
    kind: Kind, values: st.SearchStrategy[object], written: Callable[[Kind], Callable[[object], str]]
) -> None:
    @given(values)
    def holds(value: object) -> None:
        typed = kind.read(written(kind)(value), HUB, TODAY)
        assert (typed.value, typed.shown) == (value, kind.show(value))

    holds()


def test_money_has_pence_and_a_real_minus() -> None:
    assert Pounds().show(-123450) == "−1,234.50"
    assert Pounds().copied(-123450) == "-1234.50"
    assert Pounds().say(5) == "£0.05"


def test_figures_round_for_the_eye_only_where_places_are_given() -> None:
    assert Percent(2).show(Decimal("12.345")) == "12.35 %"
    assert Percent(2).show(Decimal("-0.004")) == "0.00 %"
    assert Percent().show(Decimal("12.3450")) == "12.345 %"
    assert Measure("m²", 1).say(Decimal("1234.55")) == "1,234.6 m²"


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (Pounds(), "1.234", "parts of a penny"),
        (Pounds(), "abc", "is not an amount"),
        (Pounds(), "####", "too narrow"),
        (Pounds(), "#REF!", "fault in the spreadsheet"),
        (Whole(), "1.5", "not a whole number"),
        (Day(), "31/02/2026", "is not a day"),
        (_WORDS, "nobody", "none of the words"),
        (_WORDS, "host", "several"),
    ],
)
def test_what_is_not_understood_is_quoted_with_what_to_do(kind: Kind, text: str, said: str) -> None:
    with pytest.raises(Unreadable) as trouble:
        kind.read(text, HUB, TODAY)
    assert said in trouble.value.what
    assert f"“{text}”" in trouble.value.what
    assert trouble.value.remedy


def test_a_choice_is_made_by_its_first_letters() -> None:
    assert _WORDS.read("HOST  pays", HUB, TODAY).value == 2
    typed = _WORDS.read("sh", HUB, TODAY)
    assert (typed.value, typed.shown) == (1, "shared")


def test_per_cent_signs_and_units_may_be_typed() -> None:
    assert Percent().read("12%", HUB, TODAY).value == 12
    assert Measure("m²").read("1,200 m²", HUB, TODAY).value == 1200
