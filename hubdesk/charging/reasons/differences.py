"""What differs between two states of a fact, and how it is said."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from hubdesk.charging.facts import Facts
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.record import Record
from hubdesk.domain.timeline import Timeline

T = TypeVar("T")
R = TypeVar("R", bound=Record)


def pairs(before: Hub, after: Hub, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
    """Each record of `kind` that either hub has, as it was and as it is, in order of code.

    The order must not hang on that of the hub, which a frozen run does not keep.
    """
    old, new = before.table(kind), after.table(kind)
    for id_ in sorted({*old, *new}, key=lambda id_: (getattr(old.get(id_) or new[id_], "code", ""), id_)):
        yield old.get(id_), new.get(id_)


def dated(old: Timeline[T], new: Timeline[T], facts: Facts) -> Iterator[tuple[date, T | None, T | None]]:
    """The first day of each run of days in the year on which the two differ in the same way."""
    year = facts.year
    days = {year.first, *(step.first for step in (*old.steps, *new.steps))}
    last: tuple[T | None, T | None] | None = None
    for day in sorted(one for one in days if year.first <= one <= year.last):
        values = (old.at(day), new.at(day))
        if (values[0] or None) != (values[1] or None) and values != last:
            yield day, *values
        last = values


def agency_code(agency: RecordId, *hubs: Hub) -> str:
    """The code of `agency` in the first of `hubs` that has it."""
    return next(hub.agencies[agency].code for hub in hubs if agency in hub.agencies)


def or_none(value: T | None, show: Callable[[T], str]) -> str:
    """`value` as `show` words it; None in a word."""
    return "none" if value is None else show(value)


def percent_words(value: Decimal) -> str:
    """40 as "40 %"."""
    return f"{decimal_text(value)} %"


def word(value: object) -> str:
    """Any field's value as people read it."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Fraction):
        return decimal_text(round(Decimal(value.numerator) / value.denominator, 2))
    return "blank" if value in (None, "") else str(value)
