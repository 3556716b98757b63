"""How times, places and days of drop-ins are said."""

from collections.abc import Iterable
from datetime import date, time

from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.days import in_words
from hubdesk.domain.drop_in import Weekday
from hubdesk.domain.occurrences import WEEKDAYS

_NAMED_BY_TEAM = frozenset({AreaKind.NEIGHBOURHOOD, AreaKind.RESTRICTED})
_ROOMS = frozenset(
    ("area", "centre", "hall", "hub", "lobby", "lounge", "office", "reception", "room", "wing")
)


def times(starts: time, ends: time) -> str:
    """ "10:00 to 12:30"."""
    return f"{starts:%H:%M} to {ends:%H:%M}"


def area_called(area: Area) -> str:
    """An area by its name, or its code where it has none."""
    return area.name or area.code


def in_area(area: Area) -> str:
    """ "in the Customer hall", "in Meeting pod 1", "in Finance and support"."""
    called = area_called(area)
    is_room = area.kind not in _NAMED_BY_TEAM or bool(_ROOMS.intersection(called.casefold().split()[-1:]))
    has_article = is_room and area.name not in ("", area.code) and not called[-1].isdecimal()
    return f"in {'the ' if has_article and not called.casefold().startswith('the ') else ''}{called}"


def weekday_of(day: date) -> Weekday:
    """The day of the week of `day`."""
    return WEEKDAYS[day.weekday()]


def day_called(day: date) -> str:
    """ "Tuesday 24 November 2026"."""
    return f"{weekday_of(day).value} {in_words(day)}"


def listed(words: Iterable[str]) -> str:
    """ "a, b and c"."""
    said = list(words)
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""


def week_called(monday: date) -> str:
    """ "Week of 23 November 2026"."""
    return f"Week of {in_words(monday)}"
