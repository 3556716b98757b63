"""What is asked of a licence: another one, and other desks from a day."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from hubdesk.desktop.agencies.agency_fields import MOST_DESKS
from hubdesk.desktop.allocating.last_day import LastDay
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import agency_name
from hubdesk.domain.timeline import Step, Timeline
from hubdesk.editing import licences
from hubdesk.editing.records import found


class LicenceDialog(ChangeDialog):
    """Another licence for an agency."""

    help_topic = "agencies"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget) -> None:
        super().__init__(session, "New licence", "Add licence", parent)
        self.agency = QComboBox()
        for one in sorted(session.hub.agencies.values(), key=lambda one: one.code):
            self.agency.addItem(agency_name(one), one.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        self.code = QLineEdit(licences.free_code(session.hub))
        self.desks = QSpinBox(minimum=0, maximum=MOST_DESKS)
        self.desks.setValue(1)
        self.first = DayEdit("First day", session.as_at, session)
        self.last = LastDay(session, lambda: self.first.day)
        self.vat_code = QComboBox()
        self.vat_code.addItem("To be settled before issuing", "")
        for code in sorted(session.hub.vat_by_code):
            self.vat_code.addItem(code, code)
        for words, field in (
            ("&Agency", self.agency),
            ("Licence c&ode", self.code),
            ("&Desks licensed", self.desks),
            ("&First day", self.first),
            ("&Last day", self.last),
            ("&VAT code", self.vat_code),
        ):
            self.add(words, field)

    def change(self, hub: Hub) -> Change:
        first = self.first.day
        desks = Timeline((Step(first, self.desks.value()),))
        agency, vat = RecordId(self.agency.currentData()), str(self.vat_code.currentData())
        return licences.add(
            hub,
            Licence(new_id(), self.code.text().strip(), agency, first, self.last.value, desks, vat_code=vat),
        )


class DesksDialog(ChangeDialog):
    """Other desks on a licence, from a day."""

    help_topic = "agencies"

    def __init__(self, session: Session, licence: RecordId, day: date, parent: QWidget) -> None:
        self._licence = licence
        record = session.hub.licences[licence]
        super().__init__(session, f"Desks of licence {record.code}", "Change desks", parent)
        self.first = DayEdit("From", day, session)
        self.desks = QSpinBox(minimum=0, maximum=MOST_DESKS)
        self.desks.setValue(record.desks_on(day))
        self.add("&From", self.first)
        self.add("&Desks licensed", self.desks)
        self.desks.selectAll()
        self.desks.setFocus()

    def change(self, hub: Hub) -> Change:
        found(hub, Licence, self._licence)
        return licences.set_desks(hub, self._licence, self.first.day, self.desks.value())
