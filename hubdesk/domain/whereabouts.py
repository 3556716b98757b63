"""`Whereabouts`: which area each of many desks is in, on one day."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from hubdesk.domain.area import Area
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point, double_area, encloses
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId

_CELLS = 64
"""Cells along each side of a floor."""


class _Placed(NamedTuple):
    """An area and the box around its outline; `is_box` where the outline is that box."""

    area: Area
    left: int
    top: int
    right: int
    bottom: int
    is_box: bool

    def holds(self, x: int, y: int) -> bool:
        if not (self.left <= x <= self.right and self.top <= y <= self.bottom):
            return False
        return self.is_box or encloses(self.area.outline, Point(x, y))


class Whereabouts:
    """The areas of `hub` on `day`, sorted into cells: what `Hub.area_of` answers, for many desks at once."""

    def __init__(self, hub: Hub, day: date) -> None:
        self._areas: Mapping[RecordId, Area] = hub.areas
        self._floors: Mapping[RecordId, Floor] = hub.floors
        self._cells: defaultdict[tuple[RecordId, int, int], list[_Placed]] = defaultdict(list)
        for area in sorted(hub.areas.values(), key=lambda one: one.code):
            if area.outline and holds(area, day):
                self._put(_placed(area))

    def area_of(self, desk: Desk) -> Area | None:
        """The area `desk` is in: its own, else the first by code around its centre."""
        if desk.area is not None:
            return self._areas[desk.area]
        cell = (desk.floor, *self._cell(desk.floor, desk.x_mm, desk.y_mm))
        for placed in self._cells.get(cell, ()):
            if placed.holds(desk.x_mm, desk.y_mm):
                return placed.area
        return None

    def _put(self, placed: _Placed) -> None:
        floor = placed.area.floor
        first_x, first_y = self._cell(floor, placed.left, placed.top)
        last_x, last_y = self._cell(floor, placed.right, placed.bottom)
        for x in range(first_x, last_x + 1):
            for y in range(first_y, last_y + 1):
                self._cells[floor, x, y].append(placed)

    def _cell(self, floor: RecordId, x: int, y: int) -> tuple[int, int]:
        """The cell that a place is in; what lies beyond the floor counts to the cells at its edge."""
        across = x * _CELLS // max(1, self._floors[floor].width_mm)
        down = y * _CELLS // max(1, self._floors[floor].depth_mm)
        return min(max(across, 0), _CELLS - 1), min(max(down, 0), _CELLS - 1)


def _placed(area: Area) -> _Placed:
    across, down = [corner.x for corner in area.outline], [corner.y for corner in area.outline]
    left, top, right, bottom = min(across), min(down), max(across), max(down)
    box = {(left, top), (right, top), (right, bottom), (left, bottom)}
    is_box = (
        len(area.outline) == 4
        and set(area.outline) == box
        and double_area(area.outline) == 2 * (right - left) * (bottom - top)
    )
    return _Placed(area, left, top, right, bottom, is_box)
