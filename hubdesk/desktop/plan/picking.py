"""What lies under the mouse, or in a region of the plan, and can be picked there."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.domain.area import Area
from hubdesk.domain.box import Box, box_of
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Outline, Point, double_area, edges, encloses
from hubdesk.domain.ids import RecordId
from hubdesk.domain.outlines import side_of

_Meets = Callable[[Outline, Outline], bool]
"""Whether a region has to do with a shape, as somebody who selects means it."""


class Hits(NamedTuple):
    """What is under a point, topmost first."""

    desks: tuple[RecordId, ...] = ()
    edges: tuple[RecordId, ...] = ()
    """Areas whose edge is within reach."""
    around: tuple[RecordId, ...] = ()
    """Areas that the point is inside, the smallest first, without those of `edges`."""

    @property
    def all(self) -> tuple[RecordId, ...]:
        return (*self.desks, *self.edges, *self.around)


class _Shape(NamedTuple):
    desk: Desk
    corners: Outline
    box: Box


class Picking:
    """What is there and can be picked on the floor that a plan shows, as at its session's day.

    Hidden and locked layers cannot be picked.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._shapes: dict[RecordId, _Shape] = {}

    @property
    def desks(self) -> tuple[Desk, ...]:
        """The desks that can be picked."""
        return () if self._shut(Layer.DESKS) else self.seen_desks

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas with an outline that can be picked."""
        return () if self._shut(Layer.AREAS) else self.seen_areas

    @property
    def seen_desks(self) -> tuple[Desk, ...]:
        """The desks in service, on whichever layer."""
        floor, day = self._plan.floor, self._plan.session.as_at
        listed = self._plan.session.hub.desks_on_floor.get(floor.id, ()) if floor else ()
        return tuple(desk for desk in listed if holds(desk, day))

    @property
    def seen_areas(self) -> tuple[Area, ...]:
        """The areas with an outline that there are, on whichever layer."""
        floor, day = self._plan.floor, self._plan.session.as_at
        listed = self._plan.session.hub.areas_on_floor.get(floor.id, ()) if floor else ()
        return tuple(area for area in listed if area.outline and holds(area, day))

    def at(self, point: Point, reach_mm: float) -> Hits:
        """What is under `point`; the edges of areas within `reach_mm` of it."""
        desks = [
            one.desk.id for one in self._drawn() if one.box.holds(point) and encloses(one.corners, point)
        ]
        areas = sorted(self.areas, key=lambda area: double_area(area.outline))
        near = tuple(area.id for area in areas if edge_near(area.outline, point, reach_mm) is not None)
        around = (area.id for area in areas if area.id not in near and encloses(area.outline, point))
        return Hits(tuple(reversed(desks)), near, tuple(around))

    def within(self, region: Outline) -> tuple[RecordId, ...]:
        """The desks wholly inside `region`; where there is none, the areas."""
        return self._desks_that(_lies_within, region) or self._areas_that(_lies_within, region)

    def touched(self, region: Outline) -> tuple[RecordId, ...]:
        """The desks that `region` touches; where there is none, the areas whose edges it touches."""
        return self._desks_that(_touches, region) or self._areas_that(_reaches_edge_of, region)

    def _desks_that(self, meets: _Meets, region: Outline) -> tuple[RecordId, ...]:
        box = box_of(region)
        return tuple(
            one.desk.id for one in self._drawn() if box.meets(one.box) and meets(region, one.corners)
        )

    def _areas_that(self, meets: _Meets, region: Outline) -> tuple[RecordId, ...]:
        return tuple(area.id for area in self.areas if meets(region, area.outline))

    def boxes(self, region: Box) -> tuple[tuple[RecordId, Box], ...]:
        """The boxes around the desks in service that reach into `region`, on whichever layer."""
        shapes = self._shapes_of(self.seen_desks)
        return tuple((one.desk.id, one.box) for one in shapes if region.meets(one.box))

    def _drawn(self) -> Iterator[_Shape]:
        return self._shapes_of(self.desks)

    def _shapes_of(self, desks: tuple[Desk, ...]) -> Iterator[_Shape]:
        """The desks with their corners, worked out anew only for desks that have changed."""
        kept, self._shapes = self._shapes, {}
        for desk in desks:
            known = kept.get(desk.id)
            shape = known if known is not None and known.desk is desk else _shape(desk)
            self._shapes[desk.id] = shape
        yield from self._shapes.values()

    def _shut(self, layer: Layer) -> bool:
        return self._plan.is_locked(layer) or not self._plan.shows(layer)


def corners_of(desk: Desk) -> Outline:
    """A desk's corners, to the millimetre."""
    return tuple(Point(round(corner.x), round(corner.y)) for corner in footprint(desk).corners)


def edge_near(outline: Outline, point: Point, reach_mm: float) -> int | None:
    """The edge of `outline` next to `point`, by the corner it starts at; None if none is within reach."""
    near = [(_distance(point, a, b), place) for place, (a, b) in enumerate(edges(outline))]
    return min((one for one in near if one[0] <= reach_mm), default=(0.0, None))[1]


def _shape(desk: Desk) -> _Shape:
    corners = corners_of(desk)
    return _Shape(desk, corners, box_of(corners))


def _distance(point: Point, a: Point, b: Point) -> float:
    right, down = b.x - a.x, b.y - a.y
    square = right * right + down * down
    share = ((point.x - a.x) * right + (point.y - a.y) * down) / square if square else 0.0
    share = min(1.0, max(0.0, share))
    return float(((a.x + share * right - point.x) ** 2 + (a.y + share * down - point.y) ** 2) ** 0.5)


def _lies_within(region: Outline, shape: Outline) -> bool:
    return all(encloses(region, corner) for corner in shape) and not _cross(region, shape)


def _reaches_edge_of(region: Outline, shape: Outline) -> bool:
    return encloses(region, shape[0]) or _cross(region, shape)


def _touches(region: Outline, shape: Outline) -> bool:
    return _reaches_edge_of(region, shape) or encloses(shape, region[0])


def _cross(one: Outline, other: Outline) -> bool:
    return any(_meet(a, b, c, d) for a, b in edges(one) for c, d in edges(other))


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two stretches cross at a point that is an end of neither."""
    return _apart(side_of(a, b, c), side_of(a, b, d)) and _apart(side_of(c, d, a), side_of(c, d, b))


def _apart(one: int, other: int) -> bool:
    return (one > 0 > other) or (one < 0 < other)


def ids_of(records: Iterable[Desk | Area]) -> tuple[RecordId, ...]:
    """Their ids, in the same order."""
    return tuple(record.id for record in records)
