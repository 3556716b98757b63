"""What can be grabbed of what is selected: the corners and edges of an area, the turning handle of desks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from hubdesk.desktop.plan.coordinates import MM, metres
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.picking import edge_near
from hubdesk.desktop.plan.plan import Layer
from hubdesk.desktop.plan.staying import Movable, movable
from hubdesk.domain.area import Area
from hubdesk.domain.box import Box
from hubdesk.domain.geometry import Point, edges
from hubdesk.editing.pieces import box_around, pieces

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_REACH = 12
"""Pixels from the middle of a handle: a target of 24."""
_ABOVE = 28
"""Pixels from the desks to their turning handle."""
_ROOM_FOR_PLUS = 72
"""Pixels that an edge is long at least to have a + in its middle."""


@dataclass(frozen=True, slots=True)
class CornerHandle:
    """The corner at `place` of the area's outline."""

    area: Area
    place: int


@dataclass(frozen=True, slots=True)
class EdgeHandle:
    """The edge that starts at the corner `place`."""

    area: Area
    place: int


@dataclass(frozen=True, slots=True)
class InsertHandle:
    """The + in the middle of the edge that starts at the corner `place`."""

    area: Area
    place: int


@dataclass(frozen=True, slots=True)
class TurnHandle:
    """Turns `going`."""

    going: Movable


Handle = CornerHandle | EdgeHandle | InsertHandle | TurnHandle


class Handles:
    """The handles of the selection, as it is and as it is zoomed now."""

    def __init__(self, view: "PlanView") -> None:
        self._view = view
        self._known: tuple[tuple[object, ...], Movable, Box | None] | None = None

    @property
    def area(self) -> Area | None:
        """The one selected area, if it can be reshaped."""
        going = self._now[0]
        if len(going.areas) != 1 or going.desks or len(self._view.session.selection.ids) != 1:
            return None
        return self._view.session.hub.areas[going.areas[0]]

    def at(self, where: QPoint, reach_mm: float) -> Handle | None:
        """What is grabbed there: corners first, then a +, then an edge."""
        area = self.area
        if area is not None:
            return self._corner(area, where) or self._plus(area, where) or self._edge(area, where, reach_mm)
        spot = self._turning_spot()
        if spot is not None and _near(self._pixels(spot), where):
            return TurnHandle(self._now[0])
        return None

    def paint(self, ink: Ink, chosen: int | None) -> None:
        """All handles; `chosen` is the corner that Delete removes."""
        area = self.area
        if area is not None:
            for middle in self._pluses(area).values():
                ink.handle(middle, "+")
            for place, corner in enumerate(area.outline):
                ink.handle(corner, chosen=place == chosen)
            return
        spot = self._turning_spot()
        if spot is not None:
            ink.handle(spot, "⟳")

    @property
    def _now(self) -> tuple[Movable, Box | None]:
        """What of the selection can be moved, and the box around it if it is desks alone.

        Worked out anew only where the hub, the selection or a lock is another: it is asked at each frame.
        """
        plan, session = self._view.plan, self._view.session
        locks = (plan.is_locked(Layer.DESKS), plan.is_locked(Layer.AREAS))
        key = (session.hub, session.selection.ids, *locks)
        known = self._known
        if known is None or any(a is not b for a, b in zip(known[0], key, strict=True)):
            going = movable(plan, session.selection.ids)
            turns = going.desks and not going.areas
            box = box_around(pieces(session.hub, going.desks, ())) if turns else None
            known = self._known = (key, going, box)
        return known[1], known[2]

    def _corner(self, area: Area, where: QPoint) -> CornerHandle | None:
        near = [
            ((self._pixels(corner) - where).manhattanLength(), place)
            for place, corner in enumerate(area.outline)
            if _near(self._pixels(corner), where)
        ]
        return CornerHandle(area, min(near)[1]) if near else None

    def _plus(self, area: Area, where: QPoint) -> InsertHandle | None:
        places = (place for place, at in self._pluses(area).items() if _near(self._pixels(at), where))
        place = next(places, None)
        return None if place is None else InsertHandle(area, place)

    def _edge(self, area: Area, where: QPoint, reach_mm: float) -> EdgeHandle | None:
        scene = self._view.mapToScene(where)
        place = edge_near(area.outline, Point(round(scene.x() / MM), round(scene.y() / MM)), reach_mm)
        return None if place is None else EdgeHandle(area, place)

    def _pluses(self, area: Area) -> dict[int, Point]:
        """The middles of the edges that are long enough on screen, by where they start."""
        middles = {}
        for place, (a, b) in enumerate(edges(area.outline)):
            if (self._pixels(a) - self._pixels(b)).manhattanLength() >= _ROOM_FOR_PLUS:
                middles[place] = Point((a.x + b.x) // 2, (a.y + b.y) // 2)
        return middles

    def _turning_spot(self) -> Point | None:
        """Above the selected desks; None where there is nothing to turn, or areas are among it."""
        box = self._now[1]
        if box is None:
            return None
        return Point(box.centre.x, box.top - round(_ABOVE / self._view.pixels_per_metre / MM))

    def _pixels(self, point: Point) -> QPoint:
        return self._view.mapFromScene(metres(point))


def _near(one: QPoint, other: QPoint) -> bool:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y())) <= _REACH
