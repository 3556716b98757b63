"""The ways in which a new scenario can begin: a few fields each, and the change that they come to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import Basis, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import agency_name
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.problem import Refused
from hubdesk.workflows import scenario_starts as starts
from hubdesk.workflows.bases_compared import shared_lines
from hubdesk.workflows.scenario_starts import Begun
from hubdesk.workflows.tables.kinds import Kind, Percent, Pounds, Unreadable, Whole

_ALL = "All shared costs"


class Start(QWidget):
    """Some fields. `begun` says what they come to."""

    title = ""

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__()
        self.session, self.hub = session, hub
        self.year = ChargingYear.containing(session.as_at, hub.settings.year_start)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def begun(self) -> Begun:
        """What the scenario could be called, and its first change. Raises Refused."""
        raise NotImplementedError

    def choice(self, label: str, options: Sequence[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(label)
        for words, value in options:
            box.addItem(words, value)
        self.form.addRow(f"{label}:", box)
        return box

    def line(self, label: str, text: str) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setAccessibleName(label)
        self.form.addRow(f"{label}:", edit)
        return edit

    def day(self, label: str, day: date) -> DayEdit:
        edit = DayEdit(label, day, self.session)
        self.form.addRow(f"{label}:", edit)
        return edit

    def read(self, edit: QLineEdit, kind: Kind) -> Any:
        """What was typed there means. Raises Refused."""
        try:
            if not edit.text().strip():
                raise Unreadable("Nothing is typed", "Type a figure")
            return kind.read(edit.text(), self.hub, self.session.today).value
        except Unreadable as wrong:
            raise Refused(error("not-understood", wrong.what, edit.accessibleName(), wrong.remedy)) from wrong


class RateStart(Start):
    """Another rate a desk."""

    title = "The desk rate"

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__(session, hub)
        now = hub.rate.pence.at(session.as_at)
        self.pounds = self.line("Rate a desk a year, £", Pounds().show(now) if now is not None else "")
        self.first = self.day("From", self.year.first)

    def begun(self) -> Begun:
        return starts.another_rate(self.hub, self.first.day, self.read(self.pounds, Pounds()))


class ConcessionStart(Start):
    """Other terms of a standing rate or an award."""

    title = "A concession and who pays for it"

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__(session, hub)
        offered = starts.concessions_on(hub, self.year)
        self.which = self.choice(
            "Concession",
            [
                (
                    f"{starts.concession_name(hub, one)}: {decimal_text(one.percent)} %, paid by the "
                    f"{one.funder.value}",
                    one.id,
                )
                for one in offered
            ],
        )
        self.percent = self.line("Per cent off", decimal_text(offered[0].percent) if offered else "")
        self.funder = self.choice("Paid by", [(f"the {one.value}", one) for one in Funder])
        self.first = self.day("From", self.year.first)
        self.which.currentIndexChanged.connect(self._fill)
        self._fill()

    def begun(self) -> Begun:
        which = self.which.currentData()
        if which is None:
            raise Refused(
                error(
                    "no-concession",
                    f"No concession holds in {self.year.name}",
                    "the concessions",
                    "Begin empty, and add one in the scenario",
                )
            )
        percent = self.read(self.percent, Percent())
        return starts.another_concession(self.hub, which, self.first.day, percent, self.funder.currentData())

    def _fill(self) -> None:
        """The terms as they are now stand in the fields, to be changed."""
        now = self.hub.concessions.get(self.which.currentData())
        if now is not None:
            self.percent.setText(decimal_text(now.percent))
            self.funder.setCurrentIndex(list(Funder).index(now.funder))


class BasisStart(Start):
    """Another basis of one shared cost, or of all."""

    title = "The basis of a cost"

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__(session, hub)
        self.which = self.choice("Cost", _lines(hub, self.year))
        bases: list[tuple[str, object]] = [
            (one.value.capitalize(), (one, "")) for one in Basis if one is not Basis.DRIVER
        ]
        drivers = [(f"Driver {name}", (Basis.DRIVER, name)) for name in sorted(hub.figures_of)]
        self.basis = self.choice("Shared by", [*bases, *drivers])

    def begun(self) -> Begun:
        basis, driver = self.basis.currentData()
        return starts.another_basis(self.hub, self.year, self.which.currentData(), basis, driver)


class VacantStart(Start):
    """Another vacant policy of one shared cost, or of all that go by desks."""

    title = "Who carries vacant desks"

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__(session, hub)
        self.which = self.choice("Cost", _lines(hub, self.year))
        self.policy = self.choice(
            "Vacant desks",
            [
                ("The agencies share them", VacantPolicy.SHARED),
                ("The host pays for them", VacantPolicy.HOST_PAYS),
            ],
        )

    def begun(self) -> Begun:
        return starts.another_vacant_policy(
            self.hub, self.year, self.which.currentData(), self.policy.currentData()
        )


class LicenceStart(Start):
    """Another number of desks of one licence."""

    title = "The desks of a licence"

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__(session, hub)
        held = starts.licences_on(hub, session.as_at)
        self.which = self.choice(
            "Licence",
            [(f"{agency_name(hub.agencies[one.agency])}, licence {one.code}", one.id) for one in held],
        )
        self.desks = self.line("Desks", "")
        self.first = self.day("From", session.as_at)
        self.which.currentIndexChanged.connect(self._fill)
        self._fill()

    def begun(self) -> Begun:
        which = self.which.currentData()
        if which is None:
            raise Refused(
                error(
                    "no-licence",
                    "No licence is held on the day on screen",
                    "the licences",
                    "Choose another day above, or begin empty and add a licence in the scenario",
                )
            )
        return starts.other_desks(self.hub, which, self.first.day, self.read(self.desks, Whole()))

    def _fill(self) -> None:
        now = self.hub.licences.get(self.which.currentData())
        if now is not None:
            self.desks.setText(str(now.desks_on(self.session.as_at)))


class EmptyStart(Start):
    """No first change."""

    title = "Nothing yet: I change it in the scenario"

    def __init__(self, session: Session, hub: Hub) -> None:
        super().__init__(session, hub)
        words = QLabel(
            "The hub stands on screen as it is. Every edit until you leave goes into the scenario."
        )
        words.setWordWrap(True)
        self.form.addRow(words)

    def begun(self) -> Begun:
        return "Scenario", Change("Scenario", ())


STARTS: tuple[type[Start], ...] = (
    RateStart,
    ConcessionStart,
    BasisStart,
    VacantStart,
    LicenceStart,
    EmptyStart,
)


def _lines(hub: Hub, year: ChargingYear) -> list[tuple[str, object]]:
    lines = shared_lines(hub, year)
    return [(f"{_ALL} of {year.name}", None), *((f"{one.code}, {one.name}", one.id) for one in lines)]
