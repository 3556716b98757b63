"""`Table`: rows and columns of figures, to read and to type in, as in a spreadsheet."""

from collections.abc import Iterable, Sequence, Set
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.bar import TableBar
from hubdesk.desktop.tables.cells import Cells
from hubdesk.desktop.tables.grid import Grid
from hubdesk.desktop.tables.handling import Handling
from hubdesk.desktop.tables.menu import table_menu
from hubdesk.desktop.tables.saving import Saving
from hubdesk.desktop.tables.totals import Totals
from hubdesk.desktop.tables.typing import CellTyping
from hubdesk.domain.days import in_words
from hubdesk.domain.names import counted
from hubdesk.exchange.table import PrintedTable
from hubdesk.workflows.tables.column import Adding, Column, HasId
from hubdesk.workflows.tables.printing import printed

TOTAL = ""
"""What `activated` has for the id of the row when it is a total that one asks about."""


class Table(QWidget):
    """`name` is what it is called: "Cost lines". Fed by `show_rows` with frozen rows; see the package.

    With a `session`, columns that have an `edit` can be typed in; `adding` says how rows that are pasted
    below the last one come in.
    """

    activated = Signal(str, str)
    """Why this figure: the row's id, or TOTAL, and the column's."""
    current_changed = Signal(str)
    """The keys are in another row: its id, nothing if in none."""

    def __init__(
        self,
        name: str,
        columns: Iterable[Column[Any]],
        session: Session | None = None,
        adding: Adding | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self.saving: Saving | None = None
        self._session = session
        self._memory: Memory | None = None
        self._fitted = False
        self.cells: Cells[Any] = Cells(columns, self)
        self.grid = Grid(self.cells, name)
        self.handling = Handling(name, self.grid, self.cells, session, adding)
        self.bar = TableBar(name)
        self.totals = Totals(self.grid, self.cells, name)
        typing = CellTyping(self.cells, session, self.grid)
        typing.settled.connect(self.grid.settled)
        typing.fill_wanted.connect(self.handling.fill)
        self.grid.setItemDelegate(typing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        self.setFocusProxy(self.grid)
        self._connect()
        self._show_chosen_columns()
        self._count()

    @property
    def rows(self) -> Sequence[Any]:
        """Those that are shown, from the top."""
        return tuple(self.cells.rows)

    @property
    def columns(self) -> list[Column[Any]]:
        """Those that are shown, from the left."""
        return [self.cells.columns[place] for place in self.grid.shown_columns()]

    def show_rows(self, rows: Sequence[HasId]) -> None:
        """These are the rows now. Those that differ are touched, and no others."""
        self.cells.show_rows(rows)
        if rows and not self._fitted:
            self._fitted = True
            self.grid.fit_columns()
        else:
            self.grid.widen_for_figures()

    def show_columns(self, columns: Iterable[Column[Any]]) -> None:
        """Other columns from now on."""
        known = {one.id for one in self.cells.columns}
        self.cells.show_columns(columns)
        self._show_chosen_columns()
        self.grid.fit_columns(known)

    @property
    def current(self) -> str | None:
        """The id of the row where the keys are."""
        index = self.grid.currentIndex()
        return str(self.cells.row_at(index).id) if index.isValid() else None

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the rows that are selected in part or wholly, from the top."""
        at = self.grid.chosen()
        return () if at is None else tuple(row.id for row in self.cells.rows[at.row : at.row + at.rows])

    def go_to(self, row: str, column: str | None = None) -> bool:
        """The keys go to that row, and column if one is named. False if it is not shown."""
        place = self.cells.place_of(row)
        shown = self.grid.shown_columns()
        if place is None or not shown:
            return False
        across = shown[0] if column is None else self.cells.column_place(column)
        self.grid.go(place, shown[0] if across is None else across)
        return True

    def without_bar(self) -> "Table":
        """For a table of few rows: no filter above it."""
        self.bar.hide()
        return self

    def printed(self) -> PrintedTable:
        """What is shown, as it is shown."""
        columns = self.columns
        totals = self.totals.row
        texts = [totals.texts[place] for place in self.grid.shown_columns()] if totals.is_wanted else []
        return printed(self.name, self._about(), columns, self.rows, texts)

    def settle_in(self, work: AtWork) -> None:
        """A table of an open hub: it remembers its columns, and can be saved as a PDF and as a workbook."""
        self.remember_in(work.machine.memory)
        self.saving = Saving(self, work)

    def remember_in(self, memory: Memory) -> None:
        """Which columns are shown is kept there, and is as it was left."""
        self._memory = memory
        self._show_chosen_columns()

    def menu(self) -> QMenu:
        """What can be done here."""
        return table_menu(self)

    def sort_by(self, column: str | None) -> None:
        """In order of that column, and again: the other way round. None: as it was at first."""
        now = self.cells.sorted_by
        down = now is not None and now[0] == column and not now[1]
        self.cells.sort_by(column, down=down)
        header = self.grid.horizontalHeader()
        place = None if column is None else self.cells.column_place(column)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(place is not None)
        header.setSortIndicator(-1 if place is None else place, order)

    def _connect(self) -> None:
        grid = self.grid
        header = grid.horizontalHeader()
        header.sectionClicked.connect(lambda place: self.sort_by(self.cells.columns[place].id))
        grid.opened.connect(self._open)
        self.totals.opened.connect(
            lambda index: self.activated.emit(TOTAL, self.cells.columns[index.column()].id)
        )
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._pop_up)
        grid.selectionModel().currentRowChanged.connect(
            lambda index, _old: self.current_changed.emit(
                self.cells.row_at(index).id if index.isValid() else ""
            )
        )
        self.cells.recounted.connect(self._count)
        self.bar.filtered.connect(self.cells.filter)
        self.bar.left.connect(grid.setFocus)
        self.bar.columns.menu().aboutToShow.connect(self._fill_chooser)

    def _about(self) -> list[str]:
        """What is said below the title on paper."""
        said = []
        if self._session is not None:
            said.append(f"{self._session.hub.settings.name}, as at {in_words(self._session.as_at)}")
            if self._session.trying is not None:
                said.append(f"What if: {self._session.trying.scenario.name}")
        if self.bar.filter.text().strip():
            said.append(f"Only rows with “{self.bar.filter.text().strip()}”: {self.bar.words.text()}")
        return said

    def _open(self, index: QModelIndex) -> None:
        self.activated.emit(self.cells.row_at(index).id, self.cells.column_at(index).id)

    def _pop_up(self, at: QPoint) -> None:
        self.menu().popup(self.grid.viewport().mapToGlobal(at))

    def _show_chosen_columns(self) -> None:
        hidden: Set[str] = {one.id for one in self.cells.columns if not one.shown}
        if self._memory is not None:
            hidden = self._memory.columns_hidden(self.name, hidden)
        for place, column in enumerate(self.cells.columns):
            self.grid.setColumnHidden(place, place > 0 and column.id in hidden)
        self.totals.follow()

    def _fill_chooser(self) -> None:
        menu = self.bar.columns.menu()
        menu.clear()
        for place, column in enumerate(self.cells.columns[1:], start=1):
            choice = QAction(column.title.replace("&", "&&"), menu)
            choice.setCheckable(True)
            choice.setChecked(not self.grid.isColumnHidden(place))
            choice.toggled.connect(partial(self._show_column, place))
            menu.addAction(choice)

    def _show_column(self, place: int, shown: bool) -> None:  # noqa: FBT001  Qt hands it over
        self.grid.setColumnHidden(place, not shown)
        self.totals.follow()
        if self._memory is not None:
            hidden = {
                column.id
                for number, column in enumerate(self.cells.columns)
                if self.grid.isColumnHidden(number)
            }
            self._memory.keep_columns_hidden(self.name, hidden)

    def _count(self) -> None:
        all_, shown = len(self.cells.fed), len(self.cells.rows)
        words = counted(all_, "row") if shown == all_ else f"{shown:,} of {counted(all_, 'row')}"
        self.bar.say(words)
        self.grid.setAccessibleDescription(words)
