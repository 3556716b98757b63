"""`LeaverDialog`: an agency leaves: who, on which day, what ends with that, and what it does to everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from hubdesk.desktop.agencies.effects_view import EffectsView
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.problem import Refused, all_told
from hubdesk.editing import agencies
from hubdesk.editing.records import refusal
from hubdesk.workflows.leaving import what_ends, what_goes_on
from hubdesk.workflows.licence_spans import presence


class LeaverDialog(ChangeDialog):
    """What is accepted is one change: licences, awards, desks, areas and driver figures end together."""

    help_topic = "agencies"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget | None = None) -> None:
        super().__init__(session, "An agency leaves", "It leaves", parent)
        self.who = QComboBox()
        for one in _here(session):
            self.who.addItem(agency_name(one), one.id)
        self.who.setCurrentIndex(max(0, self.who.findData(agency)))
        self.last = DayEdit("Last day", session.as_at, session)
        self.ends = QLabel()
        self.ends.setWordWrap(True)
        self.ends.setTextFormat(Qt.TextFormat.PlainText)
        self.add("&Who", self.who)
        self.add("&Last day", self.last)
        self.add("What ends", self.ends)
        self.effects = EffectsView(session, self.change)
        self.column.insertWidget(1, self.effects, 1)
        self.who.currentIndexChanged.connect(lambda _index: self._tell())
        self.last.chosen.connect(lambda _day: self._tell())
        session.changed.connect(self._tell)
        self._tell()

    def change(self, hub: Hub) -> Change:
        agency = self.who.currentData()
        if agency is None:
            raise refusal(
                "nobody-to-leave",
                "No agency but the host holds a licence on this day or after it",
                "the agencies",
                "Choose another day at the top of the window",
            )
        return agencies.leave(hub, RecordId(agency), self.last.day)

    def _tell(self, *_args: object) -> None:
        """What ends, and what goes on all the same."""
        hub, agency = self.session.hub, self.who.currentData()
        try:
            change = self.change(hub)
        except Refused as refused:
            self.ends.setText(all_told(refused.problems))
        else:
            lines = [*what_ends(change, agency), *what_goes_on(hub, change, agency, self.last.day)]
            self.ends.setText("\n".join(f"• {line}" for line in lines))
        self.ends.setAccessibleDescription(self.ends.text())
        self.effects.ask(self.last.day)


def _here(session: Session) -> list[Agency]:
    """The agencies but the host that hold a licence on the day on screen or later, by code."""
    hub = session.hub
    found = (
        one
        for one in hub.agencies.values()
        if one.id != hub.settings.host and any(spell.last >= session.as_at for spell in presence(hub, one.id))
    )
    return sorted(found, key=lambda one: one.code)
