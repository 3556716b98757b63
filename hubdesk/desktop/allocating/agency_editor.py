"""The quick editor: an agency and its licence, without leaving the plan."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import Step, Timeline
from hubdesk.editing import agencies, licences
from hubdesk.editing.records import found
from hubdesk.editing.typed_over import typed_over
from hubdesk.exchange.plan.marks import colour_for

_MOST_DESKS = 100_000


class ColourButton(QPushButton):
    """Shows a colour and its name, and lets another be chosen."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = ""
        self.show_colour(colour)
        self.clicked.connect(self._choose)

    def show_colour(self, colour: str) -> None:
        self.colour = colour
        self.setText(colour or "Chosen by Hubdesk")
        ground = QColor(colour) if colour else None
        ink = "#ffffff" if ground and ground.lightness() < 140 else "#000000"
        self.setStyleSheet(f"background: {colour}; color: {ink};" if ground else "")

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self.colour or "#006666"), self)
        dialog.colorSelected.connect(lambda chosen: self.show_colour(chosen.name()))
        dialog.open()


class AgencyEditor(ChangeDialog):
    """Adds an agency with its first licence, or changes one and its licensed desks from a day."""

    help_topic = "allocating"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget | None = None) -> None:
        self._agency = session.hub.agencies[agency] if agency else None
        title = f"Change agency {self._agency.code}" if self._agency else "New agency"
        super().__init__(session, title, "Save" if self._agency else "Add agency", parent)
        was = self._agency
        self.code = QLineEdit(was.code if was else "")
        self.name = QLineEdit(was.name if was else "")
        self.sector = QComboBox()
        for sector in Sector:
            self.sector.addItem(sector.value.capitalize(), sector)
        self.sector.setCurrentIndex(self.sector.findData(was.sector if was else Sector.PUBLIC))
        self.colour = ColourButton(was.colour if was else "")
        self.internal = QCheckBox("Recharged by journal, as part of the host’s own books")
        self.internal.setChecked(bool(was and was.internal))
        self.contact = QLineEdit(was.contact if was else "")
        self.email = QLineEdit(was.email if was else "")
        self.desks = QSpinBox(maximum=_MOST_DESKS)
        self.first = DayEdit("First day", session.as_at, session)
        for words, field in (
            ("&Code", self.code),
            ("&Name", self.name),
            ("&Sector", self.sector),
            ("Co&lour on plans", self.colour),
            ("&Books", self.internal),
            ("Con&tact", self.contact),
            ("&Email", self.email),
        ):
            self.add(words, field)
        self._add_licence()
        if was is None:
            self.code.editingFinished.connect(self._suggest_colour)

    def _add_licence(self) -> None:
        """Desks licensed, from a day: of the first licence, or of the one chosen among several."""
        self.licence = QComboBox()
        running = self.session.hub.licences_of.get(self._agency.id, ()) if self._agency else ()
        for one in running:
            self.licence.addItem(f"{one.code}: {one.desks_on(self.session.as_at)} desks", one.id)
        self.licence.addItem("A new licence" if running else "First licence", None)
        self.licence_code = QLineEdit(self._free_licence_code())
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
        return self._joining(hub) if self._agency is None else self._changing(hub, self._agency)

    def _joining(self, hub: Hub) -> Change:
        agency = self._as_typed(Agency(new_id(), "", "", Sector.PUBLIC))
        if not self.desks.value():
            return agencies.add(hub, agency)
        return agencies.join(hub, agency, self._new_licence(agency.id))

    def _changing(self, hub: Hub, was: Agency) -> Change:
        now = typed_over(was, self._as_typed(was), found(hub, Agency, was.id))
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

    def _as_typed(self, agency: Agency) -> Agency:
        sector = self.sector.currentData()
        assert isinstance(sector, Sector)
        return replace(
            agency,
            code=self.code.text().strip(),
            name=self.name.text().strip() or self.code.text().strip(),
            sector=sector,
            colour=self.colour.colour,
            internal=self.internal.isChecked(),
            contact=self.contact.text().strip(),
            email=self.email.text().strip(),
        )

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

    def _suggest_colour(self) -> None:
        if self.code.text().strip() and not self.colour.colour:
            self.colour.show_colour(colour_for(self.session.hub, self.code.text().strip()))

    def _free_licence_code(self) -> str:
        """The next of L01, L02 … that is free."""
        taken = self.session.hub.licence_codes
        return next(code for number in range(1, len(taken) + 2) if (code := f"L{number:02}") not in taken)
