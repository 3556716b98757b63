"""Spells: runs of days on which something holds, and how to say when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import NamedTuple, TypeVar

from hubdesk.domain.days import Dated, common_days, in_words
from hubdesk.domain.timeline import ONE_DAY

D = TypeVar("D", bound=Dated)


class Spell(NamedTuple):
    """Days from `first` to `last`, inclusive; date.min and date.max stand for open ends."""

    first: date
    last: date


class Amount(NamedTuple):
    """`desks` (or anything that adds up) from `first` to `last`, inclusive; None is open-ended."""

    first: date | None
    last: date | None
    desks: int


def above_zero(amounts: Iterable[Amount]) -> tuple[Spell, ...]:
    """The spells, in order, on which the amounts add up to more than zero. Neighbours are one spell."""
    return tuple(_positive(_changes(amounts)))


def peak(amounts: Iterable[Amount]) -> tuple[date, int]:
    """The first day on which the amounts add up to most, and to how much. Raises ValueError without any."""
    changes = _changes(amounts)
    totals = accumulate(change for _, change in changes)
    most, place = max((total, -place) for place, total in enumerate(totals))
    return changes[-place][0], most


def _changes(amounts: Iterable[Amount]) -> list[tuple[date, int]]:
    """By how much the sum of the amounts changes on each day on which it does, in order."""
    changes: defaultdict[date, int] = defaultdict(int)
    for first, last, desks in amounts:
        changes[first or date.min] += desks
        if last is not None and last < date.max:
            changes[last + ONE_DAY] -= desks
    return sorted(changes.items())


def _positive(changes: list[tuple[date, int]]) -> Iterator[Spell]:
    total, since = 0, None
    for day, change in changes:
        total += change
        if total > 0 and since is None:
            since = day
        elif total <= 0 and since is not None:
            yield Spell(since, day - ONE_DAY)
            since = None
    if since is not None:
        yield Spell(since, date.max)


def overlaps(records: Iterable[D]) -> Iterator[tuple[D, D, Spell]]:
    """Each of `records`, in order of first day, that starts before an earlier one has ended.

    With it, of the earlier ones the one that goes on longest, and the days that both hold.
    """
    longest: D | None = None
    for later in records:
        if longest is not None and (common := common_days(longest, later)):
            yield longest, later, Spell(*common)
        if longest is None or (longest.last or date.max) < (later.last or date.max):
            longest = later


def within(spells: Iterable[Spell], first: date, last: date) -> tuple[Spell, ...]:
    """The parts of `spells` from `first` to `last`, inclusive."""
    cut = (Spell(max(one.first, first), min(one.last, last)) for one in spells)
    return tuple(one for one in cut if one.first <= one.last)


def when(spells: tuple[Spell, ...]) -> str:
    """One or more spells as people say them: from which day, and on how many if that is known."""
    first, last = spells[0].first, spells[-1].last
    if first == date.min:
        return "on every day" if last == date.max and len(spells) == 1 else "from the start"
    if last == date.max:
        return f"from {in_words(first)} on" if len(spells) == 1 else f"from {in_words(first)}, with breaks"
    count = sum((one.last - one.first).days + 1 for one in spells)
    return f"on {in_words(first)}" if count == 1 else f"from {in_words(first)}, on {count:,} days"
