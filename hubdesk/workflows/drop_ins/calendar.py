"""Drop-ins as a calendar file."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import floor_name
from hubdesk.domain.occurrences import last_occurrence, monday_of, next_occurrence
from hubdesk.exchange.calendar.events import CalendarEvent
from hubdesk.exchange.calendar.ical import calendar_file
from hubdesk.exchange.replacing import replacing
from hubdesk.workflows.drop_ins.words import area_called


def calendar_events(hub: Hub, since: date, agency: RecordId | None = None) -> tuple[CalendarEvent, ...]:
    """Every drop-in that happens at all; with an `agency`, its own.

    One that always was begins in the week of `since`. In order of first day and time.
    """
    wanted = (one for one in hub.drop_ins.values() if agency in (None, one.agency))
    found = [event for one in wanted for event in _event(hub, one, since)]
    return tuple(sorted(found, key=lambda one: (one.first, one.starts, one.uid)))


def write_calendar(hub: Hub, since: date, agency: RecordId | None, made: datetime, path: Path) -> int:
    """How many events were written; the file is whole or not there. Raises Refused."""
    events = calendar_events(hub, since, agency)
    who = f", {hub.agencies[agency].name or hub.agencies[agency].code}" if agency else ""
    content = calendar_file(f"{hub.settings.name}: drop-ins{who}", events, made)
    with replacing(path) as draft:
        draft.write_bytes(content)
    return len(events)


def _event(hub: Hub, one: DropIn, since: date) -> Iterator[CalendarEvent]:
    first = next_occurrence(one, one.on or one.first or monday_of(since))
    if first is None:
        return
    agency, area = hub.agencies[one.agency], hub.areas[one.area]
    purpose = f": {one.purpose}" if one.purpose else ""
    floor: Floor = hub.floors[area.floor]
    desks = f"{one.desks} desk{'s' * (one.desks != 1)} in {area.code}" if one.desks else ""
    yield CalendarEvent(
        f"{one.id}@hubdesk",
        first,
        last_occurrence(one),
        one.starts,
        one.ends,
        one.weekday is not None,
        f"{agency.name or agency.code} drop in{purpose}",
        f"{area_called(area)}, {floor_name(floor)}, {hub.settings.name}",
        desks,
    )
