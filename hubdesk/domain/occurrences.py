"""On which days a drop-in happens."""

from collections.abc import Iterator
from datetime import date, timedelta

from hubdesk.domain.days import holds
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.timeline import ONE_DAY

WEEKDAYS = tuple(Weekday)
"""Monday first, as `date.weekday` counts them."""
_WEEK = 7


def happens_on(drop_in: DropIn, day: date) -> bool:
    """Whether `drop_in` is there on `day`. A weekly one is there from its first day to its last."""
    if drop_in.weekday is None:
        return drop_in.on == day
    return drop_in.weekday is WEEKDAYS[day.weekday()] and holds(drop_in, day)


def next_occurrence(drop_in: DropIn, since: date) -> date | None:
    """The first day from `since` on, inclusive, on which it happens; None if there is none any more."""
    if drop_in.weekday is None:
        return drop_in.on if drop_in.on is not None and drop_in.on >= since else None
    begins = max(since, drop_in.first or since)
    ordinal = begins.toordinal() + (WEEKDAYS.index(drop_in.weekday) - begins.weekday()) % _WEEK
    if ordinal > date.max.toordinal():
        return None
    day = date.fromordinal(ordinal)
    return day if holds(drop_in, day) else None


def last_occurrence(drop_in: DropIn) -> date | None:
    """The last day on which it happens; None for a weekly one that goes on, or has no day at all."""
    if drop_in.weekday is None:
        return drop_in.on
    if drop_in.last is None:
        return None
    ordinal = drop_in.last.toordinal() - (drop_in.last.weekday() - WEEKDAYS.index(drop_in.weekday)) % _WEEK
    if ordinal < (drop_in.first or date.min).toordinal():
        return None
    return date.fromordinal(ordinal)


def occurrences(drop_in: DropIn, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, inclusive, on which it happens, in order."""
    day = next_occurrence(drop_in, first)
    while day is not None and day <= last:
        yield day
        day = next_occurrence(drop_in, day + ONE_DAY) if day < date.max else None


def monday_of(day: date) -> date:
    """The Monday of the week that `day` is in; the first of all days where the calendar begins later."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def at_once(one: DropIn, other: DropIn) -> bool:
    """Whether their times overlap; one that begins as the other ends does not."""
    return one.starts < other.ends and other.starts < one.ends
