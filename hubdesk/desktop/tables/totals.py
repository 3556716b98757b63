"""`Totals`: the row below a table that stays in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from hubdesk.desktop.tables.cells import LEFT, LOOK_ROLE, RIGHT, Cells, Look, tells_why
from hubdesk.desktop.tables.grid import LEAST_ROW, Grid
from hubdesk.desktop.tables.kept_rows import WHOLE, Index
from hubdesk.desktop.tables.painting import CellPainting

_ROLE = Qt.ItemDataRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TotalsRow(QAbstractTableModel):
    """One row: what each column comes to over the rows that are shown."""

    def __init__(self, cells: Cells[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._cells = cells
        self._texts: Sequence[str] = ()
        cells.recounted.connect(self._count)
        self._anew()

    @property
    def is_wanted(self) -> bool:
        """Whether any column has a total."""
        return any(column.total is not None for column in self._cells.columns)

    @property
    def texts(self) -> Sequence[str]:
        """From the left; the first column without a total says what this row is."""
        return self._texts

    @property
    def columns_of_words(self) -> int:
        """How many columns from the left have no total: what this row is stands across them."""
        totals = [place for place, column in enumerate(self._cells.columns) if column.total is not None]
        return totals[0] if totals else 0

    def rowCount(self, parent: Index = WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._texts)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        column = self._cells.columns[index.column()]
        if role == _ROLE.DisplayRole:
            return self._texts[index.column()]
        if role == _ROLE.TextAlignmentRole:
            return RIGHT if column.kind.is_figure else LEFT
        if role == LOOK_ROLE:
            opens = column.opens and column.total is not None
            return Look(self._texts[index.column()], column.kind.is_figure, opens, is_strong=True)
        if role == _ROLE.AccessibleTextRole:
            return f"Total, {column.heading}: {self._texts[index.column()] or 'none'}"
        return None

    def _anew(self) -> None:
        self.beginResetModel()
        self._texts = self._worked_out()
        self.endResetModel()

    def _count(self) -> None:
        texts = self._worked_out()
        if len(texts) != len(self._texts):
            self._anew()
        elif texts != self._texts:
            self._texts = texts
            self.dataChanged.emit(self.index(0, 0), self.index(0, len(texts) - 1))

    def _worked_out(self) -> Sequence[str]:
        cells = self._cells
        all_, shown = len(cells.fed), len(cells.rows)
        word = "Total" if shown == all_ else f"Total of {shown} shown"
        texts = [cells.total(column) for column in cells.columns]
        if texts and cells.columns[0].total is None:
            texts[0] = word
        return texts


class Totals(QTableView):
    """Looks and scrolls as the columns above it do."""

    opened = Signal(QModelIndex)
    """Why this total?"""

    def __init__(self, grid: Grid, cells: Cells[Any], name: str) -> None:
        super().__init__()
        self._grid = grid
        self.row = TotalsRow(cells, self)
        self.setModel(self.row)
        self.setAccessibleName(f"{name}: totals")
        self.setItemDelegate(CellPainting(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(LEAST_ROW)
        grid.horizontalHeader().sectionResized.connect(self._follow_width)
        grid.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        grid.horizontalScrollBar().rangeChanged.connect(lambda *_: self.follow())
        grid.verticalScrollBar().rangeChanged.connect(lambda *_: self.follow())
        self.row.modelReset.connect(self.follow)
        self.doubleClicked.connect(self._tell)
        self.follow()

    def follow(self) -> None:
        """Take the widths and the columns of the table, and what is scrolled."""
        self.setVisible(self.row.is_wanted)
        header = self._grid.horizontalHeader()
        for place in range(self.row.columnCount()):
            self.setColumnHidden(place, self._grid.isColumnHidden(place))
            self.setColumnWidth(place, header.sectionSize(place))
        self.clearSpans()
        if (words := self.row.columns_of_words) > 1:
            self.setSpan(0, 0, 1, words)
        bar = self._grid.verticalScrollBar()
        self.setViewportMargins(0, 0, bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0, 0)
        height = max(LEAST_ROW, self._grid.fontMetrics().height() + 8)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(height + 6)
        self.horizontalScrollBar().setValue(self._grid.horizontalScrollBar().value())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in _ENTER:
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            shown = [place for place in range(self.row.columnCount()) if not self.isColumnHidden(place)]
            if shown:
                self.setCurrentIndex(self.row.index(0, shown[0]))

    def _tell(self, index: QModelIndex) -> None:
        if tells_why(index):
            self.opened.emit(index)

    def _follow_width(self, place: int, _old: int, new: int) -> None:
        if place < self.row.columnCount() and new:
            self.setColumnWidth(place, new)
