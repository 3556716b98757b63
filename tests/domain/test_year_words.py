"""The start of a charging year, as people type and read it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.period import Billing, YearStart
from hubdesk.domain.year_words import amiss, periods_told, typed_year_start, year_start_words, year_told

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("text", ["1 April", "1 apr", " 01-04 ", "1/4", "1.4", "1st April", "1 / 4"])
def test_the_start_of_a_year_can_be_typed_in_many_ways(text: str) -> None:
    assert typed_year_start(text) == YearStart(1, 4)
    assert amiss(text) == ""


@pytest.mark.parametrize("text", ["", "April", "1", "0/4", "32/1", "1 April 2027", "tomorrow", "1/13"])
def test_what_names_no_day_of_the_year_is_told(text: str) -> None:
    assert typed_year_start(text) is None
    assert f"“{text}” is no day of the year" in amiss(text)


def test_no_year_starts_on_a_day_that_some_month_lacks() -> None:
    assert amiss("29 January") == "A charging year starts on day 1 to 28 of a month, which every month has."


@given(st.integers(1, 28), st.integers(1, 12))
def test_what_is_shown_can_be_typed(day: int, month: int) -> None:
    assert typed_year_start(year_start_words(YearStart(day, month))) == YearStart(day, month)


def test_what_it_comes_to_is_told() -> None:
    start = YearStart(1, 9)
    assert year_told(start, TODAY) == (
        "The charging year 2026-27 runs from 1 September 2026 to 31 August 2027."
    )
    assert periods_told(start, Billing.QUARTER, TODAY) == (
        "2026-27-Q1 runs from 1 September 2026 to 30 November 2026."
    )
    assert periods_told(start, Billing.YEAR, date(2026, 8, 31)) == (
        "2025-26 runs from 1 September 2025 to 31 August 2026."
    )
