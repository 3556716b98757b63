"""`KeptRows`: rows of a table kept up to date one by one, so that selection and scroll stay."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
WHOLE = QModelIndex()


class Known(Protocol):
    """A frozen row that is known by an id which stays."""

    @property
    def id(self) -> Hashable: ...


R = TypeVar("R", bound=Known)


class KeptRows(QAbstractTableModel, Generic[R]):
    """Made what is wanted by `settle`, touching the rows that differ and no others; never a reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []
        self._places: dict[Hashable, int] | None = None

    @property
    def rows(self) -> Sequence[R]:
        """From the top."""
        return self._rows

    def place_of(self, id_: Hashable) -> int | None:
        """The row in which that one stands."""
        if self._places is None:
            self._places = {row.id: place for place, row in enumerate(self._rows)}
        return self._places.get(id_)

    def rowCount(self, parent: Index = WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def settle(self, wanted: Sequence[R]) -> None:
        """Make the rows `wanted`, in that order."""
        if [row.id for row in wanted] == [row.id for row in self._rows]:
            self._renew(wanted)
            return
        new = {row.id: row for row in wanted}
        self._remove([place for place, row in enumerate(self._rows) if row.id not in new])
        self._renew([new[row.id] for row in self._rows])
        kept = {row.id for row in self._rows}
        self._reorder([row for row in wanted if row.id in kept])
        self._insert(wanted, [place for place, row in enumerate(wanted) if row.id not in kept])

    def _remove(self, places: Sequence[int]) -> None:
        for first, last in reversed(runs(places)):
            self.beginRemoveRows(WHOLE, first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()

    def _renew(self, now: Sequence[R]) -> None:
        """Take in what each row is now."""
        differing = [
            place
            for place, (old, new) in enumerate(zip(self._rows, now, strict=True))
            if old is not new and old != new
        ]
        self._rows = list(now)
        for first, last in runs(differing):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _reorder(self, ordered: Sequence[R]) -> None:
        """Move the rows to where they belong; whoever holds on to one goes with it."""
        if [row.id for row in ordered] == [row.id for row in self._rows]:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in held]
        self._rows, self._places = list(ordered), None
        place = {row.id: number for number, row in enumerate(ordered)}
        moved = [self.index(place[id_], index.column()) for id_, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _insert(self, wanted: Sequence[R], places: Sequence[int]) -> None:
        for first, last in runs(places):
            self.beginInsertRows(WHOLE, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self._places = None
            self.endInsertRows()


def runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of each run of `places`, which ascend."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
