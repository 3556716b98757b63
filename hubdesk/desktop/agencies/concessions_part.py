"""`ConcessionsPart`: concessions of the hub or of one agency, those due for review marked."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.agencies.concession_dialog import ConcessionDialog
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import concessions
from hubdesk.workflows.concession_columns import concession_columns
from hubdesk.workflows.concession_rows import concession_rows


class ConcessionsPart(QWidget):
    """Standing rates of sectors first, then awards; typed over in the table."""

    counted = Signal(int)
    """So many of the hub's are due for review, or overdue."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._agency: RecordId | None = None
        self.own = QCheckBox("Only of the chosen agency")
        self.table = Table("Concessions", concession_columns(), session)
        self.new = QPushButton("New concession…")
        self.remove = QPushButton("Remove")
        self.new.setEnabled(not session.only_looks)
        self.remove.setEnabled(False)
        for widget in (self.own, self.new, self.remove):
            self.table.bar.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.table, 1)
        self.own.toggled.connect(lambda _on: self.show_hub(session.hub, session.as_at))
        self.new.clicked.connect(lambda: ConcessionDialog(session, self._agency, self).open())
        self.remove.clicked.connect(self._remove)
        self.table.current_changed.connect(
            lambda row: self.remove.setEnabled(bool(row) and not session.only_looks)
        )

    def show_agency(self, agency: RecordId | None) -> None:
        self._agency = agency
        if self.own.isChecked():
            self.show_hub(self._session.hub, self._session.as_at)

    def show_hub(self, hub: Hub, day: date) -> None:
        """The concessions as they are now."""
        agency = self._agency if self.own.isChecked() and self._agency in hub.agencies else None
        rows = concession_rows(hub, day)
        self.counted.emit(sum(one.review.is_due for one in rows))
        self.table.show_rows(concession_rows(hub, day, agency) if agency else rows)

    def choose(self, concession: RecordId) -> bool:
        """The keys go to that concession."""
        self.own.setChecked(False)
        return self.table.go_to(concession)

    def _remove(self) -> None:
        if self.table.current is not None:
            concession = RecordId(self.table.current)
            self._session.do(lambda hub: concessions.remove(hub, concession))
