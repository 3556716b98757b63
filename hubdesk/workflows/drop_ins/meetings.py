"""Who meets whom: the days on which agencies that work together are in the building at the same time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.drop_in_room import Rooms
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.occurrences import happens_on
from hubdesk.domain.whereabouts import Whereabouts
from hubdesk.workflows.drop_ins.suggesting import day_that_would_do
from hubdesk.workflows.drop_ins.week import WORKING_DAYS, desks_held, week_of
from hubdesk.workflows.drop_ins.words import day_called, in_area, listed, times, weekday_of

_ALL_DAY = (time.min, time.max)


class Presence(NamedTuple):
    """An agency in the building: at its desks the whole working day (`visit` None), or dropping in."""

    starts: time
    ends: time
    areas: tuple[Area, ...]
    visit: DropIn | None


class Meeting(NamedTuple):
    """Two agencies in the building at once, on `day` from `starts` to `ends`; where, in words.

    `whole_day`: both have desks, and are there all the working day. `once`: not every week.
    """

    day: date
    starts: time
    ends: time
    where: str
    whole_day: bool
    once: bool


@dataclass(frozen=True, slots=True)
class Companion:
    """`other`, with whom `agency` works, and when they meet in one week. A working link gives two of these.

    `would_do` names a day for those that never meet; nothing for those that do.
    """

    id: str
    agency: Agency
    other: Agency
    strength: Decimal
    reason: str
    meetings: tuple[Meeting, ...]
    would_do: str

    @property
    def when(self) -> str:
        """ "Tuesdays 10:00 to 12:30 in the Reception"; "Never" where they do not meet."""
        return "; ".join(_said(self.meetings)) or "Never"

    @property
    def told(self) -> str:
        """ "Citizens Advice meets Housing on Tuesdays 10:00 to 12:30 in the Reception"."""
        who, other = (one.name or one.code for one in (self.agency, self.other))
        if not self.meetings:
            return f"{who} never meets {other}. {self.would_do}"
        return f"{who} meets {other} {_spoken(self.when)}"


def companions(rooms: Rooms, day: date, agency: RecordId | None = None) -> tuple[Companion, ...]:
    """Whom each agency works with, and when they meet in the week of `day`: by code, the closest first."""
    hub, week = rooms.hub, week_of(rooms, day)
    presences = _presences(hub, week.days[:WORKING_DAYS], week.monday)
    found = []
    for link in hub.working_links.values():
        pair = hub.agencies[link.agency], hub.agencies[link.other]
        meetings = tuple(_meetings(presences, link.agency, link.other))
        would_do = "" if meetings else day_that_would_do(rooms, week, *pair)
        for one, other in (pair, pair[::-1]):
            if agency in (None, one.id):
                id_ = f"{link.id}/{one.id}"
                found.append(Companion(id_, one, other, link.strength, link.reason, meetings, would_do))
    return tuple(sorted(found, key=lambda one: (one.agency.code, -one.strength, one.other.code, one.id)))


_Presences = Mapping[date, Mapping[RecordId, list[Presence]]]


def _presences(hub: Hub, working: Iterable[date], monday: date) -> _Presences:
    """Who is in the building on each day of the week, and when."""
    found: dict[date, dict[RecordId, list[Presence]]] = {}
    for step in range(7):
        if monday.toordinal() + step > date.max.toordinal():
            break
        day = monday + timedelta(days=step)
        there = found.setdefault(day, {})
        if day in working:
            at = Whereabouts(hub, day)
            for agency, desks in desks_held(hub, day).items():
                areas = {area for desk in desks if (area := at.area_of(hub.desks[desk])) is not None}
                in_order = tuple(sorted(areas, key=lambda one: one.code))
                there.setdefault(agency, []).append(Presence(*_ALL_DAY, in_order, None))
        for one in hub.drop_ins.values():
            if happens_on(one, day):
                visit = Presence(one.starts, one.ends, (hub.areas[one.area],), one)
                there.setdefault(one.agency, []).append(visit)
    return found


def _meetings(presences: _Presences, one: RecordId, other: RecordId) -> Iterator[Meeting]:
    for day, there in presences.items():
        met = [
            meeting
            for pair in product(there.get(one, ()), there.get(other, ()))
            if (meeting := _meeting(day, *pair)) is not None
        ]
        whole = [meeting for meeting in met if meeting.whole_day]
        yield from sorted(set(whole or met))


def _meeting(day: date, one: Presence, other: Presence) -> Meeting | None:
    starts, ends = max(one.starts, other.starts), min(one.ends, other.ends)
    if starts >= ends:
        return None
    visits = [presence.visit for presence in (one, other) if presence.visit is not None]
    once = any(visit.weekday is None for visit in visits)
    return Meeting(day, starts, ends, _where(one, other), not visits, once)


def _where(one: Presence, other: Presence) -> str:
    """Where the one who drops in is; of two at their desks, the areas that both sit in."""
    if one.visit is None and other.visit is None:
        shared = [area for area in one.areas if area in other.areas]
        return listed(map(in_area, shared)) if shared else "both at their desks"
    if one.visit is None or other.visit is None:
        visiting = other if one.visit is None else one
        return in_area(visiting.areas[0])
    return listed(sorted({in_area(one.areas[0]), in_area(other.areas[0])}))


def _said(meetings: Iterable[Meeting]) -> Iterator[str]:
    """Those alike in one breath: "Mondays and Tuesdays 10:00 to 12:30 in the Reception"."""
    alike: dict[tuple[str, str, bool], list[date]] = {}
    for one in meetings:
        during = "" if one.whole_day else f" {times(one.starts, one.ends)}"
        alike.setdefault((during, one.where, one.once), []).append(one.day)
    for (during, where, once), days in alike.items():
        if once:
            yield f"{listed(map(day_called, days))}{during} {where}"
        elif len(days) == WORKING_DAYS and days[-1].weekday() < WORKING_DAYS:
            yield (
                f"Every working day{during}, {where}" if not during else f"Every working day{during} {where}"
            )
        else:
            yield f"{listed(f'{weekday_of(day).value}s' for day in days)}{during} {where}"


def _spoken(when: str) -> str:
    return f"{when[:1].lower()}{when[1:]}" if when.startswith("Every") else f"on {when}"
