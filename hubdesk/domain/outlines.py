"""Outlines as they are drawn: corners moved, put in and taken away, and what makes one no shape."""

from enum import Enum
from itertools import combinations, groupby

from hubdesk.domain.geometry import Outline, Point, double_area, edges


class OutlineFault(Enum):
    """Why an outline encloses no one space; the value is what people see."""

    TOO_FEW = "it needs three corners or more that enclose a space"
    CROSSES_ITSELF = "its sides cross or touch one another"


def with_corner_moved(outline: Outline, corner: int, to: Point) -> Outline:
    """`corner` counts from 0."""
    return (*outline[:corner], to, *outline[corner + 1 :])


def with_corner_inserted(outline: Outline, edge: int, at: Point) -> Outline:
    """A new corner on the edge that begins at the corner `edge`, counted from 0."""
    return (*outline[: edge + 1], at, *outline[edge + 1 :])


def without_corner(outline: Outline, corner: int) -> Outline:
    """`corner` counts from 0."""
    return outline[:corner] + outline[corner + 1 :]


def tidied(outline: Outline) -> Outline:
    """Without corners that lie on the one before, or on the first."""
    kept = tuple(corner for corner, _ in groupby(outline))
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def fault(outline: Outline) -> OutlineFault | None:
    """What is the matter with it, if anything: for feedback while a corner is dragged too."""
    outline = tidied(outline)
    if len(set(outline)) < 3 or not double_area(outline):
        return OutlineFault.TOO_FEW
    sides = list(edges(outline))
    corners = zip((sides[-1], *sides[:-1]), sides, strict=True)
    if any(_folds_back(before, after) for before, after in corners):
        return OutlineFault.CROSSES_ITSELF
    apart = (
        (one, other)
        for (first, one), (second, other) in combinations(enumerate(sides), 2)
        if 1 < second - first < len(sides) - 1
    )
    return OutlineFault.CROSSES_ITSELF if any(_meet(*one, *other) for one, other in apart) else None


def side_of(a: Point, b: Point, point: Point) -> int:
    """Above zero if `point` lies right of the way from `a` to `b`, below it if left, zero if in line.

    Right as one sees it on the plan. Twice the area of the triangle, in square millimetres.
    """
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)


def _folds_back(before: tuple[Point, Point], after: tuple[Point, Point]) -> bool:
    """Whether the second side, which begins where the first ends, goes back over it."""
    (a, b), (_, c) = before, after
    return side_of(a, b, c) == 0 and (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the sides `a` to `b` and `c` to `d` have a point in common."""
    if max(a.x, b.x) < min(c.x, d.x) or max(c.x, d.x) < min(a.x, b.x):
        return False
    if max(a.y, b.y) < min(c.y, d.y) or max(c.y, d.y) < min(a.y, b.y):
        return False
    one_side = _one_side(side_of(a, b, c), side_of(a, b, d))
    return not one_side and not _one_side(side_of(c, d, a), side_of(c, d, b))


def _one_side(one: int, other: int) -> bool:
    return (one > 0 and other > 0) or (one < 0 and other < 0)
