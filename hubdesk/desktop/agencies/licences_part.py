"""`LicencesPart`: licences on a line of time, and beneath it those of the chosen agency, typed exactly."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from hubdesk.desktop.agencies.licence_dialogs import DesksDialog, LicenceDialog
from hubdesk.desktop.agencies.time_line import TimeLine
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.desktop.theme import Theme
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import licences
from hubdesk.workflows.licence_columns import SpanRow, span_columns, span_rows
from hubdesk.workflows.licence_spans import licence_spans


class LicencesPart(QWidget):
    """The line shows all licences, or the agency's; where the keys go in one, they go in the other."""

    agency_wanted = Signal(str)
    """Another agency's licence was chosen: the agency's id."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._agency: RecordId | None = None
        self.all = QCheckBox("Licences of all agencies")
        self.all.setChecked(True)
        self.line = TimeLine(session, theme)
        self.table = Table("Licences of the agency", span_columns(), session).without_bar()
        self.new = QPushButton("New licence…")
        self.step = QPushButton("Desks from a day…")
        self.drop_step = QPushButton("Take the step away")
        self.remove = QPushButton("Remove licence")
        buttons = QHBoxLayout()
        buttons.addWidget(self.all)
        buttons.addStretch(1)
        for button in (self.new, self.step, self.drop_step, self.remove):
            button.setEnabled(not session.only_looks)
            buttons.addWidget(button)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.line)
        split.addWidget(self.table)
        split.setStretchFactor(0, 1)
        split.setSizes([400, 130])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(buttons)
        column.addWidget(split, 1)
        self._connect()
        self.show_hub(session.hub)

    def show_agency(self, agency: RecordId | None) -> None:
        """This agency is chosen."""
        if agency == self._agency:
            return
        self._agency = agency
        self.show_hub(self._session.hub)
        if agency is not None and not self._is_of(agency):
            first = next((one for one in self.line.spans if one.licence.agency == agency), None)
            if first is not None:
                self.line.choose(first.id)

    def show_hub(self, hub: Hub) -> None:
        """The licences as they are now."""
        spans = licence_spans(hub, None if self.all.isChecked() else self._agency)
        self.line.show_spans(spans)
        own = licence_spans(hub, self._agency) if self._agency in hub.agencies else ()
        self.table.show_rows(span_rows(hub, own))
        self._enable()

    def choose(self, licence: RecordId) -> bool:
        """The keys go to that licence, here and there."""
        record = self._session.hub.licences.get(licence)
        if record is None:
            return False
        self.show_agency(record.agency)
        self.agency_wanted.emit(record.agency)
        return self.line.choose(licence) and self._table_to(licence)

    @property
    def row(self) -> SpanRow | None:
        """The row of the table where the keys are."""
        return next((one for one in self.table.rows if one.id == self.table.current), None)

    def _connect(self) -> None:
        self.all.toggled.connect(lambda _on: self.show_hub(self._session.hub))
        self.line.chosen.connect(self._line_chose)
        self.line.typing_wanted.connect(self._type)
        self.line.desks_wanted.connect(self._ask_desks)
        self.table.current_changed.connect(self._table_chose)
        self.new.clicked.connect(lambda: LicenceDialog(self._session, self._agency, self).open())
        self.step.clicked.connect(self._ask_step)
        self.drop_step.clicked.connect(self._drop_step)
        self.remove.clicked.connect(self._remove)

    def _is_of(self, agency: RecordId) -> bool:
        current = self.line.current
        return current is not None and current.licence.agency == agency

    def _line_chose(self, licence: str) -> None:
        agency = self._session.hub.licences[RecordId(licence)].agency
        if agency != self._agency:
            self.show_agency(agency)
            self.agency_wanted.emit(agency)
        self._table_to(RecordId(licence))
        self._enable()

    def _table_chose(self, _row: str) -> None:
        row = self.row
        if row is not None and (self.line.current is None or self.line.current.id != row.licence.id):
            self.line.choose(row.licence.id)
        self._enable()

    def _table_to(self, licence: RecordId) -> bool:
        row = self.row
        return (row is not None and row.licence.id == licence) or self.table.go_to(f"{licence}/0")

    def _type(self, licence: str) -> None:
        self._table_to(RecordId(licence))
        self.table.setFocus()

    def _enable(self) -> None:
        may, row = not self._session.only_looks, self.row
        self.step.setEnabled(may and self.line.current is not None)
        self.remove.setEnabled(may and self.line.current is not None)
        self.drop_step.setEnabled(may and row is not None and row.place > 0)

    def _ask_step(self) -> None:
        if self.line.current is not None:
            self._ask_desks(self.line.current.id, self._session.as_at)

    def _ask_desks(self, licence: str, day: date) -> None:
        if not self._session.only_looks:
            DesksDialog(self._session, RecordId(licence), day, self).open()

    def _drop_step(self) -> None:
        row = self.row
        if row is not None and row.place:
            self._session.do(lambda hub: licences.remove_step(hub, row.licence.id, row.span.first))

    def _remove(self) -> None:
        if (span := self.line.current) is not None:
            self._session.do(lambda hub: licences.remove(hub, span.id))
