"""`Room`: an outline, sorted so that it is quick to say which of many desks stand wholly inside it."""

from math import hypot

from hubdesk.domain.box import Box, box_of
from hubdesk.domain.footprint import Footprint, Spot
from hubdesk.domain.gaps import Gap
from hubdesk.domain.geometry import Outline, Point, edges, encloses

_ROUNDED_MM = 1.5
"""A desk that touches its wall may reach over it by as much, places being whole millimetres."""


class Room:
    """The outline of an area or a floor."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._box = box_of(outline)
        self._edges = [(box_of(edge), edge) for edge in edges(outline)]
        self._is_box = len(outline) == 4 and set(outline) == set(self._box.outline)

    def surely_holds(self, box: Box) -> bool:
        """Whether that can be seen at a glance: an upright box in a room that is one."""
        return self._is_box and _lies_in(box, self._box)

    def reached_over(self, desk: Footprint, box: Box) -> Gap | None:
        """How far `desk`, with the box around it, reaches out of the room; None if it stands inside.

        Measured at the corner that is furthest out, from the nearest place on the outline. Where the
        room's own corner pokes into the desk, from there to the nearest side of the desk.
        """
        near = [edge for around, edge in self._edges if around.meets(box)]
        if not near and encloses(self._outline, Point(round(desk.centre.x), round(desk.centre.y))):
            return None
        out = [self._way_back(corner) for corner in desk.corners if not self._holds(corner)]
        into = [_way_out(desk, corner) for corner, _ in near if not out]
        furthest = max([*out, *(gap for gap in into if gap)], key=lambda gap: gap.mm, default=None)
        return furthest if furthest and furthest.mm > 1 else None

    def _holds(self, spot: Spot) -> bool:
        """Whether it lies inside, or is no further out than places are rounded."""
        return encloses(self._outline, _rounded(spot)) or _apart(spot, self._way_in(spot)) <= _ROUNDED_MM

    def _way_in(self, spot: Spot) -> Spot:
        """The place on the outline next to `spot`."""
        return min((nearest_on(spot, *edge) for _, edge in self._edges), key=lambda one: _apart(spot, one))

    def _way_back(self, spot: Spot) -> Gap:
        place = self._way_in(spot)
        return Gap(int(_apart(spot, place)), _rounded(place), _rounded(spot))


def _lies_in(inner: Box, outer: Box) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _way_out(desk: Footprint, corner: Point) -> Gap | None:
    """From a corner of the room that lies in the desk to the desk's nearest side."""
    x, y = corner.x - desk.centre.x, corner.y - desk.centre.y
    aside = x * desk.along.x + y * desk.along.y
    ahead = x * desk.front.x + y * desk.front.y
    along_left, front_left = desk.half_width - abs(aside), desk.half_depth - abs(ahead)
    if min(along_left, front_left) <= _ROUNDED_MM:
        return None
    left, way, sign = (
        (along_left, desk.along, aside) if along_left < front_left else (front_left, desk.front, ahead)
    )
    step = left if sign >= 0 else -left
    return Gap(int(left), corner, _rounded(Spot(corner.x + way.x * step, corner.y + way.y * step)))


def nearest_on(spot: Spot, a: Point, b: Point) -> Spot:
    """The place next to `spot` on the side from `a` to `b`."""
    right, down = b.x - a.x, b.y - a.y
    square = right * right + down * down
    share = ((spot.x - a.x) * right + (spot.y - a.y) * down) / square if square else 0.0
    share = min(1.0, max(0.0, share))
    return Spot(a.x + right * share, a.y + down * share)


def _apart(one: Spot, other: Spot) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _rounded(spot: Spot) -> Point:
    return Point(round(spot.x), round(spot.y))
