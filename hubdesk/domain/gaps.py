"""Between two desks, however they are turned: how far one stands in the other, or before one of its sides."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from hubdesk.domain.footprint import Footprint, Spot
from hubdesk.domain.geometry import Point

_NOISE = 1e-6
_ROUNDED_MM = 1.5
"""Places are whole millimetres, so that turned desks which touch may stand in one another by as much."""


class Side(Enum):
    """A side of a desk, seen by whoever sits at it."""

    FRONT = "where the sitter is"
    LEFT = "left of the sitter"
    RIGHT = "right of the sitter"


class Gap(NamedTuple):
    """A distance in whole millimetres, rounded down, and the line along which it was measured."""

    mm: int
    start: Point
    end: Point

    def moved(self, right_mm: int, down_mm: int) -> "Gap":
        (x, y), (to_x, to_y) = self.start, self.end
        start, end = Point(x + right_mm, y + down_mm), Point(to_x + right_mm, to_y + down_mm)
        return Gap(self.mm, start, end)


class _Frame(NamedTuple):
    """A place and two directions at right angles, both of length one: what is `out`, and what `aside`."""

    at: Spot
    aside: Spot
    out: Spot

    def inward(self, spot: Spot) -> Spot:
        """`spot` as so much aside and so much out."""
        x, y = spot.x - self.at.x, spot.y - self.at.y
        return Spot(x * self.aside.x + y * self.aside.y, x * self.out.x + y * self.out.y)

    def outward(self, spot: Spot) -> Point:
        """The place on the plan, to the millimetre."""
        x = self.at.x + spot.x * self.aside.x + spot.y * self.out.x
        y = self.at.y + spot.x * self.aside.y + spot.y * self.out.y
        return Point(round(x), round(y))


def overlap(one: Footprint, other: Footprint) -> Gap | None:
    """How far they stand in one another: what one would have to be moved to be clear of the other.

    None if they stand apart, touch, or overlap by no more than places are rounded.
    """
    frames = [frame for desk in (one, other) for frame in _both_ways(desk)]
    depths = [(_common(frame, one, other), frame) for frame in frames]
    depth, frame = min(depths, key=lambda pair: pair[0])
    if depth <= _ROUNDED_MM:
        return None
    down, across = _both_ways(one)
    inside = _clipped(_clipped(other.corners, down, one.half_depth), across, one.half_width)
    middle = frame.inward(_middle(inside))
    return Gap(
        int(depth + _NOISE),
        frame.outward(Spot(middle.x, middle.y - depth / 2)),
        frame.outward(Spot(middle.x, middle.y + depth / 2)),
    )


def clear_width(desk: Footprint, side: Side, other: Footprint, spared_mm: float) -> Gap | None:
    """How far `other`, which does not overlap `desk`, is from that side of it, straight out.

    None if it is not before that side. What reaches no more than `spared_mm` past the side's ends does
    not count as before it: it is beside the desk.
    """
    frame, half, depth = _looking_out(desk, side)
    spared = min(spared_mm, half / 2) + _NOISE
    before = _clipped(other.corners, _Frame(frame.at, frame.out, frame.aside), half - spared)
    seen = [frame.inward(spot) for spot in before]
    if not seen or sum(spot.y for spot in seen) < 0:
        return None
    nearest = min(spot.y for spot in seen)
    asides = [spot.x for spot in seen if spot.y <= nearest + 1]
    aside = (min(asides) + max(asides)) / 2
    start, end = frame.outward(Spot(aside, depth)), frame.outward(Spot(aside, nearest))
    return Gap(max(0, int(nearest - depth + _NOISE)), start, end)


def _looking_out(desk: Footprint, side: Side) -> tuple[_Frame, float, float]:
    """The frame in which `out` leads through that side, half the side's length, and how far off it is.

    The sitter looks at the desk, so that the desk's own direction along leads to the sitter's right.
    """
    along, front = desk.along, desk.front
    if side is Side.FRONT:
        return _Frame(desk.centre, along, front), desk.half_width, desk.half_depth
    out = along if side is Side.RIGHT else Spot(-along.x, -along.y)
    return _Frame(desk.centre, front, out), desk.half_depth, desk.half_width


def _both_ways(desk: Footprint) -> tuple[_Frame, _Frame]:
    return (
        _Frame(desk.centre, desk.along, desk.front),
        _Frame(desk.centre, desk.front, desk.along),
    )


def _common(frame: _Frame, one: Footprint, other: Footprint) -> float:
    """How much the two have in common along the frame's `out`; below zero if there is a gap."""
    ones = [frame.inward(spot).y for spot in one.corners]
    others = [frame.inward(spot).y for spot in other.corners]
    return min(max(ones) - min(others), max(others) - min(ones))


def _clipped(corners: Iterable[Spot], frame: _Frame, half: float) -> Sequence[Spot]:
    """What of a convex shape lies no further than `half` along the frame's `out`, either way."""
    kept = list(corners)
    for sign in (1, -1):
        before, kept = kept, []
        beyond = [sign * frame.inward(spot).y - half for spot in before]
        for index, (spot, past) in enumerate(zip(before, beyond, strict=True)):
            last, last_past = before[index - 1], beyond[index - 1]
            if (past <= 0) != (last_past <= 0):
                share = last_past / (last_past - past)
                kept.append(Spot(last.x + share * (spot.x - last.x), last.y + share * (spot.y - last.y)))
            if past <= 0:
                kept.append(spot)
    return kept


def _middle(spots: Sequence[Spot]) -> Spot:
    return Spot(sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots))
