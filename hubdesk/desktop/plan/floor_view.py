"""`FloorView`: a window on a floor in metres: nearer and farther, about by mouse, touch and keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from hubdesk.desktop.plan.moving import Moving
from hubdesk.desktop.plan.scale import pixels_in_a_metre_of_screen
from hubdesk.desktop.theme import Theme

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


class FloorView(QGraphicsView):
    """Shows a scene of one floor. What is on it, and what else the mouse does, is for others to say."""

    zoom_changed = Signal()
    """Nearer or farther."""
    moved = Signal()
    """Another part of the floor is in view, or more or less of it."""

    def __init__(self, scene: QGraphicsScene, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.theme = theme
        self._moving = Moving(self)
        self._shows_whole = False
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

    @property
    def floor_rect(self) -> QRectF:
        """The floor's bounds, in metres; empty where there is no floor."""
        return self.scene().sceneRect()

    @property
    def own_cursor(self) -> Qt.CursorShape:
        """The cursor while the paper is not held."""
        return Qt.CursorShape.ArrowCursor

    def show_cursor(self) -> None:
        """The hand while the paper is held, else what the mouse does."""
        self.viewport().setCursor(self._moving.cursor or self.own_cursor)

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
        self.fit(self.floor_rect)
        self._shows_whole = True

    def fit(self, rect: QRectF) -> None:
        """Show a part of the floor, in metres, with some room around it."""
        if not rect.isEmpty():
            room = 0.04 * max(rect.width(), rect.height())
            self.fitInView(rect.adjusted(-room, -room, room, room), Qt.AspectRatioMode.KeepAspectRatio)
            self.zoom(1.0)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802  Qt's name
        painter.fillRect(rect, QColor(self.theme.colours.beyond))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  Qt's name
        return self._moving.gesture(event) or super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        self._moving.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._moving.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._moving.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._moving.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if not self.goes(event):
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
        self.moved.emit()

    def goes(self, event: QKeyEvent) -> bool:
        """Arrows go over the floor, + and - zoom, Home shows all of it; whether the key was one of them."""
        if self._moving.key(event):
            return True
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
