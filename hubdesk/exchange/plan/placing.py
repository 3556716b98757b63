"""From millimetres on the floor to millimetres on a page, and what is in the way there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hubdesk.domain.geometry import Point
from hubdesk.exchange.plan.hatch import Corner
from hubdesk.exchange.plan.paper import Box

_CELL = 12.0


class Placing(NamedTuple):
    """The floor's top-left corner is at (`left`, `top`) of the page; the floor is drawn 1 to `scale`."""

    left: float
    top: float
    scale: int

    def at(self, x: float, y: float) -> Corner:
        return self.left + x / self.scale, self.top + y / self.scale

    def back(self, x: float, y: float) -> Point:
        """The place on the floor that a place on the page shows."""
        return Point(round((x - self.left) * self.scale), round((y - self.top) * self.scale))

    def all(self, corners: Iterable[Corner]) -> list[Corner]:
        return [self.at(x, y) for x, y in corners]


class Obstacles:
    """Boxes that nothing may be written over, found by where they are."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells[cell].append(box)

    def in_the_way_of(self, box: Box) -> Box | None:
        """Something that `box` would lie over, if anything."""
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if box.meets(other):
                    return other
        return None


def box_around(corners: Sequence[Corner]) -> Box:
    """The upright box around `corners`."""
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _cells(box: Box) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(int(box.left // _CELL), int(box.right // _CELL) + 1)
        for y in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
    ]
