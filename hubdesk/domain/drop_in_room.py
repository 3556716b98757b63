"""How much room an area has for drop-ins: its free desks, or a room that is one party's at a time."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import NamedTuple

from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.days import boundaries, holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.geometry import Point, encloses
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.occurrences import happens_on
from hubdesk.domain.timeline import ONE_DAY

ONE_PARTY = frozenset({AreaKind.POD, AreaKind.MEETING})
"""Rooms in which two agencies that come at once are in each other's way."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Drop-ins that are together more than their area has room for, from `starts` to `ends`.

    They need `needed` desks where `free` are free; `free` None: the room is one party's at a time.
    """

    area: RecordId
    drop_ins: tuple[DropIn, ...]
    starts: time
    ends: time
    needed: int
    free: int | None

    @property
    def ids(self) -> tuple[RecordId, ...]:
        return tuple(one.id for one in self.drop_ins)


class Rooms:
    """The areas of `hub`, each looked at once, when it is first asked for."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self._found: dict[RecordId, AreaRoom] = {}

    def __getitem__(self, area: RecordId) -> "AreaRoom":
        found = self._found.get(area)
        if found is None:
            found = self._found[area] = AreaRoom(self.hub, self.hub.areas[area])
        return found


class _Desk(NamedTuple):
    """A desk of an area. `rivals` are the areas whose desk it is on days on which one of them is there."""

    desk: Desk
    rivals: tuple[Area, ...]


class AreaRoom:
    """One area of `hub`, day by day. Desks are in an area as `Hub.area_of` says."""

    def __init__(self, hub: Hub, area: Area) -> None:
        self.hub, self._area = hub, area
        self._desks = tuple(_desks_of(hub, area))
        self._free: dict[int, int] = {}
        self.drop_ins = tuple(one for one in hub.drop_ins.values() if one.area == area.id)

    @property
    def has_desks(self) -> bool:
        """Whether it has a desk on the plan on any day; without one, nothing is said of free desks."""
        return bool(self._desks)

    @property
    def opens(self) -> date:
        """The first day on which one of its desks is in service."""
        return min((one.desk.first or date.min for one in self._desks), default=date.min)

    def turning_days(self) -> list[date]:
        """The days, in order, from which on something may be otherwise than before: desks, people, visits."""
        days = boundaries(self.drop_ins).union(self._desks_turn)
        for one in self.drop_ins:
            if one.on is not None:
                days |= {one.on, one.on + ONE_DAY} if one.on < date.max else {one.on}
        return sorted(days)

    def free_on(self, day: date) -> int:
        """Its desks in service on `day` at which nobody sits, whoever drops in."""
        stretch = bisect_right(self._desks_turn, day)
        found = self._free.get(stretch)
        if found is None:
            found = self._free[stretch] = sum(self._is_free(one, day) for one in self._desks)
        return found

    def _is_free(self, one: _Desk, day: date) -> bool:
        if not holds(one.desk, day) or self.hub.allocation_on(one.desk.id, day) is not None:
            return False
        if one.desk.area is not None:
            return True
        return holds(self._area, day) and not any(holds(rival, day) for rival in one.rivals)

    @cached_property
    def _desks_turn(self) -> list[date]:
        """The days from which on other desks of it may be free."""
        desks = [one.desk for one in self._desks]
        rivals = (rival for one in self._desks for rival in one.rivals)
        allocated = (one for desk in desks for one in self.hub.allocations_of.get(desk.id, ()))
        return sorted(boundaries((self._area, *desks, *rivals, *allocated)))

    def visits_on(self, day: date) -> tuple[DropIn, ...]:
        """The drop-ins that are there on `day`, the earliest first."""
        there = (one for one in self.drop_ins if happens_on(one, day))
        return tuple(sorted(there, key=lambda one: (one.starts, one.ends, one.id)))

    def taken_during(self, day: date, starts: time, ends: time) -> int:
        """The desks that drop-ins have of it at the fullest moment from `starts` to `ends`."""
        there = [one for one in self.visits_on(day) if one.starts < ends and starts < one.ends]
        return max((desks_of(during) for during, *_ in _moments(there, starts)), default=0)

    def crowds_on(self, day: date) -> tuple[Crowd, ...]:
        """Where there is more of them at once than there is room for; what is part of another is left out."""
        there = self.visits_on(day)
        if self.has_desks:
            there = tuple(one for one in there if one.desks)
            # What nobody could be too many for needs no count of the desks.
            found = list(self._short_of_desks(there, self.free_on(day))) if there else []
        else:
            found = list(self._in_the_way(there)) if self._area.kind in ONE_PARTY else []
        return tuple(one for one in found if not any(set(one.ids) < set(more.ids) for more in found))

    def _short_of_desks(self, there: tuple[DropIn, ...], free: int) -> Iterator[Crowd]:
        for during, starts, ends in _moments(there):
            if (needed := desks_of(during)) > free:
                yield Crowd(self._area.id, during, starts, ends, needed, free)

    def _in_the_way(self, there: tuple[DropIn, ...]) -> Iterator[Crowd]:
        for during, starts, ends in _moments(there):
            if len({one.agency for one in during}) > 1:
                yield Crowd(self._area.id, during, starts, ends, len(during), None)


def desks_of(drop_ins: Iterable[DropIn]) -> int:
    """The desks that they use together."""
    return sum(one.desks or 0 for one in drop_ins)


def _moments(
    there: Iterable[DropIn], since: time = time.min
) -> Iterator[tuple[tuple[DropIn, ...], time, time]]:
    """Who is there together whenever somebody comes, and from when to when they all are."""
    there = tuple(there)
    for at in sorted({max(one.starts, since) for one in there}):
        during = tuple(one for one in there if one.starts <= at < one.ends)
        if during:
            yield during, max(one.starts for one in during), min(one.ends for one in during)


def _desks_of(hub: Hub, area: Area) -> Iterator[_Desk]:
    """The desks that are said to be in `area`, and those around whose centre it is, on whatever days."""
    before = [one for one in hub.areas_on_floor.get(area.floor, ()) if one.code < area.code and one.outline]
    bounds = {one.id: _bounds(one) for one in (area, *before)}
    for desk in hub.desks_on_floor.get(area.floor, ()):
        if desk.area is not None:
            if desk.area == area.id:
                yield _Desk(desk, ())
        elif _around(area, bounds, desk):
            yield _Desk(desk, tuple(one for one in before if _around(one, bounds, desk)))


def _around(area: Area, bounds: Mapping[RecordId, tuple[int, int, int, int]], desk: Desk) -> bool:
    left, top, right, bottom = bounds[area.id]
    if not (left <= desk.x_mm <= right and top <= desk.y_mm <= bottom):
        return False
    return encloses(area.outline, Point(desk.x_mm, desk.y_mm))


def _bounds(area: Area) -> tuple[int, int, int, int]:
    """The box around an area; one that nothing is in where it has no outline."""
    if not area.outline:
        return 1, 1, 0, 0
    across, down = [corner.x for corner in area.outline], [corner.y for corner in area.outline]
    return min(across), min(down), max(across), max(down)
