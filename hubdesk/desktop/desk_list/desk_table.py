"""`DeskTable`: the rows of the desk list, kept up to date row by row, so that selection and scroll stay."""

from collections.abc import Callable, Collection, Iterable, Sequence, Set
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hubdesk.desktop.desk_list.columns import COLUMNS, spoken
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.desk_rows import DeskRow, desk_rows, desks_touched

Index = QModelIndex | QPersistentModelIndex
Wanted = Callable[[Hub], Set[RecordId]]
"""Which desks of a hub are listed."""

_WHOLE = QModelIndex()


def every_desk(hub: Hub) -> Set[RecordId]:
    """All there are, in service or not."""
    return hub.desks.keys()


class DeskTable(QAbstractTableModel):
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
        self._rows: list[DeskRow] = []
        self._places: dict[RecordId, int] | None = None
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
    def rows(self) -> Sequence[DeskRow]:
        return self._rows

    @property
    def known(self) -> int:
        """How many desks there are, listed or not."""
        return len(self._known)

    def places(self, ids: Iterable[RecordId]) -> list[int]:
        """The rows in which `ids` stand, those that are listed, from the top."""
        if self._places is None:
            self._places = {row.desk.id: place for place, row in enumerate(self._rows)}
        return sorted(self._places[id_] for id_ in ids if id_ in self._places)

    def rowCount(self, parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
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
        self._put_in_order()

    def _in_order(self, rows: Iterable[DeskRow]) -> list[DeskRow]:
        key = COLUMNS[self._by].key
        by_code = sorted(rows, key=lambda row: row.order)
        return by_code if self._by == 0 and not self._down else sorted(by_code, key=key, reverse=self._down)

    def _put_in_order(self) -> None:
        """Move the rows to where they belong; whoever holds on to one goes with it."""
        ordered = self._in_order(self._rows)
        if ordered == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._rows[index.row()].desk.id for index in held]
        self._rows, self._places = ordered, None
        place = {row.desk.id: number for number, row in enumerate(ordered)}
        moved = [self.index(place[id_], index.column()) for id_, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

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
        self._remove([place for place, row in enumerate(self._rows) if row.desk.id not in shown])
        stand = {row.desk.id for row in self._rows}
        if self._renew(place for place, row in enumerate(self._rows) if known[row.desk.id] is not row):
            self._put_in_order()
        self._insert([known[id_] for id_ in shown if id_ not in stand])
        self.settled.emit()

    def _remove(self, places: Sequence[int]) -> None:
        for first, last in reversed(runs(places)):
            self.beginRemoveRows(_WHOLE, first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()

    def _renew(self, places: Iterable[int]) -> bool:
        """Take in what is known now; whether anything differs."""
        differing = []
        for place in places:
            now = self._known[self._rows[place].desk.id]
            if now != self._rows[place]:
                differing.append(place)
            self._rows[place] = now
        for first, last in runs(differing):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
        return bool(differing)

    def _insert(self, rows: Sequence[DeskRow]) -> None:
        """Put `rows` where they belong, those together that come to stand together."""
        if not rows:
            return
        whole = self._in_order([*self._rows, *rows])
        new = {row.desk.id for row in rows}
        for first, last in runs([place for place, row in enumerate(whole) if row.desk.id in new]):
            self.beginInsertRows(_WHOLE, first, last)
            self._rows[first:first] = whole[first : last + 1]
            self._places = None
            self.endInsertRows()


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of each run of `places`, which ascend."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
