"""`Box`: an upright rectangle around something on the plan."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from hubdesk.domain.geometry import Outline, Point


class Axis(Enum):
    """Which way something goes on the plan; the value is the word people see."""

    ACROSS = "across"
    DOWN = "down"


class Box(NamedTuple):
    """By its edges, in whole millimetres; top is the smaller y. May be without width or depth."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def centre(self) -> Point:
        """Half a millimetre is left off."""
        return Point((self.left + self.right) // 2, (self.top + self.bottom) // 2)

    @property
    def outline(self) -> Outline:
        left, top, right, bottom = self
        return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)

    def span(self, axis: Axis) -> tuple[int, int]:
        """Where it begins and ends along `axis`."""
        return (self.left, self.right) if axis is Axis.ACROSS else (self.top, self.bottom)

    def moved(self, right_mm: int, down_mm: int) -> "Box":
        return Box(self.left + right_mm, self.top + down_mm, self.right + right_mm, self.bottom + down_mm)

    def grown(self, by_mm: int) -> "Box":
        """With `by_mm` more on every side."""
        return Box(self.left - by_mm, self.top - by_mm, self.right + by_mm, self.bottom + by_mm)

    def meets(self, other: "Box") -> bool:
        """Whether they have a point in common, an edge's included."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def holds(self, point: Point) -> bool:
        """Whether `point` lies in it or on its edge."""
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom


def box_of(outline: Iterable[Point]) -> Box:
    """The smallest box around the corners. Raises ValueError if there are none."""
    across, down = zip(*outline, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all `boxes`. Raises ValueError if there are none."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))
