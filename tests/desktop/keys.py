"""Keys as people press them, by the names that menus give them."""

from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(widget: QWidget, keys: str) -> None:
    """Press "Ctrl+Z", "Esc", "Shift+Right" while `widget` has the focus."""
    combination = cast(QKeyCombination, QKeySequence(keys)[0])  # type: ignore[index]
    QTest.keyClick(widget, Qt.Key(combination.key()), combination.keyboardModifiers())


def type_text(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)
