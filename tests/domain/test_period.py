"""Charging years and their billing periods: names, days, leap years."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.period import (
    BadPeriodName,
    Billing,
    ChargingYear,
    Period,
    YearStart,
    parse_period,
    parse_year,
)

STARTS = st.builds(YearStart, st.integers(1, 28), st.integers(1, 12))
YEARS = st.builds(ChargingYear, st.integers(1900, 2200), STARTS)
BILLINGS = st.sampled_from(Billing)


def days_of(text: str, start: YearStart = YearStart()) -> tuple[str, str, int]:  # noqa: B008  a named tuple
    period = parse_period(text, start)
    return period.first.isoformat(), period.last.isoformat(), period.days


def test_the_quarters_and_months_of_a_year_from_april() -> None:
    assert days_of("2026-27-Q1") == ("2026-04-01", "2026-06-30", 91)
    assert days_of("2026-27-Q2") == ("2026-07-01", "2026-09-30", 92)
    assert days_of("2026-27-Q3") == ("2026-10-01", "2026-12-31", 92)
    assert days_of("2026-27-Q4") == ("2027-01-01", "2027-03-31", 90)
    assert days_of("2026-27-M01") == ("2026-04-01", "2026-04-30", 30)
    assert days_of("2026-27-M11") == ("2027-02-01", "2027-02-28", 28)
    assert days_of("2026-27-M12") == ("2027-03-01", "2027-03-31", 31)
    assert days_of("2026-27") == ("2026-04-01", "2027-03-31", 365)


def test_the_month_of_february_has_its_leap_day() -> None:
    assert days_of("2027-28-M11") == ("2028-02-01", "2028-02-29", 29)
    assert days_of("2027-28-Q4")[2] == 91
    assert days_of("2027-28")[2] == 366


def test_a_month_that_starts_on_the_28th_ends_the_day_before_the_next_28th() -> None:
    start = YearStart(28, 2)
    assert days_of("2027-28-M01", start) == ("2027-02-28", "2027-03-27", 28)
    assert days_of("2027-28-M12", start) == ("2028-01-28", "2028-02-27", 31)
    assert days_of("2028-29", start) == ("2028-02-28", "2029-02-27", 366)


@given(YEARS, BILLINGS)
def test_the_periods_are_the_year(year: ChargingYear, billing: Billing) -> None:
    periods = year.periods(billing)
    assert len(periods) == billing.per_year
    assert periods[0].first == year.first
    assert periods[-1].last == year.last
    for earlier, later in pairwise(periods):
        assert earlier.last + timedelta(days=1) == later.first
    assert sum(period.days for period in periods) == year.days
    assert year.days in {365, 366}
    assert year.last + timedelta(days=1) == year.following().first


@given(YEARS, BILLINGS, st.data())
def test_a_name_is_read_back(year: ChargingYear, billing: Billing, data: st.DataObject) -> None:
    period = Period(year, billing, data.draw(st.integers(1, billing.per_year)))
    assert parse_period(period.name, year.start) == period
    assert period.up_to() == year.periods(billing)[: period.number]


@given(st.dates(date(1901, 1, 1), date(2200, 1, 1)), STARTS)
def test_a_day_falls_in_one_charging_year(day: date, start: YearStart) -> None:
    year = ChargingYear.containing(day, start)
    assert year.first <= day <= year.last


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-28", "2026-27-Q5", "2026-27-Q0", "2026-27-M13", "2026-27-M1", "2026-27-Q01",
     "2026-27-close", "1899-00", "9998-99", "2026-27-q1", "２０２６-27"],
)  # fmt: skip
def test_other_names_are_no_periods(text: str) -> None:
    with pytest.raises(BadPeriodName):
        parse_period(text, YearStart())


def test_a_century_ends_in_00() -> None:
    assert parse_year("2099-00") == 2099
    assert ChargingYear(2099).name == "2099-00"
