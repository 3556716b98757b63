"""`Branches`: a tree of the steps to a figure, read branch by branch as it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("What", "Figure", "How, or where it stands")
WHAT, FIGURE, HOW = range(len(HEADINGS))
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WHOLE = QModelIndex()

S = TypeVar("S")


@dataclass(slots=True)
class _Node(Generic[S]):
    step: S
    parent: int
    row: int
    below: list[int] = field(default_factory=list)
    read: bool = False


class Branches(QAbstractItemModel, Generic[S]):
    """One tree, its root the only row at the top. What a step is, and how it is shown, others say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node[S]] = []

    def of(self, step: S) -> Sequence[S]:
        """The steps that `step` follows from."""
        raise NotImplementedError

    def as_text(self, step: S) -> str:
        """`step` with all below it, in lines."""
        raise NotImplementedError

    def show(self, root: S | None) -> None:
        """Another tree."""
        self.beginResetModel()
        self._nodes = [] if root is None else [_Node(root, -1, 0)]
        self.endResetModel()

    def step(self, index: Index) -> S | None:
        """What a row stands for."""
        return self._nodes[index.internalId()].step if index.isValid() else None

    def is_root(self, index: Index) -> bool:
        return self._nodes[index.internalId()].parent < 0

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
        return len(self.of(self._nodes[parent.internalId()].step)) if parent.column() == 0 else 0

    def columnCount(self, _parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
        return len(HEADINGS)

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == FIGURE:
            return RIGHT
        return None

    def _below(self, number: int) -> list[int]:
        node = self._nodes[number]
        if not node.read:
            node.read = True
            first = len(self._nodes)
            for row, one in enumerate(self.of(node.step)):
                self._nodes.append(_Node(one, number, row))
            node.below = list(range(first, len(self._nodes)))
        return node.below
