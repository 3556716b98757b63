"""The select tool: click, Shift, marquee, and dragging what is selected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.coordinates import millimetres
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.domain.ids import RecordId
from hubdesk.editing import desks

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

SHIFT = Qt.KeyboardModifier.ShiftModifier


class SelectTool(Tool):
    """Selects, and moves what is selected."""

    id = "select"
    title = "Select"
    icon = "mouse-pointer-2"
    shortcut = "V"
    hint = "Click or drag round desks to select them; drag them to move them; Shift adds"

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._from: Pointer | None = None
        self._to: QPointF | None = None
        self._moving: frozenset[RecordId] = frozenset()
        self._dragging = False

    @property
    def busy(self) -> bool:
        return self._from is not None

    def press(self, pointer: Pointer) -> None:
        self._from, self._to, self._dragging = pointer, None, False
        hit = self.view.floor_scene.desks_at(pointer.scene)[:1]
        selection = self.session.selection
        if pointer.holds(SHIFT):
            selection.toggle(hit)
        elif hit and hit[0] not in selection.ids:
            selection.set(hit)
        self._moving = selection.ids if hit and hit[0] in selection.ids else frozenset()

    def move(self, pointer: Pointer) -> None:
        if self._from is None:
            return
        if not self._dragging and not _is_drag(self._from.view, pointer.view):
            return
        self._dragging, self._to = True, pointer.scene
        if self._moving:
            self.view.floor_scene.lift(self._moving, pointer.scene - self._from.scene)
        self.view.viewport().update()

    def release(self, pointer: Pointer) -> None:
        start, moving, dragging = self._from, self._moving, self._dragging
        self.cancel()
        if start is None:
            return
        if moving and dragging:
            by = millimetres(pointer.scene - start.scene)
            self.session.do(lambda hub: desks.move(hub, moving, by.x, by.y))
        elif dragging:
            found = self.view.floor_scene.desks_in(QPolygonF(QRectF(start.scene, pointer.scene).normalized()))
            if pointer.holds(SHIFT):
                self.session.selection.add(found)
            else:
                self.session.selection.set(found)
        elif not moving and not pointer.holds(SHIFT):
            area = self.view.floor_scene.area_at(pointer.scene)
            self.session.selection.set(() if area is None else (area.id,))

    def cancel(self) -> None:
        self._from = self._to = None
        self._dragging = False
        self._moving = frozenset()
        self.view.floor_scene.lift((), QPointF())
        self.view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        if self._from is None or self._to is None or self._moving:
            return
        colour = QColor(self.view.theme.colours.accent)
        pen = QPen(colour, 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        colour.setAlpha(30)
        painter.setBrush(colour)
        painter.drawRect(QRectF(self._from.scene, self._to).normalized())


def _is_drag(start: QPoint, now: QPoint) -> bool:
    return (now - start).manhattanLength() >= QApplication.startDragDistance()
