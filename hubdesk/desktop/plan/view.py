"""`PlanView`: a window on the floor: moving about, and handing the mouse and keys to the tool."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from hubdesk.desktop.plan.hovering import Hovering
from hubdesk.desktop.plan.moving import Moving
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.rulers import THICKNESS, Rulers
from hubdesk.desktop.plan.scale import pixels_in_a_metre_of_screen
from hubdesk.desktop.plan.scene import FloorScene
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId

_NEAREST, _FARTHEST = 800.0, 0.2
"""Pixels to the metre."""
_ARROW_STEP = 0.1
"""The part of the view that an arrow key goes."""
_UPDATES = QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class PlanView(QGraphicsView):
    """Shows a FloorScene. What the mouse does is the tool's."""

    tool_changed = Signal()
    zoom_changed = Signal()
    """Nearer or farther."""
    entered = Signal()
    """Enter, which the tool in hand has no use for."""
    moved = Signal()
    """Another part of the floor is in view, or more or less of it."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget | None = None) -> None:
        self.plan = plan
        self.theme = theme
        self.session = plan.session
        self.floor_scene = FloorScene(plan, theme)
        super().__init__(self.floor_scene, parent)
        self._tool: Tool | None = None
        self._moving = Moving(self)
        self._hovering = Hovering(self)
        self._shown: RecordId | None = plan.floor.id if plan.floor else None
        self._shows_whole = False
        self._places: dict[RecordId, tuple[QPointF, float]] = {}
        self.setAccessibleName("Plan")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(_UPDATES)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # What scrolls is moved, and only what came into view is painted: it hides all that is beneath it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setViewportMargins(THICKNESS, THICKNESS, 0, 0)
        self._rulers = Rulers(self)
        plan.floor_changed.connect(self._another_floor)

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
        self.show_cursor()
        self.viewport().update()
        self.tool_changed.emit()

    def show_cursor(self) -> None:
        """The hand while the paper is held, else the cursor of the tool."""
        mine = self._tool.cursor if self._tool else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(self._moving.cursor or mine)

    @property
    def pixels_per_metre(self) -> float:
        return self.transform().m11()

    @property
    def scale_number(self) -> float:
        """The N of 1:N: how many times smaller the floor is on this screen."""
        return pixels_in_a_metre_of_screen(self) / self.pixels_per_metre

    def set_scale_number(self, number: float) -> None:
        """Show the floor at 1:`number`, about the middle of the view. Raises ValueError unless above 0."""
        if number <= 0:
            raise ValueError(number)
        self.zoom(self.scale_number / number)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Nearer or farther, with what is under `at` (a point of the view) staying there."""
        wanted = min(_NEAREST, max(_FARTHEST, self.pixels_per_metre * factor))
        anchor = QPointF(at or self.viewport().rect().center())
        before = self.viewportTransform().inverted()[0].map(anchor)
        ratio = wanted / self.pixels_per_metre
        self.scale(ratio, ratio)
        moved = self.viewportTransform().map(before) - anchor
        # Everything is painted anew: it would be moved for nothing.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.pan(moved.toPoint())
        self.setViewportUpdateMode(_UPDATES)
        self.zoom_changed.emit()

    def pan(self, by: QPoint) -> None:
        """Go `by` pixels to the right and down."""
        self._shows_whole = False
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def fit_floor(self) -> None:
        """The whole floor in view."""
        self.fit(self.floor_scene.floor_rect)
        self._shows_whole = True

    def fit_selection(self) -> None:
        """What is selected on this floor in view."""
        box = self.floor_scene.box_of(self.plan.session.selection.ids)
        if not box.isEmpty():
            least = 4.0
            wide, high = max(0.0, least - box.width()) / 2, max(0.0, least - box.height()) / 2
            self.fit(box.adjusted(-wide, -high, wide, high))

    def fit(self, rect: QRectF) -> None:
        """Show a part of the floor, in metres, with some room around it."""
        if not rect.isEmpty():
            room = 0.04 * max(rect.width(), rect.height())
            self.fitInView(rect.adjusted(-room, -room, room, room), Qt.AspectRatioMode.KeepAspectRatio)
            self.zoom(1.0)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802  Qt's name
        painter.fillRect(rect, QColor(self.theme.colours.beyond))

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:  # noqa: N802  Qt's name
        if self._tool is not None:
            self._tool.paint(painter)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._hovering.tell(event)
            return True
        return self._moving.gesture(event) or super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        self._moving.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.press(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.press(self._pointer(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._rulers.point_at(event.position())
        if self._moving.move(event) or self._tool is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._tool.move(self._pointer(event))
        else:
            self._tool.hover(self._pointer(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.release(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.release(self._pointer(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.press(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.double(self._pointer(event))

    def event(self, event: QEvent) -> bool:
        """Keys that the tool wants for itself just now are no shortcuts."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._tool is not None
            and self._tool.takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if self._tool is not None:
            if event.key() == Qt.Key.Key_Escape and self._tool.busy:
                self._tool.cancel()
                return
            if self._tool.key(event):
                return
        if self._moving.key(event) or self._key(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if not self._moving.key(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        self._moving.let_go()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        if self._shows_whole:
            self.fit_floor()
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  Qt's name
        super().scrollContentsBy(dx, dy)
        if self._tool is not None and self._tool.busy:
            # What a tool draws may hang on the view and not on the floor.
            self.viewport().update()
        self.moved.emit()

    def _key(self, event: QKeyEvent) -> bool:
        """Arrows go over the floor, + and - zoom, Home shows all of it."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not plain:
            return False
        if key in _ARROWS:
            step = round(_ARROW_STEP * min(self.viewport().width(), self.viewport().height()))
            self.pan(_ARROWS[key] * step)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif key == Qt.Key.Key_Home:
            self.fit_floor()
        else:
            return False
        return True

    def _another_floor(self) -> None:
        """Go to where one was on that floor before; a floor that was not seen yet is shown whole."""
        if self._shown is not None:
            centre = self.viewportTransform().inverted()[0].map(QPointF(self.viewport().rect().center()))
            self._places[self._shown] = (centre, self.pixels_per_metre)
        floor = self.plan.floor
        self._shown = None if floor is None else floor.id
        known = None if floor is None else self._places.get(floor.id)
        if known is None:
            self.fit_floor()
            return
        centre, scale = known
        self.zoom(scale / self.pixels_per_metre)
        now = self.viewportTransform().map(centre) - QPointF(self.viewport().rect().center())
        self.pan(now.toPoint())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802  Qt's names
        """Tab walks the desks, as the tool has it; past the last it leaves the plan."""
        # What lies over the plan asks here too, when the focus is to go on from it.
        if self.hasFocus() and self._tool is not None and self._tool.tab(forward=next):
            return True
        return super().focusNextPrevChild(next)

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return Pointer(
            self.mapToScene(event.position().toPoint()), event.position().toPoint(), event.modifiers()
        )
