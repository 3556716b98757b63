"""A straight cut through an outline, exact for outlines that turn in as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from hubdesk.domain.geometry import Outline, Point, double_area, edges
from hubdesk.domain.outlines import fault, side_of, tidied


@dataclass(frozen=True, slots=True)
class Cut:
    """From a place on the edge `start_edge` (counted by the corner it begins at) to one on `end_edge`."""

    start_edge: int
    start: Point
    end_edge: int
    end: Point


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Where the line meets the outline: how far along it (0 at `a`, 1 at `b`), on which edge."""

    along: Fraction
    edge: int
    x: Fraction
    y: Fraction

    @property
    def nearest(self) -> Point:
        return Point(round(self.x), round(self.y))


def cuts(outline: Outline, a: Point, b: Point) -> tuple[Cut, ...]:
    """Where the way from `a` to `b` leads through the inside of `outline`, in its order.

    An end that lies inside is drawn on to the outline. Ends are to the nearest millimetre. Along a side
    is not through the inside; past a corner that only touches it, it is two cuts.
    """
    if a == b:
        return ()
    met = sorted(_meetings(outline, a, b), key=lambda one: (one.along, one.edge))
    return tuple(
        Cut(one.edge, one.nearest, other.edge, other.nearest)
        for one, other in pairwise(met)
        if one.along < other.along
        and one.along < 1
        and other.along > 0
        and _between_is_inside(outline, one, other)
    )


def halves(outline: Outline, cut: Cut) -> tuple[Outline, Outline] | None:
    """The two parts, the larger first; of two alike, the one with the outline's first corner.

    None if the cut leaves one of them no space of its own.
    """
    one = _ring(outline, cut.start, cut.start_edge, cut.end, cut.end_edge)
    other = _ring(outline, cut.end, cut.end_edge, cut.start, cut.start_edge)
    if fault(one) or fault(other):
        return None
    first, second = sorted((one, other), key=lambda part: (-double_area(part), outline[0] not in part))
    return first, second


def _ring(outline: Outline, start: Point, start_edge: int, end: Point, end_edge: int) -> Outline:
    """Along the cut's end to its start, and on by the corners between."""
    count = (end_edge - start_edge) % len(outline)
    corners = (outline[(start_edge + 1 + step) % len(outline)] for step in range(count))
    return tidied((start, *corners, end))


def _meetings(outline: Outline, a: Point, b: Point) -> Iterator[_Meeting]:
    """Where the line through `a` and `b` meets each edge, but for the corner that the edge ends at."""
    right, down = b.x - a.x, b.y - a.y
    square = right * right + down * down
    for index, (corner, following) in enumerate(edges(outline)):
        side, next_side = side_of(a, b, corner), side_of(a, b, following)
        if side and side * next_side >= 0:
            continue
        share = Fraction(side, side - next_side) if side else Fraction(0)
        x = corner.x + share * (following.x - corner.x)
        y = corner.y + share * (following.y - corner.y)
        yield _Meeting(((x - a.x) * right + (y - a.y) * down) / square, index, x, y)


def _between_is_inside(outline: Outline, one: _Meeting, other: _Meeting) -> bool:
    """Whether the middle between two neighbouring meetings lies inside, and not on a side."""
    x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
    inside = False
    for a, b in edges(outline):
        cross = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
        within = min(a.x, b.x) <= x <= max(a.x, b.x) and min(a.y, b.y) <= y <= max(a.y, b.y)
        if cross == 0 and within:
            return False
        if (a.y > y) != (b.y > y) and (cross > 0) == (b.y > a.y):
            inside = not inside
    return inside
