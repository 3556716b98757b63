"""Hatches: strokes that tell desks apart where colour does not."""

from collections.abc import Iterator, Sequence
from enum import Enum
from math import ceil, floor
from typing import NamedTuple

Corner = tuple[float, float]
_EXACT = 1e-9


class Stroke(NamedTuple):
    """A straight stroke; where both ends are one place it is a dot."""

    x1: float
    y1: float
    x2: float
    y2: float


class Hatch(Enum):
    """The ways to hatch; the value is the word for it."""

    NONE = "plain"
    DIAGONAL = "rising lines"
    BACK_DIAGONAL = "falling lines"
    CROSS = "diamonds"
    HORIZONTAL = "level lines"
    VERTICAL = "upright lines"
    GRID = "squares"
    DOTS = "dots"
    DASHES = "dashes"

    @property
    def dotted(self) -> bool:
        """Whether its strokes are dots, which want a broader pen than lines."""
        return self is Hatch.DOTS


class Spacing(Enum):
    """How far strokes are apart; the value is millimetres on paper. On a screen, four pixels to one."""

    WIDE = 1.6
    NARROW = 0.8


class _Lines(NamedTuple):
    """Parallel lines, `a`·x + `b`·y a whole number, in units of the spacing.

    Where `dash` is a length, each line is broken into such strokes, one unit apart from start to
    start, and every other line is shifted by half a unit. A dash of 0 is a dot.
    """

    a: int
    b: int
    dash: float | None = None


_FAMILIES: dict[Hatch, tuple[_Lines, ...]] = {
    Hatch.NONE: (),
    Hatch.DIAGONAL: (_Lines(1, 1),),
    Hatch.BACK_DIAGONAL: (_Lines(1, -1),),
    Hatch.CROSS: (_Lines(1, 1), _Lines(1, -1)),
    Hatch.HORIZONTAL: (_Lines(0, 1),),
    Hatch.VERTICAL: (_Lines(1, 0),),
    Hatch.GRID: (_Lines(0, 1), _Lines(1, 0)),
    Hatch.DOTS: (_Lines(0, 1, 0.0),),
    Hatch.DASHES: (_Lines(0, 1, 0.55),),
}


def strokes_over(hatch: Hatch, spacing: float, corners: Sequence[Corner]) -> Iterator[Stroke]:
    """The strokes of `hatch`, so far apart, within the convex polygon of `corners`.

    They hang on the sheet and not on the polygon: a turned desk keeps the hatch of its agency, and
    neighbours run on. The pattern repeats every two spacings, so what covers a square of that side
    is a tile that covers any plane.
    """
    for family in _FAMILIES[hatch]:
        yield from _family_over(family, spacing, corners)


def _family_over(lines: _Lines, spacing: float, corners: Sequence[Corner]) -> Iterator[Stroke]:
    reach = [lines.a * x + lines.b * y for x, y in corners]
    squared = lines.a**2 + lines.b**2
    dx, dy = float(abs(lines.b)), float(-lines.a if lines.b > 0 else lines.a)
    for number in range(ceil(min(reach) / spacing - _EXACT), floor(max(reach) / spacing + _EXACT) + 1):
        foot = number * spacing / squared
        x, y = lines.a * foot, lines.b * foot
        found = _within(corners, x, y, dx, dy)
        if found is None:
            continue
        for start, end in _broken(found, lines.dash, spacing, number):
            yield Stroke(x + dx * start, y + dy * start, x + dx * end, y + dy * end)


def _broken(
    found: tuple[float, float], dash: float | None, spacing: float, number: int
) -> Iterator[tuple[float, float]]:
    start, end = found
    if dash is None:
        if end > start:
            yield found
        return
    shift = spacing / 2 if number % 2 else 0.0
    for place in range(floor((start - shift) / spacing), floor((end - shift) / spacing + _EXACT) + 1):
        begins = place * spacing + shift
        first, last = max(begins, start), min(begins + dash * spacing, end)
        if last > first or (not dash and last == first):
            yield first, last


def _within(
    corners: Sequence[Corner], x: float, y: float, dx: float, dy: float
) -> tuple[float, float] | None:
    """From where to where the line through (x, y) along (dx, dy) runs inside (Cyrus and Beck, 1978)."""
    low, high = float("-inf"), float("inf")
    turn = 1.0 if _doubled(corners) >= 0 else -1.0
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        nx, ny = -(by - ay) * turn, (bx - ax) * turn
        inward = nx * dx + ny * dy
        beyond = nx * (x - ax) + ny * (y - ay)
        if abs(inward) < _EXACT:
            if beyond < -_EXACT:
                return None
        elif inward > 0:
            low = max(low, -beyond / inward)
        else:
            high = min(high, -beyond / inward)
    return (low, high) if low <= high else None


def _doubled(corners: Sequence[Corner]) -> float:
    return sum(
        ax * by - bx * ay for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True)
    )
