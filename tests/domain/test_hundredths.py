"""Figures to a hundredth, as every page and paper says them."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.hundredths import hundredths, in_percent, whole_or_hundredths


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Fraction(1, 800), "0.13 %"),
        (Fraction(-1, 800), "-0.13 %"),
        (Fraction(1, 7), "14.29 %"),
        (Fraction(1), "100.00 %"),
    ],
)
def test_halves_go_away_from_zero(part: Fraction, said: str) -> None:
    assert in_percent(part) == said


def test_a_whole_figure_is_said_as_it_is() -> None:
    assert whole_or_hundredths(Fraction(1204)) == "1,204"
    assert whole_or_hundredths(Fraction(1, 8)) == "0.13"
    assert whole_or_hundredths(Fraction(9, 8)) == "1.13"
    assert hundredths(Fraction(1204)) == "1,204.00"


def test_what_comes_to_nothing_has_no_minus() -> None:
    assert hundredths(Fraction(-1, 1000)) == "0.00"


@settings(max_examples=50, deadline=None)
@given(st.integers(-(10**9), 10**9))
def test_decimals_agree_with_the_rounding_of_money(thousandths: int) -> None:
    exact = Decimal(thousandths).scaleb(-3)
    rounded = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(hundredths(Fraction(thousandths, 1000)).replace(",", "")) == rounded
