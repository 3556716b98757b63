"""Snapping: where something that is dragged comes to lie, and the guides that say why.

A `Snapper` is made when a drag begins and asked at each move. Objects beat the grid: within the
tolerance what is dragged lines up with the edges and centres of what stands, or makes a gap equal to
one that is there already. Where no object draws it, each axis goes to the nearest line of the grid,
so never further than half a pitch. Everything is in millimetres; the same drag snaps the same way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Flag, auto

from hubdesk.desktop.plan.guides import AlignmentGuide, GapGuide, Guide
from hubdesk.desktop.plan.snap_index import Lanes, Lines, Span, span_of
from hubdesk.domain.box import Axis, Box, box_of
from hubdesk.domain.geometry import Outline, edges


class SnapTo(Flag):
    """What draws a thing that is dragged."""

    NOTHING = 0
    GRID = auto()
    OBJECTS = auto()
    ANGLE = auto()


@dataclass(frozen=True, slots=True)
class Snapped:
    """How far a drag goes after snapping, and the guides to draw."""

    right_mm: int
    down_mm: int
    guides: tuple[Guide, ...] = ()


class Snapper:
    """What stands on the floor while something else is dragged over it."""

    def __init__(self, boxes: Iterable[Box], outlines: Iterable[Outline], to: SnapTo, grid_mm: int) -> None:
        """`boxes` are those of desks that stay, `outlines` those of areas and the floor."""
        self.to, self.grid_mm = to, max(1, grid_mm)
        objects = tuple(boxes) if SnapTo.OBJECTS in to else ()
        walls = tuple(_walls(outlines)) if SnapTo.OBJECTS in to else ()
        self._across = _AxisSnapper(Axis.ACROSS, objects, walls)
        self._down = _AxisSnapper(Axis.DOWN, objects, walls)

    def moving(self, box: Box, right_mm: int, down_mm: int, tolerance_mm: float) -> Snapped:
        """How far `box`, the one around all that is dragged, goes when the mouse has gone that far."""
        raw = box.moved(right_mm, down_mm)
        across = self._offset(self._across, raw, tolerance_mm)
        down = self._offset(self._down, raw, tolerance_mm)
        there = raw.moved(across, down)
        guides = (*self._across.guides(there), *self._down.guides(there))
        return Snapped(right_mm + across, down_mm + down, guides)

    def _offset(self, axis: "_AxisSnapper", raw: Box, tolerance_mm: float) -> int:
        offset = axis.offset(raw, tolerance_mm)
        if offset is not None:
            return offset
        return to_grid(raw.span(axis.axis)[0], self.grid_mm) if SnapTo.GRID in self.to else 0


def to_grid(place_mm: int, grid_mm: int) -> int:
    """How far the nearest line of the grid is from `place_mm`; of two, the one further on."""
    return (place_mm + grid_mm // 2) // grid_mm * grid_mm - place_mm


class _AxisSnapper:
    """Snapping along one axis: the other is snapped by itself."""

    def __init__(self, axis: Axis, boxes: tuple[Box, ...], walls: tuple[Box, ...]) -> None:
        self.axis = axis
        spans = [span_of(box, axis) for box in boxes]
        drawn = [span_of(box, axis) for box in walls]
        self._edges = Lines((at, one.side, one.other_side) for one in (*spans, *drawn) for at in one[:2])
        self._centres = Lines((_middle(*one[:2]), one.side, one.other_side) for one in spans)
        self._lanes = Lanes(spans)

    def offset(self, raw: Box, tolerance: float) -> int | None:
        """The smallest way to an alignment or an equal gap; None if there is none within `tolerance`."""
        span = span_of(raw, self.axis)
        ways = [
            way for way in (*self._alignments(span, tolerance), *self._gaps(span)) if abs(way) <= tolerance
        ]
        return min(ways, key=abs, default=None)

    def guides(self, there: Box) -> Iterator[Guide]:
        """What `there` is in line with, and the equal gaps that it makes."""
        span = span_of(there, self.axis)
        for lines, place in self._lines(span):
            sides = lines.at(place, span.side, span.other_side)
            if sides is not None:
                first, last = min(span.side, sides[0]), max(span.other_side, sides[1])
                yield AlignmentGuide(self.axis, place, first, last)
        yield from self._gap_guides(span)

    def _lines(self, span: Span) -> dict[tuple[Lines, int], None]:
        """Where `span` can be in line, each once: its two edges and its centre."""
        return dict.fromkeys(
            [
                (self._edges, span.start),
                (self._edges, span.end),
                (self._centres, _middle(span.start, span.end)),
            ]
        )

    def _alignments(self, span: Span, tolerance: float) -> Iterator[int]:
        for lines, place in self._lines(span):
            near = lines.nearest(place, span.side, span.other_side, tolerance)
            if near is not None:
                yield near - place

    def _gaps(self, span: Span) -> Iterator[int]:
        """The ways to equal gaps: in the middle of two neighbours, or as far off as those two are apart."""
        before, after = self._lanes.before(_shrunk(span)), self._lanes.after(_shrunk(span))
        if before and after:
            yield _middle(before[0].end, after[0].start) - _middle(span.start, span.end)
        if before and (further := _next_before(before)):
            yield before[0].end + (before[0].start - further.end) - span.start
        if after and (further := _next_after(after)):
            yield after[0].start - (further.start - after[0].end) - span.end

    def _gap_guides(self, span: Span) -> Iterator[GapGuide]:
        before, after = self._lanes.before(span), self._lanes.after(span)
        if before and after:
            yield from self._gap_guide(span, (before[0].end, span.start), (span.end, after[0].start))
        if before and (further := _next_before(before)):
            yield from self._gap_guide(span, (further.end, before[0].start), (before[0].end, span.start))
        if after and (further := _next_after(after)):
            yield from self._gap_guide(span, (span.end, after[0].start), (after[0].end, further.start))

    def _gap_guide(self, span: Span, one: tuple[int, int], other: tuple[int, int]) -> Iterator[GapGuide]:
        gap, same = one[1] - one[0], other[1] - other[0]
        if gap > 0 and abs(gap - same) <= 1:
            yield GapGuide(self.axis, (one, other), _middle(span.side, span.other_side), gap)


def _shrunk(span: Span) -> Span:
    """`span` drawn together to its middle, so that neighbours it has been dragged into are still found."""
    middle = _middle(span.start, span.end)
    return span._replace(start=middle, end=middle)


def _next_before(before: list[Span]) -> Span | None:
    return next((one for one in before if one.end < before[0].start), None)


def _next_after(after: list[Span]) -> Span | None:
    return next((one for one in after if one.start > after[0].end), None)


def _middle(start: int, end: int) -> int:
    return (start + end) // 2


def _walls(outlines: Iterable[Outline]) -> Iterator[Box]:
    """The upright edges whole, of the others their corners."""
    for outline in outlines:
        for a, b in edges(outline):
            yield from (box_of([a, b]),) if a.x == b.x or a.y == b.y else (box_of([a]), box_of([b]))
