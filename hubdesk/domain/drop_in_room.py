"""How much room an area has for drop-ins: its free desks, or a room that is one party's at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

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


class AreaRoom:
    """One area of `hub`, day by day. Desks are in an area as `Hub.area_of` says."""

    def __init__(self, hub: Hub, area: Area) -> None:
        self._hub, self._area = hub, area
        self._desks = tuple(desk for desk in hub.desks_on_floor.get(area.floor, ()) if _may_be_in(desk, area))
        self.drop_ins = tuple(one for one in hub.drop_ins.values() if one.area == area.id)

    @property
    def has_desks(self) -> bool:
        """Whether it has a desk on the plan on any day; without one, nothing is said of free desks."""
        return bool(self._desks)

    @property
    def opens(self) -> date:
        """The first day on which one of its desks is in service."""
        return min((desk.first or date.min for desk in self._desks), default=date.min)

    def turning_days(self) -> list[date]:
        """The days, in order, from which on something may be otherwise than before: desks, people, visits."""
        allocated = (one for desk in self._desks for one in self._hub.allocations_of.get(desk.id, ()))
        days = boundaries((self._area, *self._desks, *allocated, *self.drop_ins))
        days |= boundaries(self._hub.areas_on_floor.get(self._area.floor, ()))
        for one in self.drop_ins:
            if one.on is not None:
                days |= {one.on, one.on + ONE_DAY} if one.on < date.max else {one.on}
        return sorted(days)

    def free_on(self, day: date) -> int:
        """Its desks in service on `day` at which nobody sits, whoever drops in."""
        return sum(
            holds(desk, day)
            and self._hub.allocation_on(desk.id, day) is None
            and self._hub.area_of(desk, day) == self._area
            for desk in self._desks
        )

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


def _may_be_in(desk: Desk, area: Area) -> bool:
    if desk.area is not None:
        return desk.area == area.id
    return bool(area.outline) and encloses(area.outline, Point(desk.x_mm, desk.y_mm))
