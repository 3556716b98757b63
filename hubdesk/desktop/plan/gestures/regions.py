"""Selecting by a region: a marquee, or a lasso drawn by hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from hubdesk.desktop.plan.coordinates import millimetres
from hubdesk.desktop.plan.gestures.gesture import SHIFT, Gesture
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.picking import Picking
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.ids import RecordId

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_LASSO_STEP = 4
"""Pixels between the corners of a lasso."""


class _Region(Gesture):
    """Whatever the region holds is selected, beside what is selected already while Shift is held."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking) -> None:
        super().__init__(view, start)
        self.picking = picking

    def found(self, pointer: Pointer) -> tuple[RecordId, ...]:
        raise NotImplementedError

    def release(self, pointer: Pointer) -> None:
        found = self.found(pointer)
        if pointer.holds(SHIFT):
            self.session.selection.add(found)
        else:
            self.session.selection.set(found)


class Marquee(_Region):
    """From left to right what is wholly inside; from right to left whatever is touched."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking) -> None:
        super().__init__(view, start, picking)
        self._to = start.scene

    @property
    def _touches(self) -> bool:
        return self._to.x() < self.start.scene.x()

    def move(self, pointer: Pointer) -> None:
        self._to = pointer.scene

    def found(self, pointer: Pointer) -> tuple[RecordId, ...]:
        self._to = pointer.scene
        region = tuple(millimetres(corner) for corner in self._shape().toList())
        return self.picking.touched(region) if self._touches else self.picking.within(region)

    def paint(self, ink: Ink) -> None:
        ink.region(self._shape(), Qt.PenStyle.DashLine if self._touches else Qt.PenStyle.SolidLine)

    def _shape(self) -> QPolygonF:
        return QPolygonF(QPolygonF(QRectF(self.start.scene, self._to).normalized()).toList()[:4])


class Lasso(_Region):
    """Whatever lies wholly inside the line drawn by hand."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking) -> None:
        super().__init__(view, start, picking)
        self._last = start.view
        self._corners: list[QPointF] = [start.scene]

    def move(self, pointer: Pointer) -> None:
        if (pointer.view - self._last).manhattanLength() >= _LASSO_STEP:
            self._last = pointer.view
            self._corners.append(pointer.scene)

    def found(self, pointer: Pointer) -> tuple[RecordId, ...]:
        region = tuple(millimetres(corner) for corner in (*self._corners, pointer.scene))
        return self.picking.within(region) if len(region) > 2 else ()

    def paint(self, ink: Ink) -> None:
        ink.region(QPolygonF(self._corners), Qt.PenStyle.SolidLine)
