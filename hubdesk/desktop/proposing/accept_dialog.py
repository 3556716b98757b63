"""`AcceptPlanDialog`: a proposal, or the part of it that was ticked, becomes one change to the hub."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hubdesk.desktop.agencies.effects_view import EffectsView
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import agency_name, counted
from hubdesk.editing.records import refusal
from hubdesk.workflows.placing.accepting import Prepared, is_out_of_date


class AcceptPlanDialog(ChangeDialog):
    """Says who moves and what it does to everybody's charges. It can be undone like any other change."""

    help_topic = "placing"

    def __init__(self, session: Session, asked: Hub, prepared: Prepared, parent: QWidget | None) -> None:
        super().__init__(session, "Accept who sits where", "Accept", parent)
        self._asked, self._prepared = asked, prepared
        part = prepared.part
        self.add("From", QLabel(in_words(part.day)))
        self.moving = QLabel(_moving(asked, prepared), wordWrap=True)
        self.moving.setTextFormat(Qt.TextFormat.PlainText)
        self.add("Who moves", self.moving)
        self.effects = EffectsView(session, self.change)
        self.column.insertWidget(1, self.effects, 1)
        self.effects.ask(part.day)

    def change(self, hub: Hub) -> Change:
        if is_out_of_date(self._asked, hub):
            raise refusal(
                "proposal-out-of-date",
                "Who sits where, or by what rule, has changed since this was proposed",
                "the proposal",
                "Close this, and propose a plan again",
            )
        return self._prepared.change


def _moving(hub: Hub, prepared: Prepared) -> str:
    """How many desks move, and of whom."""
    part = prepared.part
    agencies = sorted({one.agency for one in part.moves}, key=lambda one: hub.agencies[one].code)
    names = ", ".join(agency_name(hub.agencies[one]) for one in agencies)
    others = len(part.moves) - part.moved
    more = f", {counted(others, 'desk')} taken on or given back" if others else ""
    return f"{counted(part.moved, 'desk')} moved{more}: {names}"
