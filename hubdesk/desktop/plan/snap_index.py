"""What can be snapped to, sorted once at the start of a drag so that each move of the mouse is quick."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hubdesk.domain.box import Axis, Box

REACH_MM = 12_000
"""Things further off than this are not what somebody means to line up with."""
_LANE_MM = 1_000


class Span(NamedTuple):
    """A box seen along an axis: from where to where on it, and on the other one."""

    start: int
    end: int
    side: int
    other_side: int


def span_of(box: Box, axis: Axis) -> Span:
    """`box` seen along `axis`."""
    other = Axis.DOWN if axis is Axis.ACROSS else Axis.ACROSS
    return Span(*box.span(axis), *box.span(other))


class Lines:
    """Places on an axis at which something lies, each with how far that goes on the other axis."""

    def __init__(self, lines: Iterable[tuple[int, int, int]]) -> None:
        """Of (where, side, other side), in millimetres."""
        grouped: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
        for where, side, other_side in lines:
            grouped[where].add((side, other_side))
        self._sides = {where: sorted(sides) for where, sides in grouped.items()}
        self._places = sorted(grouped)

    def nearest(self, where: int, side: int, other_side: int, tolerance: float) -> int | None:
        """The place next to `where` with something within reach of those sides; the smaller one of two."""
        first = bisect_left(self._places, where - tolerance)
        last = bisect_right(self._places, where + tolerance)
        near = sorted(self._places[first:last], key=lambda place: (abs(place - where), place))
        return next((place for place in near if self.at(place, side, other_side)), None)

    def at(self, where: int, side: int, other_side: int) -> tuple[int, int] | None:
        """The sides of the nearest thing that lies at `where`, if it is within reach."""
        sides = self._sides.get(where)
        if not sides:
            return None
        after = bisect_left(sides, (side, other_side))
        near = sides[max(0, after - 1) : after + 2]
        best = min(near, key=lambda one: max(one[0] - other_side, side - one[1], 0))
        return best if max(best[0] - other_side, side - best[1]) <= REACH_MM else None


class Lanes:
    """Boxes by the lanes of the plan that they lie in, to find what is before and after a box."""

    def __init__(self, spans: Iterable[Span]) -> None:
        lanes: defaultdict[int, list[Span]] = defaultdict(list)
        for span in spans:
            for lane in _lanes(span):
                lanes[lane].append(span)
        self._lanes = {lane: sorted(members) for lane, members in lanes.items()}

    def after(self, span: Span) -> list[Span]:
        """What begins where `span` ends or later, within reach, side by side with it: nearest first."""
        return sorted(set(self._beside(span, span.end, span.end + REACH_MM)))

    def before(self, span: Span) -> list[Span]:
        """What ends where `span` begins or earlier, within reach, side by side with it: nearest first."""
        found = {
            one for one in self._beside(span, span.start - REACH_MM, span.start) if one.end <= span.start
        }
        return sorted(found, key=lambda one: (-one.end, one))

    def _beside(self, span: Span, start: int, end: int) -> Iterator[Span]:
        """What begins between `start` and `end` and shares more than an edge with `span`'s lane."""
        for lane in _lanes(span):
            members = self._lanes.get(lane, [])
            for index in range(bisect_left(members, (start,)), len(members)):
                one = members[index]
                if one.start > end:
                    break
                if one.side < span.other_side and span.side < one.other_side:
                    yield one


def _lanes(span: Span) -> range:
    return range(span.side // _LANE_MM, span.other_side // _LANE_MM + 1)
