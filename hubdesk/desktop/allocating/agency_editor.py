"""The quick editor: an agency and its licence, without leaving the plan."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from hubdesk.desktop.agencies.agency_fields import MOST_DESKS, AgencyFields
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import Step, Timeline
from hubdesk.editing import agencies, licences
from hubdesk.editing.records import found
from hubdesk.editing.typed_over import typed_over


class AgencyEditor(ChangeDialog):
    """Changes an agency, and its licensed desks from a day. One that joins has `JoinerDialog`."""

    help_topic = "allocating"

    def __init__(self, session: Session, agency: RecordId, parent: QWidget | None = None) -> None:
        self._agency = session.hub.agencies[agency]
        super().__init__(session, f"Change agency {self._agency.code}", "Save", parent)
        self.fields = AgencyFields(self._agency)
        self.desks = QSpinBox(maximum=MOST_DESKS)
        self.first = DayEdit("First day", session.as_at, session)
        for words, field in (*self.fields.first_ones, *self.fields.others):
            self.add(words, field)
        self._add_licence()

    def _add_licence(self) -> None:
        """Desks licensed, from a day: of the first licence, or of the one chosen among several."""
        self.licence = QComboBox()
        running = self.session.hub.licences_of.get(self._agency.id, ())
        for one in running:
            self.licence.addItem(f"{one.code}: {one.desks_on(self.session.as_at)} desks", one.id)
        self.licence.addItem("A new licence" if running else "First licence", None)
        self.licence_code = QLineEdit(licences.free_code(self.session.hub))
        self.add("Licence", self.licence)
        self.add("Licence c&ode", self.licence_code)
        row = QWidget()
        fields = QHBoxLayout(row)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addWidget(self.desks)
        fields.addWidget(QLabel("from"))
        fields.addWidget(self.first, 1)
        self.add("&Desks licensed", row)
        self.desks.setAccessibleName("Desks licensed")
        self.licence.currentIndexChanged.connect(self._show_licence)
        self._show_licence()

    def change(self, hub: Hub) -> Change:
        was = self._agency
        now = typed_over(was, self.fields.over(was), found(hub, Agency, was.id))
        was = hub.agencies[was.id]
        done = agencies.rename(hub, was.id, now.code) if now.code != was.code else Change("", ())
        done = done.then(agencies.change(hub.applying(done), now))
        done = done.then(self._licensing(hub.applying(done), was.id))
        return replace(done, title=f"Change agency {now.code}")

    def _licensing(self, hub: Hub, agency: RecordId) -> Change:
        chosen = self._chosen_licence(hub)
        if chosen is None:
            if not self.desks.value():
                return Change("", ())
            return licences.add(hub, self._new_licence(agency))
        if (self.desks.value(), self.first.day) == self._shown_desks:
            return Change("", ())
        return licences.set_desks(hub, chosen.id, self.first.day, self.desks.value())

    def _new_licence(self, agency: RecordId) -> Licence:
        first: date = self.first.day
        desks = Timeline((Step(first, self.desks.value()),))
        return Licence(new_id(), self.licence_code.text().strip(), agency, first, None, desks)

    def _chosen_licence(self, hub: Hub) -> Licence | None:
        chosen = self.licence.currentData()
        return hub.licences.get(chosen) if chosen else None

    def _show_licence(self) -> None:
        chosen = self._chosen_licence(self.session.hub)
        self.licence_code.setEnabled(chosen is None)
        self.desks.setValue(chosen.desks_on(self.first.day) if chosen else 0)
        self._shown_desks = (self.desks.value(), self.first.day)
