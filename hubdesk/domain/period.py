"""Charging years and billing periods (charging rules, section 1)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from hubdesk.domain.timeline import ONE_DAY

_YEAR = re.compile(r"(?P<start>[0-9]{4})-(?P<end>[0-9]{2})")
_PART = re.compile(r"(?P<year>[0-9]{4}-[0-9]{2})-(?P<unit>[QM])(?P<number>[0-9]{1,2})")


class YearStart(NamedTuple):
    """The day on which a charging year starts: day 1 to 28 of a month."""

    day: int = 1
    month: int = 4


FIRST_OF_APRIL = YearStart()


class Billing(Enum):
    """How long a hub's billing periods are; the value is the workbook's word."""

    QUARTER = "quarter"
    MONTH = "month"
    YEAR = "year"

    @property
    def per_year(self) -> int:
        return {Billing.QUARTER: 4, Billing.MONTH: 12, Billing.YEAR: 1}[self]


class BadPeriodName(ValueError):
    """The text names no charging year or billing period."""


@dataclass(frozen=True, slots=True, order=True)
class ChargingYear:
    """Twelve months from the hub's year start in the calendar year `starts_in`."""

    starts_in: int
    start: YearStart = FIRST_OF_APRIL

    @property
    def name(self) -> str:
        """As people write it: "2026-27", by the year it starts in."""
        return year_name(self.starts_in)

    @property
    def first(self) -> date:
        return date(self.starts_in, self.start.month, self.start.day)

    @property
    def last(self) -> date:
        return date(self.starts_in + 1, self.start.month, self.start.day) - ONE_DAY

    @property
    def days(self) -> int:
        """Y of the charging rules: 365 or 366."""
        return (self.last - self.first).days + 1

    def periods(self, billing: Billing) -> tuple["Period", ...]:
        """The year's billing periods in order; together they are the year."""
        return tuple(Period(self, billing, number) for number in range(1, billing.per_year + 1))

    def following(self) -> "ChargingYear":
        return ChargingYear(self.starts_in + 1, self.start)

    @classmethod
    def containing(cls, day: date, start: YearStart) -> "ChargingYear":
        """The charging year in which `day` falls."""
        this = cls(day.year, start)
        return this if this.first <= day else cls(day.year - 1, start)


@dataclass(frozen=True, slots=True, order=False)
class Period:
    """The `number`-th billing period, from 1, of a charging year."""

    year: ChargingYear
    billing: Billing
    number: int

    @property
    def name(self) -> str:
        """ "2026-27-Q1", "2026-27-M01" or, for the whole year, "2026-27"."""
        if self.billing is Billing.YEAR:
            return self.year.name
        if self.billing is Billing.QUARTER:
            return f"{self.year.name}-Q{self.number}"
        return f"{self.year.name}-M{self.number:02}"

    @property
    def first(self) -> date:
        return months_on(self.year.first, (self.number - 1) * (12 // self.billing.per_year))

    @property
    def last(self) -> date:
        return months_on(self.year.first, self.number * (12 // self.billing.per_year)) - ONE_DAY

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def up_to(self) -> tuple["Period", ...]:
        """The year's periods of this length up to and with this one."""
        return self.year.periods(self.billing)[: self.number]


def year_name(starts_in: int) -> str:
    """ "2026-27" for 2026, "2099-00" for 2099."""
    return f"{starts_in}-{(starts_in + 1) % 100:02}"


def parse_year(text: str) -> int:
    """The calendar year in which the charging year `text` ("2026-27") starts. Raises BadPeriodName."""
    found = _YEAR.fullmatch(text.strip())
    if not found or (int(found["start"]) + 1) % 100 != int(found["end"]):
        raise BadPeriodName(f"“{text}” is not a charging year such as 2026-27")
    starts_in = int(found["start"])
    if not 1900 <= starts_in <= 9997:
        raise BadPeriodName(f"“{text}” is outside the years 1900-01 to 9997-98")
    return starts_in


def parse_period(text: str, start: YearStart) -> Period:
    """The billing period that `text` names, in years that begin on `start`. Raises BadPeriodName."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return Period(ChargingYear(parse_year(text), start), Billing.YEAR, 1)
    found = _PART.fullmatch(text)
    if not found:
        raise BadPeriodName(f"“{text}” is not a billing period such as 2026-27-Q1, 2026-27-M01 or 2026-27")
    billing = Billing.QUARTER if found["unit"] == "Q" else Billing.MONTH
    number = int(found["number"])
    period = Period(ChargingYear(parse_year(found["year"]), start), billing, number)
    if not 1 <= number <= billing.per_year or period.name != text:
        raise BadPeriodName(f"“{text}” is not a billing period such as 2026-27-Q1, 2026-27-M01 or 2026-27")
    return period


def months_on(day: date, months: int) -> date:
    """The same day `months` later. Raises ValueError where that month has no such day.

    Days 1 to 28 are in every month, which is why a year starts on one.
    """
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, day.day)
