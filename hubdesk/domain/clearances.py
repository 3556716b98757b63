"""Guidance on how desks stand on a floor: room to pass, room for a wheelchair, nothing in anything's way.

What is looked at, as at a day, among the desks in service:

* *Overlap*: two desks stand in one another by more than the millimetre that places are rounded to.
* *Aisle*: people sit and pass at the side of a desk where its sitter is. There, straight out from that
  side, the next desk is less than 1.2 m away. A desk that only reaches 0.1 m past an end of the side
  stands beside it. Where nobody sits, behind desks and between their ends, desks may stand as they
  like: desks of one bench, or with a screen or cables between them, leave no aisle and need none.
* *Wheelchair*: beside an accessible desk less than 0.9 m is left, where its sitter is, or where another
  desk's sitter faces it, or at either end; a desk within 0.1 m of its end is joined to it, as in a
  bench, and leaves no way that somebody could get stuck in.
* *Outside*: a part of the desk reaches out of its area, or out of its floor.

It is advice to whoever draws, not a claim that a layout complies with anything: walls, doors, pillars
and chairs are not known here.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.area import Area
from hubdesk.domain.box import Box
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.footprint import Spot, footprint
from hubdesk.domain.gaps import Gap, Side, clear_width, overlap
from hubdesk.domain.geometry import rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.rooms import Room
from hubdesk.domain.standing_room import Stand, grid_of, near
from hubdesk.domain.whereabouts import Whereabouts

AISLE_MM = 1_200
WHEELCHAIR_MM = 900
JOINED_MM = 100
_MOST_SEEN = 20_000


class Concern(Enum):
    """What a finding is about, the gravest first; the value is what people see."""

    OVERLAP = "Desks overlap"
    OUTSIDE_FLOOR = "Desk reaches out of its floor"
    OUTSIDE_AREA = "Desk reaches out of its area"
    WHEELCHAIR = "Too narrow for a wheelchair"
    AISLE = "Narrow aisle"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place on the plan to look at.

    `desks` are one or two, in order of code; `place` is the area or floor that a desk reaches out of.
    `gap` is what was measured, and the line along which to draw it: what is left, or for overlaps and
    what is outside, by how much.
    """

    concern: Concern
    desks: tuple[RecordId, ...]
    gap: Gap
    place: RecordId | None = None


_ORDER = {concern: place for place, concern in enumerate(Concern)}
_Found = tuple[tuple[int, str, str], Finding]
"""With what to sort it by."""


_Shape = tuple[Decimal, int, int, DeskKind]
_Judged = tuple[Concern, Gap] | None


def clearances(hub: Hub, floor: RecordId, day: date) -> tuple[Finding, ...]:
    """Everything to look at on `floor` on `day`, the gravest first, then by code."""
    standing = [desk for desk in hub.desks_on_floor.get(floor, ()) if holds(desk, day)]
    return Surroundings(hub, floor, day, hub.desks).around(standing)


class Surroundings:
    """What stands still on a floor while some desks are dragged: made once, asked at every move."""

    def __init__(self, hub: Hub, floor: RecordId, day: date, moving: Container[RecordId]) -> None:
        self._floor = hub.floors[floor]
        self._whereabouts = Whereabouts(hub, day)
        self._rooms: dict[RecordId, Room | None] = {}
        self._shapes: dict[_Shape, tuple[Box, Box]] = {}
        self._seen: dict[tuple[_Shape, _Shape, tuple[int, int]], _Judged] = {}
        standing = hub.desks_on_floor.get(floor, ())
        still = (desk for desk in standing if desk.id not in moving and holds(desk, day))
        self._still = grid_of([self._stand(desk) for desk in still])

    def around(self, desks: Iterable[Desk]) -> tuple[Finding, ...]:
        """What concerns at least one of `desks`, as they would stand: the gravest first, then by code."""
        stands = [self._stand(desk) for desk in desks]
        found = [*self._between(stands)]
        for stand in stands:
            found += self._outside(stand)
        return tuple(finding for _, finding in sorted(found, key=lambda one: one[0]))

    def _stand(self, desk: Desk) -> Stand:
        """Desks of one shape have the same boxes around them, seen from their centre."""
        shape = _shape(desk)
        if shape not in self._shapes:
            self._shapes[shape] = _boxes(replace(desk, x_mm=0, y_mm=0))
        box, zone = self._shapes[shape]
        x, y = desk.x_mm, desk.y_mm
        return Stand(box.moved(x, y), zone.moved(x, y), desk)

    def _between(self, stands: list[Stand]) -> Iterator[_Found]:
        grids, looked_at = (self._still, grid_of(stands)), set[tuple[RecordId, RecordId]]()
        for one in stands:
            for other in near(grids, one):
                pair = (one.desk.id, other.desk.id)
                if pair in looked_at or pair[::-1] in looked_at:
                    continue
                looked_at.add(pair)
                first, second = sorted((one.desk, other.desk), key=lambda desk: (desk.code, desk.id))
                judged = self._judged(first, second)
                if judged is not None:
                    concern, gap = judged
                    finding = Finding(concern, (first.id, second.id), gap)
                    yield (_ORDER[concern], first.code, second.code), finding

    def _judged(self, one: Desk, other: Desk) -> _Judged:
        """As `_between_two`, which is asked once for desks of such shapes so far from each other."""
        x, y = one.x_mm, one.y_mm
        way = (other.x_mm - x, other.y_mm - y)
        key = (_shape(one), _shape(other), way)
        if key not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            here, there = replace(one, x_mm=0, y_mm=0), replace(other, x_mm=way[0], y_mm=way[1])
            self._seen[key] = _between_two(here, there)
        seen = self._seen[key]
        return None if seen is None else (seen[0], seen[1].moved(x, y))

    def _outside(self, stand: Stand) -> Iterator[_Found]:
        """Its floor if it reaches out of that, else its area."""
        desk = stand.desk
        area = self._whereabouts.area_of(desk)
        for concern, place in ((Concern.OUTSIDE_FLOOR, self._floor), (Concern.OUTSIDE_AREA, area)):
            room = self._room(place) if place is not None else None
            if place is None or room is None or room.surely_holds(stand.box):
                continue
            gap = room.reached_over(footprint(desk), stand.box)
            if gap is not None:
                yield (_ORDER[concern], desk.code, ""), Finding(concern, (desk.id,), gap, place.id)
                return

    def _room(self, place: Floor | Area) -> Room | None:
        """None for an area that is not drawn."""
        if place.id not in self._rooms:
            outline = place.outline
            if isinstance(place, Floor) and not outline:
                outline = rectangle(place.width_mm, place.depth_mm)
            self._rooms[place.id] = Room(outline) if outline else None
        return self._rooms[place.id]


def _boxes(desk: Desk) -> tuple[Box, Box]:
    """Around a desk, and around it with the room that it needs before it and, accessible, at its ends."""
    shape = footprint(desk)
    aside = WHEELCHAIR_MM if desk.kind is DeskKind.ACCESSIBLE else 0
    x, y = shape.front.x * AISLE_MM / 2, shape.front.y * AISLE_MM / 2
    zone = replace(
        shape,
        centre=Spot(shape.centre.x + x, shape.centre.y + y),
        half_width=shape.half_width + aside,
        half_depth=shape.half_depth + AISLE_MM / 2,
    )
    return shape.box, zone.box


def _shape(desk: Desk) -> _Shape:
    return desk.rotation, desk.width_mm, desk.depth_mm, desk.kind


def _between_two(one: Desk, other: Desk) -> _Judged:
    """The gravest thing that is the matter between two desks."""
    shape, other_shape = footprint(one), footprint(other)
    common = overlap(shape, other_shape)
    if common is not None:
        return Concern.OVERLAP, common
    pairs = ((one, shape, other_shape), (other, other_shape, shape))
    fronts = [clear_width(mine, Side.FRONT, its, JOINED_MM) for _, mine, its in pairs]
    before = min((gap for gap in fronts if gap is not None), key=lambda gap: gap.mm, default=None)
    beside = [
        gap
        for desk, mine, its in pairs
        if desk.kind is DeskKind.ACCESSIBLE
        for side in (Side.LEFT, Side.RIGHT)
        if (gap := clear_width(mine, side, its, JOINED_MM)) is not None and gap.mm > JOINED_MM
    ]
    if before is not None and DeskKind.ACCESSIBLE in (one.kind, other.kind):
        beside.append(before)
    narrowest = min(beside, key=lambda gap: gap.mm, default=None)
    if narrowest is not None and narrowest.mm < WHEELCHAIR_MM:
        return Concern.WHEELCHAIR, narrowest
    return (Concern.AISLE, before) if before is not None and before.mm < AISLE_MM else None
