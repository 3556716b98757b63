"""`JoinerDialog`: an agency joins: who, with how many desks, from when, and what it does to everybody."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from hubdesk.desktop.agencies.agency_fields import MOST_DESKS, AgencyFields
from hubdesk.desktop.agencies.effects_view import EffectsView
from hubdesk.desktop.allocating.last_day import LastDay
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.change import Change
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import agency_name
from hubdesk.domain.timeline import Step, Timeline
from hubdesk.editing import agencies, licences
from hubdesk.editing.records import found, refusal
from hubdesk.exchange.plan.marks import colour_for
from hubdesk.workflows.licence_spans import presence


class JoinerDialog(ChangeDialog):
    """Every field that bears on a charge works the effects out again; what is accepted is one change."""

    help_topic = "agencies"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "An agency joins", "It joins", parent)
        self._ids = (new_id(), new_id(), new_id())
        self.who = QComboBox()
        self.who.addItem("A new agency", None)
        for one in _not_here(session):
            self.who.addItem(agency_name(one), one.id)
        self.agency = AgencyFields(None)
        self.desks = QSpinBox(minimum=0, maximum=MOST_DESKS)
        self.desks.setValue(1)
        self.first = DayEdit("First day", session.as_at, session)
        self.last = LastDay(session, lambda: self.first.day)
        self.licence_code = QLineEdit(licences.free_code(session.hub))
        self.vat_code = QComboBox()
        self.vat_code.addItem("To be settled before issuing", "")
        for code in sorted(session.hub.vat_by_code):
            self.vat_code.addItem(code, code)
        self.add("&Who", self.who)
        for words, field in self.agency.first_ones:
            self.add(words, field)
        self._who_form = self.form
        self.another_column()
        self.add("&Desks licensed", self.desks)
        self.add("&First day", self.first)
        self.add("&Last day", self.last)
        self.add("Licence c&ode", self.licence_code)
        self.add("&VAT code", self.vat_code)
        self._add_award()
        self.effects = EffectsView(session, self.change)
        self.column.insertWidget(1, self.effects, 1)
        self._follow()
        self._show_who()

    def change(self, hub: Hub) -> Change:
        agency = self._agency(hub)
        first, desks = self.first.day, self.desks.value()
        if not desks and agency.id in hub.agencies:
            raise refusal(
                "joiner-without-desks",
                "It is in the hub already, and joins again with a licence",
                f"agency {agency.code}",
                "License at least 1 desk to it",
                agency,
            )
        if not desks:
            return agencies.add(hub, agency)
        code, vat = self.licence_code.text().strip(), str(self.vat_code.currentData())
        licence = Licence(
            self._ids[1],
            code,
            agency.id,
            first,
            self.last.value,
            Timeline((Step(first, desks),)),
            vat_code=vat,
        )
        return agencies.join(hub, agency, licence, *self._awards(licence))

    def _agency(self, hub: Hub) -> Agency:
        known = self.who.currentData()
        if known is not None:
            return found(hub, Agency, RecordId(known))
        return self.agency.over(Agency(self._ids[0], "", "", Sector.PUBLIC))

    def _awards(self, licence: Licence) -> Iterable[Concession]:
        if self.award.currentData() is None:
            return ()
        percent = Decimal(str(round(self.percent.value(), 2)))
        funder = self.funder.currentData()
        assert isinstance(funder, Funder)
        return (
            Concession(
                self._ids[2],
                None,
                licence.id,
                percent,
                licence.first,
                licence.last,
                funder=funder,
                reason=self.reason.text().strip(),
            ),
        )

    def _add_award(self) -> None:
        """Its sector's standing rate, or an award of its own."""
        self.award = QComboBox()
        self.percent = QDoubleSpinBox(maximum=100, decimals=2, suffix=" %")
        self.percent.setValue(40)
        self.percent.setAccessibleName("Per cent off")
        self.funder = QComboBox()
        self.funder.setAccessibleName("Who funds the award")
        for funder in Funder:
            self.funder.addItem(f"funded by the {funder.value}", funder)
        self.reason = QLineEdit(placeholderText="Reason")
        self.reason.setAccessibleName("Reason for the award")
        row = QWidget()
        fields = QHBoxLayout(row)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.addWidget(self.percent)
        fields.addWidget(self.funder)
        fields.addWidget(self.reason, 1)
        self._award_row = row
        self.add("Conc&ession", self.award)
        self.form.addRow(QLabel(""), row)
        self.award.addItem("", None)
        self.award.addItem("An award to this licence alone", "award")

    def _follow(self) -> None:
        """What is typed is worked out anew."""
        self.who.currentIndexChanged.connect(lambda _index: self._show_who())
        self.agency.sector.currentIndexChanged.connect(lambda _index: self._show_standing())
        self.first.chosen.connect(lambda _day: self._show_standing())
        self.award.currentIndexChanged.connect(lambda _index: self._show_standing())
        self.agency.code.editingFinished.connect(self._typed)
        self.agency.internal.toggled.connect(lambda _on: self._ask())
        self.desks.valueChanged.connect(lambda _desks: self._ask())
        self.last.chosen.connect(lambda _day: self._ask())
        self.percent.valueChanged.connect(lambda _per_cent: self._ask())
        self.funder.currentIndexChanged.connect(lambda _index: self._ask())

    def _show_who(self) -> None:
        """An agency that is known has its fields already."""
        known = self.session.hub.agencies.get(self.who.currentData() or RecordId(""))
        for _, field in self.agency.first_ones:
            self._who_form.setRowVisible(field, known is None)
        self._show_standing()

    def _show_standing(self) -> None:
        """What its sector has, on its first day."""
        known = self.session.hub.agencies.get(self.who.currentData() or RecordId(""))
        sector = known.sector if known else self.agency.chosen_sector
        rates = self.session.hub.standing_rates.get(sector, ())
        rate = next((one for one in rates if holds(one, self.first.day)), None)
        words = (
            f"As the {sector.value} sector has it: {rate.percent:f} %, funded by the {rate.funder.value}"
            if rate
            else f"None: the {sector.value} sector has none on {in_words(self.first.day)}"
        )
        self.award.setItemText(0, words)
        self._award_row.setVisible(self.award.currentData() is not None)
        self._ask()

    def _typed(self) -> None:
        code = self.agency.code.text().strip()
        if code and not self.agency.colour.colour:
            self.agency.colour.show_colour(colour_for(self.session.hub, code))
        self._ask()

    def _ask(self) -> None:
        self.effects.ask(self.first.day)


def _not_here(session: Session) -> list[Agency]:
    """The agencies that hold no licence from the day on, by code: left, not come yet, or never licensed."""
    hub = session.hub
    found = (
        one
        for one in hub.agencies.values()
        if all(spell.last < session.as_at for spell in presence(hub, one.id))
    )
    return sorted(found, key=lambda one: one.code)
