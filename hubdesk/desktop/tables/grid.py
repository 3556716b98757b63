"""`Grid`: the cells of a table as they take keys and are looked at, as in a spreadsheet."""

from collections.abc import Set
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from hubdesk.desktop.tables.cells import LEFT, Cells, tells_why
from hubdesk.desktop.tables.painting import PAD
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.laying import Place

LEAST_ROW = 24
_KEY = Qt.Key
_FLAG = QItemSelectionModel.SelectionFlag
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter)
_TAB = (_KEY.Key_Tab, _KEY.Key_Backtab)
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_LOOKED_AT = 100
_MEASURED = 3
"""Of so many rows the so many longest texts say how wide a column is at first."""
_WIDEST = 40
"""Ems that a column takes at most unless it is drawn wider."""


class Grid(QTableView):
    """Enter goes down, or tells why; Tab goes right and out at the end of the row; F2 and letters type."""

    opened = Signal(QModelIndex)
    """Why this figure?"""
    wanted = Signal(str)
    """Something is to be done with what is selected: "copy", "copy bare", "paste", "fill", "clear"."""

    def __init__(self, cells: Cells[Any], name: str) -> None:
        super().__init__()
        self._cells = cells
        self._tabbed_from: int | None = None
        self.setModel(cells)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(LEAST_ROW)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(LEFT)
        across.setSectionsClickable(True)
        across.setMinimumSectionSize(40)
        self.doubleClicked.connect(self._double_clicked)
        self.fit_rows()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit_rows()

    def fit_rows(self) -> None:
        """Rows as high as the letters need."""
        self.verticalHeader().setDefaultSectionSize(max(LEAST_ROW, self.fontMetrics().height() + 8))
        self.fit_columns()

    def fit_columns(self, but: Set[str] = frozenset()) -> None:
        """Columns as wide as what stands in them, the heading and the total; `but` stay as they are."""
        widest = self.fontMetrics().averageCharWidth() * _WIDEST
        for place, column in enumerate(self._cells.columns):
            if column.id not in but:
                needed = max(self._needed_by(column), self.horizontalHeader().sectionSizeHint(place))
                self.setColumnWidth(place, min(needed, widest))

    def widen_for_figures(self) -> None:
        """No figure is cut off, whoever made its column narrow: it would be read as another one."""
        for place, column in enumerate(self._cells.columns):
            if not column.kind.is_figure or self.isColumnHidden(place):
                continue
            if (needed := self._needed_by(column)) > self.columnWidth(place):
                self.setColumnWidth(place, needed)

    def _needed_by(self, column: Column[Any]) -> int:
        """What its cells need, and its total."""
        total = self.fontMetrics().horizontalAdvance(self._cells.total(column))
        return max(self._width_of(column), round(total * 1.1) + 2 * PAD + 4)

    def _width_of(self, column: Column[Any]) -> int:
        """What the widest texts of the first rows need, with what stands beside them."""
        metrics = self.fontMetrics()
        rows = self._cells.rows[:_LOOKED_AT]
        texts = sorted({column.sample, *map(column.text, rows)}, key=len, reverse=True)[:_MEASURED]
        beside = metrics.height() * 2 if any(map(column.mark, rows)) else 0
        beside += metrics.height() + PAD if any(map(column.note, rows)) else 0
        return max(map(metrics.horizontalAdvance, texts)) + beside + 2 * PAD + 4

    def shown_columns(self) -> list[int]:
        """The places of the columns that are to be seen."""
        return [place for place in range(len(self._cells.columns)) if not self.isColumnHidden(place)]

    def chosen(self) -> Place | None:
        """The cells that are selected, else the current one; columns count among those shown."""
        ranges = self.selectionModel().selection().toList()
        current = self.currentIndex()
        shown = self.shown_columns()
        if not ranges:
            if not current.isValid() or current.column() not in shown:
                return None
            return Place(current.row(), shown.index(current.column()))
        top, bottom = min(one.top() for one in ranges), max(one.bottom() for one in ranges)
        left, right = min(one.left() for one in ranges), max(one.right() for one in ranges)
        across = [number for number, place in enumerate(shown) if left <= place <= right]
        return Place(top, across[0], bottom - top + 1, len(across)) if across else None

    def go(self, row: int, column: int) -> None:
        """The keys go to that cell, and it alone is selected."""
        index = self._cells.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self.scrollTo(index)

    def focusInEvent(self, event: Any) -> None:  # noqa: N802  Qt's name
        """Whoever comes here is at a cell at once."""
        super().focusInEvent(event)
        shown = self.shown_columns()
        if not self.currentIndex().isValid() and self._cells.rowCount() and shown:
            self.selectionModel().setCurrentIndex(self._cells.index(0, shown[0]), _FLAG.NoUpdate)

    def event(self, event: QEvent) -> bool:
        """The keys that mean something in a spreadsheet are no shortcuts of the window while one is here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TAB:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in _TAB:
            self.tab(-1 if event.key() == _KEY.Key_Backtab else 1)
        elif event.key() in _ENTER and not event.modifiers() & _MODIFIERS:
            self._enter(event)
        elif (what := _meant(event)) is not None:
            self.wanted.emit(what)
        elif event.key() == _KEY.Key_Space and event.modifiers():
            self._select_whole(event)
        else:
            if event.key() not in (_KEY.Key_Shift, _KEY.Key_Control):
                self._tabbed_from = None if _is_arrow(event) else self._tabbed_from
            super().keyPressEvent(event)

    def settled(self, event: QKeyEvent) -> None:
        """What was typed was taken; the key that settled it goes on."""
        self.setFocus()
        if event.key() in _TAB:
            self.tab(-1 if event.key() == _KEY.Key_Backtab else 1)
        else:
            self._down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def tab(self, step: int) -> None:
        """To the next cell of the row; out of the table from the last, and where nothing can be typed."""
        current, shown = self.currentIndex(), self.shown_columns()
        if self._cells.typing is None or not current.isValid() or current.column() not in shown:
            self.focusNextPrevChild(step > 0)
            return
        place = shown.index(current.column()) + step
        if not 0 <= place < len(shown):
            self._tabbed_from = None
            self.focusNextPrevChild(step > 0)
            return
        begun = current.column() if self._tabbed_from is None else self._tabbed_from
        self.go(current.row(), shown[place])
        self._tabbed_from = begun

    def _enter(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if tells_why(current) and not _is_typed_in(current):
            self.opened.emit(current)
        else:
            self._down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _down(self, step: int) -> None:
        """A row on; after Tab, in the column where one began."""
        current = self.currentIndex()
        if not current.isValid():
            return
        column = current.column() if self._tabbed_from is None else self._tabbed_from
        self._tabbed_from = None
        row = current.row() + step
        self.go(row if 0 <= row < self._cells.rowCount() else current.row(), column)

    def _select_whole(self, event: QKeyEvent) -> None:
        """Shift and Space select the row, Ctrl and Space the column."""
        current = self.currentIndex()
        if not current.isValid():
            return
        flag = _FLAG.Rows if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FLAG.Columns
        self.selectionModel().select(current, _FLAG.ClearAndSelect | flag)

    def _double_clicked(self, index: QModelIndex) -> None:
        if tells_why(index) and not _is_typed_in(index):
            self.opened.emit(index)


def _is_typed_in(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _is_arrow(event: QKeyEvent) -> bool:
    return event.key() in (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Left, _KEY.Key_Right)


def _meant(event: QKeyEvent) -> str | None:
    """What a key does with what is selected."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return "copy"
    if event.matches(QKeySequence.StandardKey.Paste):
        return "paste"
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if control and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() == _KEY.Key_C:
        return "copy bare"
    if control and event.key() == _KEY.Key_D:
        return "fill"
    return "clear" if event.key() == _KEY.Key_Delete and not event.modifiers() & _MODIFIERS else None


def _own(event: QKeyEvent) -> bool:
    """Whether a key is the table's: what is typed, and what a spreadsheet does with cells."""
    typed = bool(event.text()) and event.text().isprintable() and not event.modifiers() & _MODIFIERS
    return (
        typed
        or _meant(event) is not None
        or event.matches(QKeySequence.StandardKey.SelectAll)
        or event.key() in (*_ENTER, _KEY.Key_F2)
        or (event.key() == _KEY.Key_Space and bool(event.modifiers()))
    )
