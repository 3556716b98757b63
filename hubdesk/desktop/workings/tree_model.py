"""`WorkingsModel`: the tree of a working, read branch by branch as it is opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from hubdesk.charging.workings import Step, Working, exactly, figure, formula
from hubdesk.domain.ids import RecordId

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("What", "Figure", "How, or where it stands")
WHAT, FIGURE, HOW = range(len(HEADINGS))
_SHORT = {Step.QUOTIENT: "first ÷ second", Step.DIFFERENCE: "first − the rest"}
"""Steps whose words are too long for a narrow panel."""
_WHOLE = QModelIndex()


@dataclass(slots=True)
class _Node:
    working: Working
    parent: int
    row: int
    below: list[int] = field(default_factory=list)
    read: bool = False


class WorkingsModel(QAbstractItemModel):
    """One tree, its root the only row at the top. `name` says what people call the records of a fact."""

    def __init__(self, name: Callable[[Sequence[RecordId]], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._nodes: list[_Node] = []

    def show(self, working: Working | None) -> None:
        """Another tree."""
        self.beginResetModel()
        self._nodes = [] if working is None else [_Node(working, -1, 0)]
        self.endResetModel()

    def working(self, index: Index) -> Working | None:
        """What a row stands for."""
        return self._nodes[index.internalId()].working if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _WHOLE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        number = self._below(parent.internalId())[row] if parent.isValid() else 0
        return self.createIndex(row, column, number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return QModelIndex() if above < 0 else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
        if not parent.isValid():
            return min(1, len(self._nodes))
        return len(self._nodes[parent.internalId()].working.of) if parent.column() == 0 else 0

    def columnCount(self, _parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
        return len(HEADINGS)

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == FIGURE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

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
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == HOW and working.records:
            return QApplication.palette().brush(QPalette.ColorRole.Link)
        if role == Qt.ItemDataRole.FontRole:
            return _font(working, column, is_root=self._nodes[index.internalId()].parent < 0)
        return None

    def _how(self, working: Working) -> str:
        if working.step is Step.FACT:
            return self._name(working.records)
        return _SHORT.get(working.step) or str(working.step.value)

    def _below(self, number: int) -> list[int]:
        node = self._nodes[number]
        if not node.read:
            node.read = True
            first = len(self._nodes)
            for row, one in enumerate(node.working.of):
                self._nodes.append(_Node(one, number, row))
            node.below = list(range(first, len(self._nodes)))
        return node.below


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
