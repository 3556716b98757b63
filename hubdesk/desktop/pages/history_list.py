"""The entries of the log as a table that reads on as one scrolls."""

from typing import ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hubdesk.desktop.icons import icon
from hubdesk.domain.days import in_words
from hubdesk.store import LogHeading, Store
from hubdesk.workflows.history import page

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """Newest first. Newer entries come in at the top, older ones when the view asks for them."""

    HEADINGS: ClassVar = ("No", "When", "Who", "What", "Records")

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._entries: list[LogHeading] = list(page(store))
        self._all = not self._entries or self._entries[-1].sequence == 1

    def entry(self, row: int) -> LogHeading:
        return self._entries[row]

    def take_newer(self) -> None:
        """Take in what was done since."""
        last = self._entries[0].sequence if self._entries else 0
        newer: list[LogHeading] = []
        before = None
        while found := page(self._store, before):
            newer += (one for one in found if one.sequence > last)
            before = found[-1].sequence
            if before <= last + 1:
                break
        if newer:
            self.beginInsertRows(_NOWHERE, 0, len(newer) - 1)
            self._entries[:0] = newer
            self.endInsertRows()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self.HEADINGS)

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802  Qt's name
        return not parent.isValid() and not self._all

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802  Qt's name
        older = page(self._store, self._entries[-1].sequence)
        self._all = not older or older[-1].sequence == 1
        if older:
            self.beginInsertRows(_NOWHERE, len(self._entries), len(self._entries) + len(older) - 1)
            self._entries += older
            self.endInsertRows()

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.HEADINGS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(entry)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (0, 4):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 3 and entry.issues:
            return icon("stamp")
        return None


def _cells(entry: LogHeading) -> tuple[str, ...]:
    when = entry.when.astimezone()
    records = "a run" if entry.issues else f"{entry.records:,}"
    return (
        f"{entry.sequence:,}",
        f"{in_words(when.date())}, {when:%H:%M}",
        entry.who,
        entry.title,
        records,
    )
