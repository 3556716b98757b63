"""`Moving`: getting about on the plan by mouse and touch: wheel, pinch, and dragging the paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from hubdesk.desktop.plan.floor_view import FloorView

_NOTCH = 120
"""Eighths of a degree that a wheel turns from one notch to the next."""
_STEP = 1.2
"""The zoom of one notch."""
_TOUCH_STEP = 1.0035
"""The zoom of one pixel of a touchpad, with Ctrl."""
_SIDEWAYS = Qt.KeyboardModifier.ShiftModifier
_ZOOMING = Qt.KeyboardModifier.ControlModifier


class Moving:
    """What a view does with the events of moving about. Each method says whether it took the event."""

    def __init__(self, view: "FloorView") -> None:
        self._view = view
        self._from: QPoint | None = None
        self._space = False

    @property
    def cursor(self) -> Qt.CursorShape | None:
        """The hand, while the paper is held or about to be."""
        if self._from is not None:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if self._space else None

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms at the cursor. A touchpad scrolls, and zooms with Ctrl; Shift scrolls sideways."""
        turned, slid = event.angleDelta(), event.pixelDelta()
        at = event.position().toPoint()
        if event.modifiers() & _SIDEWAYS:
            self._view.pan(QPoint(-(turned.x() + turned.y()) // 2, 0))
        elif not slid.isNull() and event.phase() is not Qt.ScrollPhase.NoScrollPhase:
            if event.modifiers() & _ZOOMING:
                self._view.zoom(_TOUCH_STEP ** slid.y(), at)
            else:
                self._view.pan(-slid)
        elif turned.y():
            self._view.zoom(_STEP ** (turned.y() / _NOTCH), at)
        else:
            self._view.pan(QPoint(-turned.x() // 2, 0))
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Two fingers on a touchpad or screen."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._view.zoom(1 + event.value(), event.position().toPoint())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinched(pinch)
                event.accept(pinch)
                return True
        return False

    def _pinched(self, pinch: QPinchGesture) -> None:
        centre = self._view.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self._view.zoom(pinch.scaleFactor(), centre)
        slid: QPointF = pinch.lastCenterPoint() - pinch.centerPoint()
        self._view.pan(slid.toPoint())

    def press(self, event: QMouseEvent) -> bool:
        """The middle button takes hold of the paper; so does the left one while Space is down."""
        held = event.button() is Qt.MouseButton.LeftButton and self._space
        if held or event.button() is Qt.MouseButton.MiddleButton:
            self._from = event.position().toPoint()
            self._view.show_cursor()
            return True
        return False

    def move(self, event: QMouseEvent) -> bool:
        if self._from is None:
            return False
        now = event.position().toPoint()
        self._view.pan(self._from - now)
        self._from = now
        return True

    def release(self, event: QMouseEvent) -> bool:
        if self._from is None or event.button() is Qt.MouseButton.RightButton:
            return False
        self._from = None
        self._view.show_cursor()
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Space readies the hand, and lets go of it; a key that repeats itself says nothing new."""
        if event.key() != Qt.Key.Key_Space or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if not event.isAutoRepeat():
            self._space = event.type() == QEvent.Type.KeyPress
            self._view.show_cursor()
        return True

    def let_go(self) -> None:
        """Whatever was held; the window lost the keyboard and hears of nothing."""
        self._from, self._space = None, False
        self._view.show_cursor()
