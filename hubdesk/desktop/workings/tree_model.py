"""`WorkingsModel`: the tree of a working, as the panel beside the pages shows it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from hubdesk.charging.workings import Step, Working, as_text, exactly, figure, formula
from hubdesk.desktop.workings.branches import FIGURE, HOW, RIGHT, WHAT, Branches, Index
from hubdesk.domain.ids import RecordId

_SHORT = {Step.QUOTIENT: "first ÷ second", Step.DIFFERENCE: "first − the rest"}
"""Steps whose words are too long for a narrow panel."""


class WorkingsModel(Branches[Working]):
    """The tree of a working. `name` says what people call the records of a fact."""

    def __init__(self, name: Callable[[Sequence[RecordId]], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name

    def working(self, index: Index) -> Working | None:
        """What a row stands for."""
        return self.step(index)

    def of(self, step: Working) -> Sequence[Working]:
        return step.of

    def as_text(self, step: Working) -> str:
        return as_text(step)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911  by role
        working = self.working(index)
        if working is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (working.what, figure(working), self._how(working))[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{working.what}\n{told(working)}"
        if role == Qt.ItemDataRole.AccessibleTextRole and column == WHAT:
            return f"{working.what}: {figure(working)}, {self._how(working)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == FIGURE:
            return RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and column == HOW and working.records:
            return QApplication.palette().brush(QPalette.ColorRole.Link)
        if role == Qt.ItemDataRole.FontRole:
            return _font(working, column, is_root=self.is_root(index))
        return None

    def _how(self, working: Working) -> str:
        if working.step is Step.FACT:
            return self._name(working.records)
        return _SHORT.get(working.step) or str(working.step.value)


def told(working: Working) -> str:
    """The figure with nothing left out, and what it follows from."""
    how = formula(working)
    return f"{exactly(working)} = {how}" if how else exactly(working)


def _font(working: Working, column: int, *, is_root: bool) -> QFont | None:
    if is_root:
        bold = QFont()
        bold.setBold(True)
        return bold
    if column == HOW and working.records:
        underlined = QFont()
        underlined.setUnderline(True)
        return underlined
    return None
