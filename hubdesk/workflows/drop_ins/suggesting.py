"""A day that would do for two agencies that work together and never meet."""

from collections.abc import Iterator
from datetime import date, time

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.drop_in_room import ONE_PARTY, AreaRoom, Rooms
from hubdesk.domain.occurrences import at_once, happens_on
from hubdesk.workflows.drop_ins.week import WORKING_DAYS, Visit, Week
from hubdesk.workflows.drop_ins.words import day_called, in_area, times, weekday_of

_STARTS, _ENDS = time(10), time(12)
"""When one would come where no times are given by anybody else."""
_OPEN_TO_ALL = frozenset(AreaKind) - {AreaKind.RESTRICTED, AreaKind.CIRCULATION, AreaKind.REFRESHMENT}


def day_that_would_do(rooms: Rooms, week: Week, one: Agency, other: Agency) -> str:
    """When one of them could drop in to find the other there, in a place that has room; in a sentence.

    First where the other drops in already, at the same time; else where there is room in the week.
    """
    for visiting, host in ((one, other), (other, one)):
        for visit in (found for found in week.visits if found.agency.id == host.id):
            if (area := _beside(rooms, visit, visiting)) is not None:
                when = times(visit.drop_in.starts, visit.drop_in.ends)
                weekly = visit.drop_in.weekday is not None
                day = f"{weekday_of(visit.day).value}s" if weekly else day_called(visit.day)
                return (
                    f"{_called(visiting)} could come on {day} {when}: "
                    f"{_called(host)} is {in_area(visit.area)} then, and there is room {in_area(area)}"
                )
    return _anywhere(rooms, week, one, other)


def _anywhere(rooms: Rooms, week: Week, one: Agency, other: Agency) -> str:
    """A day of the week with few visits and an area with room, for one of them or for both."""
    resident = {agency.id for agency in week.residents}
    coming = [agency for agency in (one, other) if agency.id not in resident]
    if not coming:
        return "Their desks are free on different days: give both a desk on the same one"
    busy = {day: len(week.on(day)) for day in week.days if day.weekday() < WORKING_DAYS}
    for day in sorted(busy, key=lambda found: (busy[found], found)):
        for area in _with_room(rooms, day, _STARTS, _ENDS, len(coming)):
            who = " and ".join(map(_called, coming))
            them = (
                f"{_called(one if coming[0] is other else other)} is in then, and "
                if len(coming) == 1
                else ""
            )
            when = f"{weekday_of(day).value}s {times(_STARTS, _ENDS)}"
            return f"{who} could come on {when}: {them}there is room {in_area(area)}"
    return "No day of this week has an area with room: vacate a desk, or move another drop-in"


def _beside(rooms: Rooms, visit: Visit, visiting: Agency) -> Area | None:
    """The area with room for a visit at the same time: the same area, else another."""
    if any(
        one.agency == visiting.id and happens_on(one, visit.day) and at_once(one, visit.drop_in)
        for one in rooms.hub.drop_ins.values()
    ):
        return None
    found = list(_with_room(rooms, visit.day, visit.drop_in.starts, visit.drop_in.ends, 1))
    same = [area for area in found if area.id == visit.area.id]
    return next(iter((*same, *found)), None)


def _with_room(rooms: Rooms, day: date, starts: time, ends: time, desks: int) -> Iterator[Area]:
    """Areas for everybody with so many free desks then, or a room with nobody in it; most first."""
    free: list[tuple[int, str, Area]] = []
    for area in rooms.hub.areas.values():
        if area.kind not in _OPEN_TO_ALL or area.clearance or area.agency is not None:
            continue
        if (area.first and area.first > day) or (area.last and area.last < day):
            continue
        room = rooms[area.id]
        if room.has_desks:
            left = room.free_on(day) - room.taken_during(day, starts, ends)
            if left >= desks:
                free.append((-left, area.code, area))
        elif area.kind in ONE_PARTY and desks == 1 and not _taken(room, day, starts, ends):
            free.append((0, area.code, area))
    yield from (area for _, _, area in sorted(free, key=lambda one: one[:2]))


def _taken(room: AreaRoom, day: date, starts: time, ends: time) -> bool:
    return any(one.starts < ends and starts < one.ends for one in room.visits_on(day))


def _called(agency: Agency) -> str:
    return agency.name or agency.code
