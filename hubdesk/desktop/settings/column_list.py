"""`ColumnList`: the columns of a file in their order, which keys change."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnList(QListWidget):
    """Alt+Up and Alt+Down move the chosen column, Delete removes it."""

    moved = Signal(int)
    """So many places on."""
    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumHeight(6 * self.fontMetrics().lineSpacing() + 60)

    def show_columns(self, words: Sequence[str]) -> None:
        """These columns. The place that is chosen stays, as far as there is one."""
        place = max(self.currentRow(), 0)
        with QSignalBlocker(self):
            while self.count() > len(words):
                self.takeItem(self.count() - 1)
            for row, text in enumerate(words):
                if row < self.count():
                    self.item(row).setText(text)
                else:
                    self.addItem(text)
            self.setCurrentRow(min(place, len(words) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
