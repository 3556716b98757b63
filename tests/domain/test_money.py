"""Whole pence, the one rounding, and how money and days are said."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.days import common_days, holds, in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.money import percent, pounds, to_penny


@pytest.mark.parametrize(
    ("amount", "pence"),
    [
        ("1/2", 1),
        ("-1/2", -1),
        ("3/2", 2),
        ("5/2", 3),
        ("-5/2", -3),
        ("49/100", 0),
        ("0", 0),
        ("747945/1", 747945),
    ],
)
def test_halves_round_away_from_zero(amount: str, pence: int) -> None:
    assert to_penny(Fraction(amount)) == pence


@given(st.fractions())
def test_rounding_is_to_the_nearest_and_mirrors_credits(amount: Fraction) -> None:
    assert abs(to_penny(amount) - amount) <= Fraction(1, 2)
    assert to_penny(-amount) == -to_penny(amount)


@given(st.integers(-(10**12), 10**12))
def test_pounds_say_every_penny(pence: int) -> None:
    assert int(pounds(pence).replace("£", "").replace(",", "").replace(".", "")) == pence


def test_money_and_days_as_people_read_them() -> None:
    assert pounds(123_450) == "£1,234.50"
    assert pounds(-5) == "-£0.05"
    assert in_words(date(2026, 11, 7)) == "7 November 2026"
    assert percent(Decimal("33.33")) == Fraction(3333, 10_000)


DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 15))
DESKS = st.builds(
    lambda first, last: Desk(RecordId("1"), "D", RecordId("2"), 0, 0, first=first, last=last),
    st.none() | DAYS,
    st.none() | DAYS,
)


@given(DESKS, DESKS, DAYS)
def test_days_in_common_are_those_that_both_hold(one: Desk, other: Desk, day: date) -> None:
    common = common_days(one, other)
    assert (common is not None and common[0] <= day <= common[1]) == (holds(one, day) and holds(other, day))


def test_ids_are_sixteen_hexadecimal_digits_and_new() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(one) == 16 and set(one) <= set("0123456789abcdef") for one in ids)
