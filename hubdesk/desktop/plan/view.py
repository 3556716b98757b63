"""`PlanView`: a window on the floor: moving about, and handing the mouse and keys to the tool."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.scene import FloorScene
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.desktop.theme import Theme

_NEAREST, _FARTHEST = 800.0, 1.0
"""Pixels to the metre."""
_STEP = 1.2


class PlanView(QGraphicsView):
    """Shows a FloorScene. What the mouse does is the tool's."""

    tool_changed = Signal()
    zoom_changed = Signal()

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget | None = None) -> None:
        self.plan = plan
        self.theme = theme
        self.floor_scene = FloorScene(plan, theme)
        super().__init__(self.floor_scene, parent)
        self._tool: Tool | None = None
        self._panning_from: QPoint | None = None
        self.setAccessibleName("Plan")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        plan.floor_changed.connect(self.fit_floor)

    @property
    def tool(self) -> Tool | None:
        return self._tool

    def take_tool(self, tool: Tool) -> None:
        """Put the tool in hand away, and take this one."""
        if self._tool is not None:
            if self._tool.busy:
                self._tool.cancel()
            self._tool.end()
        self._tool = tool
        tool.begin()
        self.viewport().setCursor(tool.cursor)
        self.viewport().update()
        self.tool_changed.emit()

    @property
    def pixels_per_metre(self) -> float:
        return self.transform().m11()

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Nearer or farther, with what is under `at` (a point of the view) staying there."""
        wanted = min(_NEAREST, max(_FARTHEST, self.pixels_per_metre * factor))
        factor = wanted / self.pixels_per_metre
        anchor = at or self.viewport().rect().center()
        before = self.mapToScene(anchor)
        self.scale(factor, factor)
        moved = self.mapFromScene(before) - anchor
        self._scroll(moved)
        self.zoom_changed.emit()

    def fit_floor(self) -> None:
        """The whole floor in view."""
        self.fit(self.floor_scene.floor_rect)

    def fit(self, rect: QRectF) -> None:
        """Show a part of the floor, in metres, with some room around it."""
        if not rect.isEmpty():
            room = 0.04 * max(rect.width(), rect.height())
            self.fitInView(rect.adjusted(-room, -room, room, room), Qt.AspectRatioMode.KeepAspectRatio)
            self.zoom_changed.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802  Qt's name
        painter.fillRect(rect, QColor(self.theme.colours.beyond))

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:  # noqa: N802  Qt's name
        if self._tool is not None:
            self._tool.paint(painter)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        self.zoom(_STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panning_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.press(self._pointer(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._panning_from is not None:
            now = event.position().toPoint()
            self._scroll(self._panning_from - now)
            self._panning_from = now
        elif self._tool is not None:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._tool.move(self._pointer(event))
            else:
                self._tool.hover(self._pointer(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._panning_from is not None and event.button() is Qt.MouseButton.MiddleButton:
            self._panning_from = None
            self.viewport().setCursor(self._tool.cursor if self._tool else Qt.CursorShape.ArrowCursor)
        elif event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.release(self._pointer(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.double(self._pointer(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if self._tool is not None:
            if event.key() == Qt.Key.Key_Escape and self._tool.busy:
                self._tool.cancel()
                return
            if self._tool.key(event):
                return
        super().keyPressEvent(event)

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return Pointer(
            self.mapToScene(event.position().toPoint()), event.position().toPoint(), event.modifiers()
        )

    def _scroll(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
