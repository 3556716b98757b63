"""Keys as people press them, by the names that menus give them."""

from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(widget: QWidget, keys: str) -> None:
    """Press "Ctrl+Z", "Esc", "Shift+Right" while `widget` has the focus."""
    _to_the_front(widget)
    combination = cast(QKeyCombination, QKeySequence(keys)[0])  # type: ignore[index]
    QTest.keyClick(widget, Qt.Key(combination.key()), combination.keyboardModifiers())


def type_text(widget: QWidget, text: str) -> None:
    _to_the_front(widget)
    QTest.keyClicks(widget, text)


def _to_the_front(widget: QWidget) -> None:
    """Keys go to the window in front; where tests run there is no window manager to put it there."""
    window = widget.window()
    if not window.isActiveWindow():
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
