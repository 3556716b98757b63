"""`NewcomerForm`: who comes, with how many desks, beside whom and by which rules."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.agencies.agency_fields import MOST_DESKS
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Agency
from hubdesk.domain.days import holds
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.rule import RuleKind
from hubdesk.workflows.placing.newcomer import Newcomer
from hubdesk.workflows.placing.rules import values_offered

_AGENCY = Qt.ItemDataRole.UserRole
_OFFERED = (RuleKind.PUBLIC_ACCESS, RuleKind.GROUND_FLOOR, RuleKind.TOGETHER)


class NewcomerForm(QWidget):
    """An agency that sits nowhere has links and rules of its own; somebody new is asked for them."""

    changed = Signal()
    """Something else is asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.who = QComboBox()
        self.desks = QSpinBox(minimum=1, maximum=MOST_DESKS, value=4)
        self.accessible = QSpinBox(minimum=0, maximum=MOST_DESKS)
        self.accessible.setSpecialValueText("None")
        self.day = DayEdit("From the day", session.as_at, session)
        self.others = _Others(session)
        self.strength = QDoubleSpinBox(minimum=0.1, maximum=1_000, decimals=1, value=5)
        self.strength.setToolTip("Usually 1 to 10: a metre between them counts so often")
        self.rules = {kind: QCheckBox(kind.value.capitalize()) for kind in _OFFERED}
        self.clearance = QComboBox()
        self.clearance.addItem("No clearance", "")
        for value in values_offered(session.hub, RuleKind.CLEARANCE):
            self.clearance.addItem(f"Clearance “{value}”", value)
        self.own = QLabel("It sits by its own working links and placement rules.", wordWrap=True)
        self._offer()
        self._build()
        self._connect()
        self._suit()

    @property
    def newcomer(self) -> Newcomer:
        """What is asked for."""
        agency, desks, accessible = self.who.currentData(), self.desks.value(), self.accessible.value()
        if agency is not None:
            return Newcomer(desks, RecordId(agency), accessible)
        strength = Decimal(str(round(self.strength.value(), 1)))
        rules = [(kind, "") for kind, box in self.rules.items() if box.isChecked()]
        if clearance := self.clearance.currentData():
            rules.append((RuleKind.CLEARANCE, clearance))
        links = tuple((other, strength) for other in self.others.ticked)
        return Newcomer(desks, None, accessible, links, tuple(rules))

    def _offer(self, *_what: object) -> None:
        """Who sits nowhere on the day that is asked for; who was chosen stays so, if it still can be."""
        chosen = self.who.currentData()
        with QSignalBlocker(self.who):
            self.who.clear()
            self.who.addItem("Somebody new", None)
            for one in _without_desks(self._session, self.day.day):
                self.who.addItem(agency_name(one), one.id)
            self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        if self.who.currentData() != chosen:
            self._suit()

    def _build(self) -> None:
        first = _form(
            ("&Who", self.who),
            ("D&esks", self.desks),
            ("Accessi&ble desks", self.accessible),
            ("&From", self.day),
        )
        rules = QVBoxLayout()
        for box in self.rules.values():
            rules.addWidget(box)
        rules.addWidget(self.clearance)
        self.clearance.setAccessibleName("Needs clearance")
        self._asked = QWidget()
        asked = QHBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addLayout(_form(("Works w&ith", self.others), ("S&trength", self.strength)), 1)
        asked.addSpacing(18)
        asked.addLayout(rules)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(first)
        row.addSpacing(18)
        row.addWidget(self._asked, 1)
        row.addWidget(self.own, 1)

    def _connect(self) -> None:
        self.who.currentIndexChanged.connect(lambda _index: self._suit())
        for spin in (self.desks, self.accessible):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
        self.strength.valueChanged.connect(lambda _value: self.changed.emit())
        self.day.chosen.connect(self._another_day)
        self._session.changed.connect(self._offer)
        self.others.itemChanged.connect(lambda _item: self.changed.emit())
        for box in self.rules.values():
            box.toggled.connect(lambda _on: self.changed.emit())
        self.clearance.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def _another_day(self, _day: date) -> None:
        self._offer()
        self.changed.emit()

    def _suit(self) -> None:
        """Who is known is not asked for links and rules, and comes with the desks that it is licensed for."""
        agency = self.who.currentData()
        self._asked.setVisible(agency is None)
        self.own.setVisible(agency is not None)
        if agency is not None:
            licensed = self._session.hub.licensed_desks(RecordId(agency), self.day.day)
            self.desks.setValue(licensed or self.desks.value())
        self.changed.emit()


class _Others(QListWidget):
    """Agencies to tick, those that it is to work with."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        for one in sorted(session.hub.agencies.values(), key=lambda one: one.code):
            item = QListWidgetItem(agency_name(one), self)
            item.setData(_AGENCY, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.setCurrentRow(0)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """A few lines; more are scrolled to."""
        return QSize(280, 5 * (self.fontMetrics().height() + 6))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, self.sizeHint().height())

    @property
    def ticked(self) -> tuple[RecordId, ...]:
        items = (self.item(row) for row in range(self.count()))
        return tuple(one.data(_AGENCY) for one in items if one.checkState() is Qt.CheckState.Checked)


def _form(*rows: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    for words, field in rows:
        field.setAccessibleName(words.replace("&", ""))
        form.addRow(words, field)
    return form


def _without_desks(session: Session, day: date) -> list[Agency]:
    """The agencies that sit nowhere on `day`, by code."""
    hub = session.hub
    here = {one.agency for one in hub.allocations.values() if holds(one, day)}
    return sorted((one for one in hub.agencies.values() if one.id not in here), key=lambda one: one.code)
