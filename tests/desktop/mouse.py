"""The mouse as a hand moves it: press, a few moves, release."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def drag(
    widget: QWidget, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NO_KEY, steps: int = 4
) -> None:
    """Press at `start`, go to `end` in some steps, and let go."""
    QTest.mouseMove(widget, start)
    QTest.mousePress(widget, LEFT, modifier, start)
    for step in range(1, steps + 1):
        QTest.mouseMove(widget, start + (end - start) * step / steps)
    QTest.mouseRelease(widget, LEFT, modifier, end)


def click(widget: QWidget, at: QPoint, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseMove(widget, at)
    QTest.mouseClick(widget, LEFT, modifier, at)
