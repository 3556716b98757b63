"""The rows of the palette: each agency with its desks as at the day, kept up to date row by row."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.occupancy_on import AgencyDesks

AGENCY_MIME = "application/x-hubdesk-agency"
"""What an agency that is dragged onto the plan is called; its data is the record's id."""

KEYS = "1234567890"
"""The keys that pick the first ten rows."""

Index = QModelIndex | QPersistentModelIndex

_HEADINGS = ("Key", "Agency", "Licensed", "Allocated", "To place")
_WHOLE = QModelIndex()


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency as the palette shows it."""

    agency: Agency
    mark: Mark
    desks: AgencyDesks

    @property
    def state(self) -> str:
        """In words: "6 to place", "2 over", "all placed"."""
        count = self.desks.to_place
        if count == 0:
            return "all placed" if self.desks.licensed else "no licence"
        return f"{count} to place" if count > 0 else f"{-count} over"

    @property
    def story(self) -> str:
        """A sentence for a tooltip and for a screen reader."""
        return (
            f"{self.agency.code}, {self.agency.name}: {self.desks.licensed} licensed, "
            f"{self.desks.allocated} allocated, {self.state}"
        )


class AgencyRows(QAbstractTableModel):
    """Those that have anything to do with the hub on the day first, by code; then the others."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[AgencyRow] = self._read()
        session.changed.connect(self._follow)
        session.as_at_changed.connect(self._settle)

    @property
    def rows(self) -> tuple[AgencyRow, ...]:
        return tuple(self._rows)

    def row_of(self, agency: RecordId | None) -> int | None:
        """The row where `agency` is."""
        return next((row for row, one in enumerate(self._rows) if one.agency.id == agency), None)

    def rowCount(self, parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _WHOLE) -> int:  # noqa: N802  Qt's name
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section > 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.story
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802  Qt's name
        return [AGENCY_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802  Qt's name
        data = QMimeData()
        if indexes:
            data.setData(AGENCY_MIME, self._rows[indexes[0].row()].agency.id.encode())
        return data

    def _text(self, number: int, column: int) -> str:
        row = self._rows[number]
        if column == 0:
            return KEYS[number] if number < len(KEYS) else ""
        if column == 1:
            return f"{row.agency.code}  {row.agency.name}"
        return (str(row.desks.licensed), str(row.desks.allocated), row.state)[column - 2]

    def _read(self) -> list[AgencyRow]:
        hub, occupancy = self._session.hub, self._session.occupancy
        marks = marks_of_agencies(hub)
        rows = [
            AgencyRow(agency, marks[agency.id], occupancy.agencies[agency.id])
            for agency in hub.agencies.values()
        ]
        return sorted(rows, key=lambda row: (not row.desks.present, row.agency.code))

    def _follow(self, _change: Change, _hub: Hub) -> None:
        self._settle()

    def _settle(self) -> None:
        """Make the rows what they are now, touching those that differ: the view keeps where it is."""
        wanted = self._read()
        keep = {row.agency.id for row in wanted}
        for number in reversed(range(len(self._rows))):
            if self._rows[number].agency.id not in keep:
                self.beginRemoveRows(_WHOLE, number, number)
                del self._rows[number]
                self.endRemoveRows()
        for number, row in enumerate(wanted):
            at = self.row_of(row.agency.id)
            if at is None:
                self.beginInsertRows(_WHOLE, number, number)
                self._rows.insert(number, row)
                self.endInsertRows()
            elif at != number:
                self.beginMoveRows(_WHOLE, at, at, _WHOLE, number)
                self._rows.insert(number, self._rows.pop(at))
                self.endMoveRows()
            if self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(_HEADINGS) - 1))
