"""`Hand`: a mouse and a keyboard. What it does reaches the window as from the windowing system."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NO_KEY = Qt.KeyboardModifier.NoModifier
_REMEMBERED = 60


class Hand:
    """Counts what it does, and remembers the last of it for whoever has to find out what went wrong."""

    def __init__(self, window: QWidget, meanwhile: Callable[[], None]) -> None:
        """`meanwhile` may happen whenever the mouse has moved."""
        self._window, self._meanwhile = window, meanwhile
        self.events = 0
        self.trail: deque[str] = deque(maxlen=_REMEMBERED)

    def note(self, what: str) -> None:
        """One event that was done in another way than by this hand."""
        self.events += 1
        self.trail.append(f"{self.events}: {what}")

    def mouse_down(
        self, widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT
    ) -> None:
        self.note(f"press {_name(widget)} {at.x()},{at.y()} {_words(held, button)}")
        QTest.mousePress(_handle(widget), button, held, _in_window(widget, at))

    def mouse_to(self, widget: QWidget, at: QPoint) -> None:
        self.note(f"move {_name(widget)} {at.x()},{at.y()}")
        QTest.mouseMove(_handle(widget), _in_window(widget, at))
        self._meanwhile()

    def mouse_up(
        self, widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT
    ) -> None:
        self.note(f"release {_name(widget)} {at.x()},{at.y()} {_words(held, button)}")
        QTest.mouseRelease(_handle(widget), button, held, _in_window(widget, at))

    def click(
        self, widget: QWidget, at: QPoint, held: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT
    ) -> None:
        self.mouse_to(widget, at)
        self.mouse_down(widget, at, held, button)
        self.mouse_up(widget, at, held, button)

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        self.note(f"double click {_name(widget)} {at.x()},{at.y()}")
        QTest.mouseDClick(_handle(widget), LEFT, NO_KEY, _in_window(widget, at))

    def wheel(self, widget: QWidget, at: QPoint, turned: int, held: Qt.KeyboardModifier = NO_KEY) -> None:
        self.note(f"wheel {_name(widget)} {at.x()},{at.y()} by {turned}")
        QTest.wheelEvent(
            _handle(widget), _in_window(widget, at).toPointF(), QPoint(0, turned), QPoint(), held
        )

    def key(self, keys: str) -> None:
        """Press keys as menus name them, "Ctrl+Z"; they go to whatever has the focus."""
        widget = self._to_type_into()
        self.note(f"key {keys} on {_name(widget)}")
        combination = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(_handle(widget), combination.key(), combination.keyboardModifiers())

    def type_text(self, text: str) -> None:
        """Type into whatever has the focus; what no key has is composed, as input methods do."""
        target = QApplication.focusWidget() or self._to_type_into()
        self.note(f"type {text!r} into {_name(target)}")
        if text.isascii():
            QTest.keyClicks(target, text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(target, composed)

    def _to_type_into(self) -> QWidget:
        """The window in front; where tests run there is no window manager to put one there."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        window = QApplication.activeModalWidget() or self._window
        if not window.isActiveWindow():
            window.activateWindow()
            QTest.qWaitForWindowActive(window, 200)
        return window


def _handle(widget: QWidget) -> QWindow:
    return widget.window().windowHandle()


def _in_window(widget: QWidget, at: QPoint) -> QPoint:
    return widget.mapTo(widget.window(), at) if widget is not widget.window() else at


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or widget.windowTitle() or type(widget).__name__


def _words(held: Qt.KeyboardModifier, button: Qt.MouseButton) -> str:
    keys = "" if held == NO_KEY else f"{held.name} "
    return f"{keys}{button.name}"
