"""Geometry on a floor, in whole millimetres from its top-left corner, y downwards."""

from collections.abc import Iterator
from typing import NamedTuple


class Point(NamedTuple):
    """A place on a floor, in millimetres."""

    x: int
    y: int


Outline = tuple[Point, ...]
"""The corners of a polygon in order, without repeating the first. Empty: not drawn."""

SQUARE_MM_IN_SQUARE_M = 1_000_000


def edges(outline: Outline) -> Iterator[tuple[Point, Point]]:
    """Each corner with the next one, the last with the first."""
    return zip(outline, outline[1:] + outline[:1], strict=True)


def double_area(outline: Outline) -> int:
    """Twice the area that `outline` encloses, in square millimetres (whole, so that nothing is lost)."""
    return abs(sum(a.x * b.y - b.x * a.y for a, b in edges(outline)))


def encloses(outline: Outline, point: Point) -> bool:
    """Whether `point` lies inside `outline` or on its edge."""
    inside = False
    for a, b in edges(outline):
        cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
        within = min(a.x, b.x) <= point.x <= max(a.x, b.x) and min(a.y, b.y) <= point.y <= max(a.y, b.y)
        if cross == 0 and within:
            return True
        if (a.y > point.y) != (b.y > point.y) and (cross > 0) == (b.y > a.y):
            inside = not inside
    return inside


def rectangle(width_mm: int, depth_mm: int) -> Outline:
    """The outline of a plain floor of that size."""
    return (Point(0, 0), Point(width_mm, 0), Point(width_mm, depth_mm), Point(0, depth_mm))
