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

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

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
from hubdesk.domain.whereabouts import Whereabouts

AISLE_MM = 1_200
WHEELCHAIR_MM = 900
JOINED_MM = 100
_CELL_MM = 2_000


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


class _Stand(NamedTuple):
    """The box around a desk, the one around it and the room it needs, and the desk."""

    box: Box
    zone: Box
    desk: Desk


_Grid = dict[tuple[int, int], list[_Stand]]


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
        self._shapes: dict[tuple[Decimal, int, int, DeskKind], tuple[Box, Box]] = {}
        standing = hub.desks_on_floor.get(floor, ())
        still = (desk for desk in standing if desk.id not in moving and holds(desk, day))
        self._still = _grid([self._stand(desk) for desk in still])

    def around(self, desks: Iterable[Desk]) -> tuple[Finding, ...]:
        """What concerns at least one of `desks`, as they would stand: the gravest first, then by code."""
        stands = [self._stand(desk) for desk in desks]
        found = [*self._between(stands)]
        for stand in stands:
            found += self._outside(stand)
        return tuple(finding for _, finding in sorted(found, key=lambda one: one[0]))

    def _stand(self, desk: Desk) -> _Stand:
        """Desks of one shape have the same boxes around them, seen from their centre."""
        shape = (desk.rotation, desk.width_mm, desk.depth_mm, desk.kind)
        if shape not in self._shapes:
            self._shapes[shape] = _boxes(replace(desk, x_mm=0, y_mm=0))
        box, zone = self._shapes[shape]
        x, y = desk.x_mm, desk.y_mm
        return _Stand(box.moved(x, y), zone.moved(x, y), desk)

    def _between(self, stands: list[_Stand]) -> Iterator[_Found]:
        grids, looked_at = (self._still, _grid(stands)), set[tuple[RecordId, RecordId]]()
        for one in stands:
            for other in _near(grids, one):
                first, second = sorted((one.desk, other.desk), key=lambda desk: (desk.code, desk.id))
                if first is second or (first.id, second.id) in looked_at:
                    continue
                looked_at.add((first.id, second.id))
                judged = _judged(first, second)
                if judged is not None:
                    concern, gap = judged
                    finding = Finding(concern, (first.id, second.id), gap)
                    yield (_ORDER[concern], first.code, second.code), finding

    def _outside(self, stand: _Stand) -> Iterator[_Found]:
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


def _grid(stands: Iterable[_Stand]) -> _Grid:
    grid: defaultdict[tuple[int, int], list[_Stand]] = defaultdict(list)
    for stand in stands:
        for cell in _cells(stand.zone):
            grid[cell].append(stand)
    return dict(grid)


def _cells(box: Box) -> list[tuple[int, int]]:
    return [
        (across, down)
        for across in range(box.left // _CELL_MM, box.right // _CELL_MM + 1)
        for down in range(box.top // _CELL_MM, box.bottom // _CELL_MM + 1)
    ]


def _near(grids: Iterable[_Grid], one: _Stand) -> Iterator[_Stand]:
    """What stands in the room that `one` needs, or needs room where `one` stands."""
    (left, top, right, bottom), (zone_left, zone_top, zone_right, zone_bottom), _ = one
    for cell in _cells(one.zone):
        for grid in grids:
            for other in grid.get(cell, ()):
                (its_left, its_top, its_right, its_bottom), around, _ = other
                if (
                    its_left < zone_right
                    and zone_left < its_right
                    and its_top < zone_bottom
                    and zone_top < its_bottom
                ) or (
                    around.left < right
                    and left < around.right
                    and around.top < bottom
                    and top < around.bottom
                ):
                    yield other


def _judged(one: Desk, other: Desk) -> tuple[Concern, Gap] | None:
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
