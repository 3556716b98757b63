"""Days: first and last, both inclusive, as people type them."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from hubdesk.domain.timeline import ONE_DAY

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_IN_WORDS = re.compile(r"([0-9]{1,2})\s+([A-Za-z]+)\s+([0-9]{4})")


class Dated(Protocol):
    """Whatever holds from a first day (None: always was) to a last day (None: open-ended)."""

    @property
    def first(self) -> date | None: ...

    @property
    def last(self) -> date | None: ...


def holds(record: Dated, day: date) -> bool:
    """Whether `record` is in force on `day`."""
    return (record.first is None or record.first <= day) and (record.last is None or day <= record.last)


def common_days(one: Dated, other: Dated) -> tuple[date, date] | None:
    """The first and last day that both hold, or None. Open ends give date.min and date.max."""
    first = max(one.first or date.min, other.first or date.min)
    last = min(one.last or date.max, other.last or date.max)
    return (first, last) if first <= last else None


def boundaries(records: Iterable[Dated]) -> set[date]:
    """The days on which one of `records` starts to hold, or no longer does."""
    days: set[date] = set()
    for record in records:
        if record.first is not None:
            days.add(record.first)
        if record.last is not None and record.last < date.max:
            days.add(record.last + ONE_DAY)
    return days


def months_on(day: date, months: int) -> date:
    """The same day `months` later, or the last of a month that has no such day; never beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_words(day: date) -> str:
    """`day` as people read it: "7 November 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def from_words(text: str) -> date | None:
    """The day that "7 November 2026" or "7 Nov 2026" names, in any case; None if `text` is not of that form.

    Raises ValueError for a day that is not in the calendar.
    """
    found = _IN_WORDS.fullmatch(text.strip())
    if found is None:
        return None
    day, named, year = found.groups()
    for month, name in enumerate(_MONTHS, start=1):
        if named.capitalize() in (name, name[:3]):
            return date(int(year), month, int(day))
    return None
