"""The days on which something in the building changes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.days import boundaries
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record


def turning_days(hub: Hub, first: date, last: date) -> Mapping[date, int]:
    """How many records of the building begin or end on each day between, in order of day.

    Desks, areas, allocations and licences, with the steps of licences.
    """
    tally: Counter[date] = Counter()
    for records in (hub.desks, hub.areas, hub.allocations, hub.licences):
        for record in records.values():
            tally.update(_turns_of(record))
    return _between(tally, first, last)


def turning_days_after(
    days: Mapping[date, int], change: Change, first: date, last: date
) -> Mapping[date, int]:
    """The same after `change`, from what they were before it."""
    tally = Counter(days)
    for edit in change.edits:
        tally.subtract(_turns_of(edit.before))
        tally.update(_turns_of(edit.after))
    return _between(tally, first, last)


def _turns_of(record: Record | None) -> Iterable[date]:
    match record:
        case Licence():
            return boundaries([record]) | {step.first for step in record.desks.steps}
        case Desk() | Area() | Allocation():
            return boundaries([record])
        case _:
            return ()


def _between(tally: Mapping[date, int], first: date, last: date) -> Mapping[date, int]:
    return {day: tally[day] for day in sorted(tally) if first <= day <= last and tally[day]}
