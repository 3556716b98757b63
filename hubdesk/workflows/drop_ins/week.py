"""Who is in when: the drop-ins of one week, day by day, and the agencies that are in on every working day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.days import holds
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.drop_in_room import Crowd, Rooms
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.occurrences import happens_on, monday_of
from hubdesk.workflows.drop_ins.words import area_called, day_called, listed, times

WORKING_DAYS = 5
"""Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A drop-in on one day. `trouble` says in words what does not go together; nothing where all is well."""

    drop_in: DropIn
    day: date
    agency: Agency
    area: Area
    trouble: str = ""

    @property
    def told(self) -> str:
        """All of it in a sentence or two."""
        one = self.drop_in
        desks = "" if not one.desks else f", {one.desks} desk{'s' * (one.desks != 1)}"
        purpose = f": {one.purpose}" if one.purpose else ""
        said = (
            f"{self.agency.name or self.agency.code}, {day_called(self.day)} {times(one.starts, one.ends)}, "
            f"{area_called(self.area)} ({self.area.code}){desks}{purpose}"
        )
        return f"{said}. {self.trouble}" if self.trouble else said


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on `monday`: its visits by day, the earliest first; and who is in all the time.

    `residents` are the agencies with a desk allocated on one of its working days, by code. An area's room
    is counted for all drop-ins, also where only one agency's are in the week.
    """

    monday: date
    visits: tuple[Visit, ...]
    residents: tuple[Agency, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Friday, and the days of the weekend on which anybody comes."""
        there = {one.day for one in self.visits}
        return tuple(day for day in _days_of(self.monday) if day.weekday() < WORKING_DAYS or day in there)

    def on(self, day: date) -> tuple[Visit, ...]:
        return tuple(one for one in self.visits if one.day == day)


def week_of(rooms: Rooms, day: date, agency: RecordId | None = None) -> Week:
    """The week that `day` is in; with an `agency`, only its own drop-ins, and nobody else is named."""
    hub, monday = rooms.hub, monday_of(day)
    days = _days_of(monday)
    visits = [visit for on in days for visit in _visits_on(rooms, on, agency)]
    seated: set[RecordId] = set()
    for on in days[:WORKING_DAYS]:
        seated |= desks_held(hub, on).keys()
    residents = (hub.agencies[id_] for id_ in seated if agency in (None, id_))
    return Week(monday, tuple(visits), tuple(sorted(residents, key=lambda one: one.code)))


def desks_held(hub: Hub, day: date) -> Mapping[RecordId, list[RecordId]]:
    """The desks in service on `day` at which each agency sits; agencies without any are left out."""
    held: defaultdict[RecordId, list[RecordId]] = defaultdict(list)
    for one in hub.allocations.values():
        if holds(one, day) and holds(hub.desks[one.desk], day):
            held[one.agency].append(one.desk)
    return dict(held)


def _days_of(monday: date) -> list[date]:
    """The days of a week; fewer where the calendar begins or ends in it."""
    left = min(7 - monday.weekday(), date.max.toordinal() - monday.toordinal() + 1)
    return [monday + timedelta(days=step) for step in range(left)]


def _visits_on(rooms: Rooms, day: date, agency: RecordId | None) -> list[Visit]:
    hub = rooms.hub
    troubles: defaultdict[RecordId, list[str]] = defaultdict(list)
    there = [one for one in hub.drop_ins.values() if happens_on(one, day)]
    for area in {one.area for one in there}:
        for crowd in rooms[area].crowds_on(day):
            for one in crowd.drop_ins:
                troubles[one.id].append(_told(hub, crowd, one, agency))
    for one in there:
        if not holds(hub.areas[one.area], day):
            troubles[one.id].append("The area is not there on this day")
    visits = [
        Visit(
            one,
            day,
            hub.agencies[one.agency],
            hub.areas[one.area],
            ". ".join(dict.fromkeys(troubles[one.id])),
        )
        for one in there
        if agency in (None, one.agency)
    ]
    return sorted(
        visits, key=lambda one: (one.drop_in.starts, one.drop_in.ends, one.agency.code, one.drop_in.id)
    )


def _told(hub: Hub, crowd: Crowd, one: DropIn, agency: RecordId | None) -> str:
    """What is the matter, from where `one` stands; for one agency alone, without the names of others."""
    others = sorted({hub.agencies[other.agency].code for other in crowd.drop_ins if other.id != one.id})
    who = "" if not others else f" with {'others' if agency is not None else listed(others)}"
    when = times(crowd.starts, crowd.ends)
    if crowd.free is None:
        return f"Same room at once{who}, {when}"
    free = f"{crowd.free or 'none'} {'is' if crowd.free == 1 else 'are'} free"
    return f"Too few desks: {crowd.needed} needed{who}, {free}, {when}"
