"""Turning desks about their middle, by the handle above them."""

from decimal import Decimal
from math import atan2, degrees
from typing import TYPE_CHECKING

from hubdesk.desktop.plan.coordinates import millimetres
from hubdesk.desktop.plan.gestures.gesture import Gesture
from hubdesk.desktop.plan.gestures.moving import MOST_GHOSTS
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.picking import corners_of
from hubdesk.desktop.plan.snapping import SnapTo
from hubdesk.desktop.plan.snapping_points import stepped
from hubdesk.desktop.plan.staying import Movable
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.geometry import Point
from hubdesk.domain.turning import normal, turned
from hubdesk.editing import turning
from hubdesk.editing.pieces import box_around, pieces

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_HALF_TURN = 180


class TurnDrag(Gesture):
    """Every 15°, to the tenth of a degree while Alt is held or the angle does not snap."""

    def __init__(self, view: "PlanView", start: Pointer, going: Movable) -> None:
        super().__init__(view, start)
        self.going = going
        self._pivot = box_around(pieces(self.session.hub, going.desks, going.areas)).centre
        self._from = self._angle(start)
        self._pointer = start
        self._by = Decimal(0)

    def move(self, pointer: Pointer) -> None:
        self._pointer = pointer
        by = self._angle(pointer) - self._from
        fine = normal(Decimal(round(by, 1)).quantize(Decimal("0.1")))
        self._by = stepped(by) if SnapTo.ANGLE in self.snap_to(pointer) else fine

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        going, by, pivot = self.going, self._by, self._pivot
        if by:
            self.session.do(lambda hub: turning.rotate(hub, going.desks, going.areas, by, pivot))

    def paint(self, ink: Ink) -> None:
        for one in self.going.desks[:MOST_GHOSTS]:
            corners = corners_of(self.session.hub.desks[one])
            ink.ghost(tuple(turned(corner, self._pivot, self._by) for corner in corners))
        shown = self._by - 360 if self._by > _HALF_TURN else self._by
        staying = f"\n{self.going.staying}" if self.going.staying else ""
        ink.line(self._pivot, millimetres(self._pointer.scene))
        ink.label(millimetres(self._pointer.scene), f"{shown:+g}°{staying}" if shown else f"0°{staying}")

    def _angle(self, pointer: Pointer) -> float:
        at: Point = millimetres(pointer.scene)
        return degrees(atan2(at.y - self._pivot.y, at.x - self._pivot.x))
