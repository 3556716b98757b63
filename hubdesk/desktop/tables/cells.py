"""`Cells`: what a table shows: its rows in order, those that fit the filter, column by column."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from hubdesk.desktop.tables.kept_rows import WHOLE, Index, KeptRows, runs
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.tables.column import Column, Row

_ROLE = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LOOK_ROLE = int(_ROLE.UserRole) + 1
"""All that a cell shows, as a `Look`."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell shows. One that `opens` tells why; `is_strong` is in bold; what `is_shut` is hatched."""

    text: str
    is_figure: bool
    opens: bool = False
    note: str = ""
    mark: Mark | None = None
    is_strong: bool = False
    is_shut: bool = False


Typing = Callable[[Any, Column[Any], str], bool]
"""Takes what was typed for a row and column; whether it was taken."""


class Cells(KeptRows[Row], Generic[Row]):
    """Fed by `show_rows`. In the order they are fed until one sorts.

    Where something can be typed, a row that is edited stays where it is until one sorts anew.
    """

    recounted = Signal()
    """Rows came, went or changed, or others are shown."""

    def __init__(self, columns: Iterable[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fed: Sequence[Row] = ()
        self._words: tuple[str, ...] = ()
        self._totals: dict[str, str] = {}
        self._searched: dict[str, tuple[Row, str]] = {}
        self._by: tuple[str, bool] | None = None
        self.typing: Typing | None = None

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        return self._columns

    @property
    def fed(self) -> Sequence[Row]:
        """All rows, shown or not."""
        return self._fed

    def column_place(self, id_: str) -> int | None:
        """Where the column of that id stands."""
        return next((place for place, one in enumerate(self._columns) if one.id == id_), None)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These are the rows now."""
        self._fed = tuple(rows)
        self._arrange(self._as_they_stood if self._stays_put else self._sorted)

    def show_columns(self, columns: Iterable[Column[Row]]) -> None:
        """Other columns: those that stay are kept, the others come and go."""
        wanted = tuple(columns)
        new = {one.id: one for one in wanted}
        for first, last in reversed(runs(n for n, one in enumerate(self._columns) if one.id not in new)):
            self.beginRemoveColumns(WHOLE, first, last)
            self._columns = (*self._columns[:first], *self._columns[last + 1 :])
            self.endRemoveColumns()
        kept = {one.id for one in self._columns}
        if [one.id for one in self._columns] != [one.id for one in wanted if one.id in kept]:
            self.layoutAboutToBeChanged.emit()
            held = self.persistentIndexList()
            ids = [self._columns[index.column()].id for index in held]
            self._columns = tuple(one for one in wanted if one.id in kept)
            place = {one.id: number for number, one in enumerate(self._columns)}
            moved = [self.index(index.row(), place[id_]) for id_, index in zip(ids, held, strict=True)]
            self.changePersistentIndexList(held, moved)
            self.layoutChanged.emit()
        self._columns = tuple(new[one.id] for one in self._columns)
        for first, last in runs(n for n, one in enumerate(wanted) if one.id not in kept):
            self.beginInsertColumns(WHOLE, first, last)
            self._columns = (*self._columns[:first], *wanted[first : last + 1], *self._columns[first:])
            self.endInsertColumns()
        self._searched.clear()
        self._totals.clear()
        if self._by is not None and self._by[0] not in new:
            self._by = None
        self._all_changed()

    def filter(self, text: str) -> None:
        """Show the rows that have all the words of `text` in their cells."""
        self._words = tuple(text.casefold().split())
        self._arrange(self._as_they_stood if self._stays_put else self._sorted)

    def sort_by(self, id_: str | None, *, down: bool = False) -> None:
        """In order of that column; None: as they were fed."""
        self._by = None if id_ is None else (id_, down)
        self._arrange(self._sorted)

    @property
    def sorted_by(self) -> tuple[str, bool] | None:
        """The column, and whether it goes down; None: as they were fed."""
        return self._by

    def row_at(self, index: Index) -> Row:
        return self._rows[index.row()]

    def column_at(self, index: Index) -> Column[Row]:
        return self._columns[index.column()]

    def total(self, column: Column[Row]) -> str:
        """What stands below that column; worked out once for all who ask."""
        if column.total is None:
            return ""
        if column.id not in self._totals:
            self._totals[column.id] = column.shown_as(column.total(self._rows, column.value))
        return self._totals[column.id]

    def columnCount(self, parent: Index = WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _ROLE.DisplayRole:
            return column.heading
        if role == _ROLE.TextAlignmentRole:
            return RIGHT if column.kind.is_figure else LEFT
        if role == _ROLE.ToolTipRole:
            return column.hint or None
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == LOOK_ROLE:
            value = column.value(row)
            opens = column.opens and value is not None
            text = column.shown_as(value)
            shut = self.typing is not None and value is None and column.is_shut(row)
            return Look(text, column.kind.is_figure, opens, column.note(row), column.mark(row), is_shut=shut)
        if role in (_ROLE.DisplayRole, _ROLE.EditRole):
            return column.text(row)
        if role == _ROLE.TextAlignmentRole:
            return RIGHT if column.kind.is_figure else LEFT
        return self._about(row, column, role)

    def _about(self, row: Row, column: Column[Row], role: int) -> Any:
        if role == _ROLE.AccessibleTextRole:
            return column.said(row)
        if role == _ROLE.ToolTipRole:
            return column.note(row) or ("Enter or a double click tells why" if column.opens else None)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not index.isValid() or self.typing is None or not self.column_at(index).takes(self.row_at(index)):
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(  # noqa: N802  Qt's name
        self, index: QModelIndex | Index, value: Any, role: int = _ROLE.EditRole
    ) -> bool:
        if role != _ROLE.EditRole or self.typing is None:
            return False
        return self.typing(self.row_at(index), self.column_at(index), str(value))

    @property
    def _stays_put(self) -> bool:
        return self._by is not None and self.typing is not None and any(one.edit for one in self._columns)

    def _arrange(self, in_order: Callable[[list[Row]], list[Row]]) -> None:
        self._totals.clear()
        self.settle(in_order([row for row in self._fed if self._fits(row)]))
        self.recounted.emit()

    def _fits(self, row: Row) -> bool:
        if not self._words:
            return True
        known = self._searched.get(row.id)
        if known is None or known[0] is not row:
            parts = (f"{column.text(row)}\n{column.copied(row)}" for column in self._columns)
            known = self._searched[row.id] = row, "\n".join(parts).casefold()
        return all(word in known[1] for word in self._words)

    def _sorted(self, rows: list[Row]) -> list[Row]:
        """In order; blank cells last, whichever way it goes."""
        column = None if self._by is None else self._column_called(self._by[0])
        if self._by is None or column is None:
            return rows
        blank = [row for row in rows if column.order(row)[0]]
        full = [row for row in rows if not column.order(row)[0]]
        return [*sorted(full, key=lambda row: column.order(row)[1], reverse=self._by[1]), *blank]

    def _as_they_stood(self, rows: list[Row]) -> list[Row]:
        """Those that are there stay in their order; new ones go below them."""
        stood = {row.id: place for place, row in enumerate(self._rows)}
        ordered = self._sorted(rows)
        there = sorted((row for row in ordered if row.id in stood), key=lambda row: stood[row.id])
        return [*there, *(row for row in ordered if row.id not in stood)]

    def _column_called(self, id_: str) -> Column[Row] | None:
        return next((one for one in self._columns if one.id == id_), None)

    def _all_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.recounted.emit()


def tells_why(index: Index) -> bool:
    """Whether the cell is a figure that opens."""
    look = index.data(LOOK_ROLE) if index.isValid() else None
    return isinstance(look, Look) and look.opens
