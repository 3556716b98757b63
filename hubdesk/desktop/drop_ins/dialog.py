"""`DropInDialog`: another drop-in."""

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

from hubdesk.desktop.agencies.agency_fields import MOST_DESKS
from hubdesk.desktop.allocating.last_day import LastDay
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.area import AreaKind
from hubdesk.domain.change import Change
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import agency_name
from hubdesk.domain.occurrences import WEEKDAYS
from hubdesk.editing import drop_ins
from hubdesk.workflows.drop_ins.columns import areas_offered
from hubdesk.workflows.drop_ins.words import area_called

_LIKELY = frozenset({AreaKind.RECEPTION, AreaKind.PUBLIC, AreaKind.POD, AreaKind.MEETING})
"""Where people drop in; these are offered before all others."""


class DropInDialog(ChangeDialog):
    """Every week on the weekday of the as-at day, or on one day. The chosen `agency` is offered first."""

    help_topic = "drop-ins"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget) -> None:
        super().__init__(session, "New drop-in", "Add drop-in", parent)
        self.agency = QComboBox()
        for one in sorted(session.hub.agencies.values(), key=lambda one: one.code):
            self.agency.addItem(agency_name(one), one.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        self.area = QComboBox()
        for area in sorted(areas_offered(session.hub), key=lambda one: one.kind not in _LIKELY):
            self.area.addItem(f"{area.code} {area_called(area)}" if area.name else area.code, area.id)
        self.comes = QComboBox()
        for weekday in WEEKDAYS:
            self.comes.addItem(f"Every {weekday.value}", weekday)
        self.comes.addItem("On one day", None)
        self.comes.setCurrentIndex(session.as_at.weekday())
        self.on = DayEdit("On the day", session.as_at, session)
        self.starts, self.ends = _clock(10), _clock(12)
        self.first = LastDay(session, lambda: session.as_at, "From", "Always was")
        self.first.show_day(session.as_at)
        self.last = LastDay(session, lambda: self.first.value or session.as_at)
        self.desks = QSpinBox(maximum=MOST_DESKS)
        self.desks.setSpecialValueText("None")
        self.purpose = QLineEdit()
        for words, field in (
            ("&Agency", self.agency),
            ("A&rea", self.area),
            ("&Comes", self.comes),
            ("&On the day", self.on),
            ("&Start", self.starts),
            ("&End", self.ends),
            ("&From", self.first),
            ("&Last day", self.last),
            ("&Desks used", self.desks),
            ("&Purpose", self.purpose),
        ):
            self.add(words, field)
        self.comes.currentIndexChanged.connect(self._suit)
        self._suit()

    def change(self, hub: Hub) -> Change:
        weekday = self.comes.currentData()
        weekly = isinstance(weekday, Weekday)
        return drop_ins.add(
            hub,
            DropIn(
                new_id(),
                RecordId(self.agency.currentData() or ""),
                RecordId(self.area.currentData() or ""),
                weekday if weekly else None,
                None if weekly else self.on.day,
                _time(self.starts),
                _time(self.ends),
                self.first.value if weekly else None,
                self.last.value if weekly else None,
                self.desks.value() or None,
                self.purpose.text().strip(),
            ),
        )

    def _suit(self) -> None:
        """A weekly one has a first and a last day, the other one day."""
        weekly = isinstance(self.comes.currentData(), Weekday)
        self.on.setEnabled(not weekly)
        for field in (self.first, self.last):
            field.setEnabled(weekly)


def _clock(hour: int) -> QTimeEdit:
    field = QTimeEdit(QTime(hour, 0))
    field.setDisplayFormat("HH:mm")
    return field


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
