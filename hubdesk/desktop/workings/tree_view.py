"""`WorkingsTree`: the tree on screen, opened and walked by keys."""

from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from hubdesk.desktop.workings.branches import FIGURE, HOW, WHAT, Branches

_MOST = 1_000
"""Rows that are opened at one go."""
_AT_FIRST, _FEW = 2, 30
"""Levels that stand open as a figure comes; of one that follows from many others only the first."""
_INDENT = 12
"""Pixels to a level: trees are deep and panels narrow."""
_COLUMN = 19
"""Letters that the figure, and how one comes to it, have room for."""
S = TypeVar("S")
Path = tuple[int, ...]
"""The rows from the root down to a row."""


class WorkingsTree(QTreeView, Generic[S]):
    """Right opens, Left closes, * opens all below, Enter goes to the record, Ctrl+C copies the branch."""

    stood = Signal(object)
    """The step of the row where one is, such as a Working; None where there is no row."""
    entered = Signal(object)
    """A step that follows from no others, by Enter or a double click."""

    def __init__(self, model: Branches[S], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName("Workings")
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        self.setIndentation(_INDENT)
        for column in (FIGURE, HOW):
            self.setColumnWidth(column, _COLUMN * unit)
        self.doubleClicked.connect(self._enter)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.stood.emit(model.step(now)))

    @property
    def current(self) -> S | None:
        """What the row where one is stands for; None where there is no row."""
        return self._model.step(self.currentIndex())

    def show_working(self, working: S | None) -> None:
        """Another figure, with its first steps open."""
        self._model.show(working)
        few = working is not None and len(self._model.of(working)) <= _FEW
        self.expandToDepth(_AT_FIRST - 1 if few else 0)
        self._go_to_top()

    def renew(self, working: S) -> None:
        """The same figure worked out anew: what was open stays open, and one stays where one was."""
        opened, here = list(self._opened()), self._path(self.currentIndex())
        self._model.show(working)
        for path in opened:
            if (index := self._at(path)).isValid():
                self.expand(index)
        index = self._at(here)
        if here and index.isValid():
            self.setCurrentIndex(index)
        else:
            self._go_to_top()

    def open_below(self) -> None:
        """Open all branches below the row where one is, as many as can be looked at."""
        waiting, opened = deque([self.currentIndex().siblingAtColumn(WHAT)]), 0
        while waiting and opened < _MOST:
            index = waiting.popleft()
            self.expand(index)
            below = [self._model.index(row, WHAT, index) for row in range(self._model.rowCount(index))]
            opened += len(below)
            waiting.extend(below)

    def copy(self) -> None:
        """The branch below the row where one is, as text."""
        if (working := self.current) is not None:
            QGuiApplication.clipboard().setText(self._model.as_text(working))

    def copy_whole(self, title: str) -> None:
        """The whole figure as text, under `title`."""
        if (working := self._model.step(self._model.index(0, WHAT))) is not None:
            QGuiApplication.clipboard().setText(f"{title}\n{self._model.as_text(working)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Asterisk:
            self.open_below()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """A fact leads to its record; what follows from others opens or closes."""
        if (working := self.current) is None:
            return
        if self._model.of(working):
            index = self.currentIndex().siblingAtColumn(WHAT)
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.entered.emit(working)

    def _go_to_top(self) -> None:
        top = self._model.index(0, WHAT)
        if top.isValid():
            self.setCurrentIndex(top)
        else:
            self.stood.emit(None)

    def _opened(self, above: QModelIndex | None = None) -> Iterator[Path]:
        above = above or QModelIndex()
        for row in range(self._model.rowCount(above)):
            index = self._model.index(row, WHAT, above)
            if self.isExpanded(index):
                yield self._path(index)
                yield from self._opened(index)

    def _path(self, index: QModelIndex) -> Path:
        rows: list[int] = []
        while index.isValid():
            rows.append(index.row())
            index = index.parent()
        return tuple(reversed(rows))

    def _at(self, path: Path) -> QModelIndex:
        index = QModelIndex()
        for row in path:
            index = self._model.index(row, WHAT, index)
            if not index.isValid():
                return index
        return index
