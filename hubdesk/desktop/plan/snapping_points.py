"""Snapping of a single point: a corner that is drawn or dragged, the end of a line that is measured."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import atan2, cos, degrees, hypot, radians, sin

from hubdesk.desktop.plan.guides import Guide
from hubdesk.desktop.plan.snapping import Snapper, SnapTo, to_grid
from hubdesk.domain.box import Box, box_of
from hubdesk.domain.footprint import Spot
from hubdesk.domain.geometry import Outline, Point, edges
from hubdesk.domain.rooms import nearest_on
from hubdesk.domain.turning import normal

LINE_STEP = 45
"""Degrees between the directions that a line being drawn is drawn to."""
TURN_STEP = 15
"""Degrees between the rotations that something being turned is drawn to."""
_CELL_MM = 1_000


@dataclass(frozen=True, slots=True)
class SnappedPoint:
    """Where the point comes to lie, and the guides to draw."""

    point: Point
    guides: tuple[Guide, ...] = ()


class PointSnapper:
    """Corners first, then edges; then the angle from where the line starts; then lines and the grid."""

    def __init__(self, boxes: Iterable[Box], outlines: Iterable[Outline], to: SnapTo, grid_mm: int) -> None:
        """`boxes` and `outlines` as for a `Snapper`."""
        stands, drawn = tuple(boxes), tuple(outlines)
        self._snapper = Snapper(stands, drawn, to, grid_mm)
        self._grid_mm = max(1, grid_mm) if SnapTo.GRID in to else 0
        self._corners: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
        self._edges: list[tuple[Box, Point, Point]] = []
        if SnapTo.OBJECTS in to:
            for outline in (*drawn, *(box.outline for box in stands)):
                for corner in outline:
                    self._corners[corner.x // _CELL_MM, corner.y // _CELL_MM].append(corner)
            self._edges = [(box_of([a, b]), a, b) for outline in drawn for a, b in edges(outline)]

    def point(self, at: Point, tolerance_mm: float, start: Point | None = None) -> SnappedPoint:
        """Where `at` snaps to, of a line that begins at `start` if it is one.

        Never further than the tolerance, half a pitch of the grid, or, where the angle draws it, the
        nearest place in one of the directions, as long as the grid has it.
        """
        on_object = self._corner(at, tolerance_mm) or self._edge(at, tolerance_mm)
        if on_object is not None:
            return SnappedPoint(on_object)
        if start is not None and SnapTo.ANGLE in self._snapper.to:
            end = along(start, at)
            return SnappedPoint(_ends_on_grid(start, end, self._grid_mm) if self._grid_mm else end)
        moved = self._snapper.moving(Box(at.x, at.y, at.x, at.y), 0, 0, tolerance_mm)
        return SnappedPoint(Point(at.x + moved.right_mm, at.y + moved.down_mm), moved.guides)

    def _corner(self, at: Point, tolerance: float) -> Point | None:
        reach = int(tolerance)
        cells = (
            (across, down)
            for across in range((at.x - reach) // _CELL_MM, (at.x + reach) // _CELL_MM + 1)
            for down in range((at.y - reach) // _CELL_MM, (at.y + reach) // _CELL_MM + 1)
        )
        return _nearest(at, tolerance, (corner for cell in cells for corner in self._corners.get(cell, ())))

    def _edge(self, at: Point, tolerance: float) -> Point | None:
        reach = int(tolerance) + 1
        near = ((a, b) for box, a, b in self._edges if box.grown(reach).holds(at))
        return _nearest(at, tolerance, (_on_edge(at, a, b) for a, b in near))


def along(start: Point, at: Point, step: int = LINE_STEP) -> Point:
    """The place next to `at` in one of the directions from `start`, which are `step` degrees apart."""
    right, down = at.x - start.x, at.y - start.y
    angle = radians(round(degrees(atan2(down, right)) / step) * step)
    length = right * cos(angle) + down * sin(angle)
    return Point(start.x + round(length * cos(angle)), start.y + round(length * sin(angle)))


def _ends_on_grid(start: Point, end: Point, grid_mm: int) -> Point:
    """`end` further or nearer in the same direction, where it meets the next line of the grid."""
    right, down = end.x - start.x, end.y - start.y
    if abs(right) >= abs(down):
        way = right + to_grid(end.x, grid_mm)
        return Point(start.x + way, start.y + (round(way * down / right) if right else 0))
    way = down + to_grid(end.y, grid_mm)
    return Point(start.x + round(way * right / down), start.y + way)


def stepped(rotation: float, step: int = TURN_STEP) -> Decimal:
    """The nearest of the rotations that are `step` degrees apart, from 0 up to 360."""
    return normal(Decimal(round(rotation / step) * step))


def _nearest(at: Point, tolerance: float, points: Iterable[Point]) -> Point | None:
    near = [(hypot(one.x - at.x, one.y - at.y), one) for one in points]
    return min((one for one in near if one[0] <= tolerance), default=(0, None))[1]


def _on_edge(at: Point, a: Point, b: Point) -> Point:
    """The place on the edge next to `at`, to the millimetre."""
    place = nearest_on(Spot(*at), a, b)
    return Point(round(place.x), round(place.y))
