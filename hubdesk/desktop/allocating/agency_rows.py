"""The rows of the palette: each agency with its desks as at the day, kept up to date row by row."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt

from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.kept_rows import WHOLE, Index, KeptRows
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

_HEADINGS = ("Key", "Agency", "Licensed", "Allocated", "To place")


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency as the palette shows it."""

    agency: Agency
    mark: Mark
    desks: AgencyDesks

    @property
    def id(self) -> RecordId:
        """The agency's."""
        return self.agency.id

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


class AgencyRows(KeptRows[AgencyRow]):
    """Those that have anything to do with the hub on the day first, by code; then the others."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.settle(self._read())
        session.changed.connect(self._follow)
        session.as_at_changed.connect(self._settle)

    def columnCount(self, parent: Index = WHOLE) -> int:  # noqa: N802  Qt's name
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
        self.settle(self._read())
