"""`DeskTable`: the rows of the desk list, kept up to date row by row, so that selection and scroll stay."""

from collections.abc import Callable, Collection, Iterable, Set
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hubdesk.desktop.desk_list.columns import COLUMNS, spoken
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.kept_rows import WHOLE, Index, KeptRows
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.desk_rows import DeskRow, desk_rows, desks_touched

Wanted = Callable[[Hub], Set[RecordId]]
"""Which desks of a hub are listed."""


def every_desk(hub: Hub) -> Set[RecordId]:
    """All there are, in service or not."""
    return hub.desks.keys()


class DeskTable(KeptRows[DeskRow]):
    """Those desks that are wanted, in order of one column. It reads nothing until it is woken."""

    settling = Signal()
    """Rows are about to come, go or move because the hub or the day is another."""
    settled = Signal()
    """They have. Also when other desks are wanted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._awake, self._stale = False, True
        self._known: dict[RecordId, DeskRow] = {}
        self._wanted: Wanted = every_desk
        self._by, self._down = 0, False
        session.changed.connect(self._follow)
        session.as_at_changed.connect(self._another_day)

    def wake(self) -> None:
        """The list is to be seen: read the desks, and keep up from now on."""
        if not self._awake:
            self._awake = True
            if self._stale:
                self.want(self._wanted)

    def sleep(self) -> None:
        """The list is not to be seen: what changes meanwhile is read when it is."""
        self._awake = False

    def want(self, wanted: Wanted) -> None:
        """List these desks, and no others."""
        self._wanted = wanted
        if not self._awake:
            self._stale = True
            return
        self.settling.emit()
        self.beginResetModel()
        self._known = dict(
            desk_rows(self._session.hub, self._session.as_at, self._session.hub.desks.values())
        )
        shown = wanted(self._session.hub)
        self._rows = self._in_order(self._known[id_] for id_ in shown)
        self._places = None
        self.endResetModel()
        self.settled.emit()

    @property
    def known(self) -> int:
        """How many desks there are, listed or not."""
        return len(self._known)

    def places(self, ids: Iterable[RecordId]) -> list[int]:
        """The rows in which `ids` stand, those that are listed, from the top."""
        return sorted(place for id_ in ids if (place := self.place_of(id_)) is not None)

    def columnCount(self, parent: Index = WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(self._rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(index.column(), self._rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._rows[index.row()].sentence
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._down = column, order is Qt.SortOrder.DescendingOrder
        self.settle(self._in_order(self._rows))

    def _in_order(self, rows: Iterable[DeskRow]) -> list[DeskRow]:
        key = COLUMNS[self._by].key
        by_code = sorted(rows, key=lambda row: row.order)
        return by_code if self._by == 0 and not self._down else sorted(by_code, key=key, reverse=self._down)

    def _another_day(self) -> None:
        self._settle(self._session.hub.desks)

    def _follow(self, change: Change, hub: Hub) -> None:
        self._settle(desks_touched(change, hub, self._known) if self._awake else ())

    def _settle(self, touched: Collection[RecordId]) -> None:
        """Make the rows what they are now, touching those that differ."""
        if not self._awake:
            self._stale = True
            return
        hub = self._session.hub
        known = {id_: row for id_, row in self._known.items() if id_ in hub.desks}
        known.update(desk_rows(hub, self._session.as_at, [hub.desks[id_] for id_ in touched]))
        shown = self._wanted(hub)
        self.settling.emit()
        self._known = known
        if touched or shown != {row.desk.id for row in self._rows}:
            self.settle(self._in_order(known[id_] for id_ in shown))
        self.settled.emit()
