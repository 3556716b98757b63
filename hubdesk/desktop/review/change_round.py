"""The dialog that changes a review's text and deadline."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.desktop.settings.paragraphs import Paragraphs
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.review import ReviewRound
from hubdesk.editing.records import found
from hubdesk.editing.reviews import change_round

_SENT = "Packs that were sent say what stood here before"


class ChangeReviewDialog(ChangeDialog):
    """The day and the agencies stay: who opens a review for others, opens another one."""

    help_topic = "review"

    def __init__(self, session: Session, round_: ReviewRound, parent: QWidget) -> None:
        super().__init__(session, f"Change review {round_.name}", "Change", parent)
        self._round = round_.id
        self.name = QLineEdit(round_.name)
        self.deadline = DayEdit("Deadline", round_.deadline, session)
        self.text = Paragraphs("Text to every agency", 5)
        self.text.show_text(round_.text)
        self.add("&Name", self.name)
        self.add("&Deadline", self.deadline, _SENT)
        self.add("Te&xt to every agency", self.text, _SENT)
        self.deadline.setFocus()

    def change(self, hub: Hub) -> Change:
        now = found(hub, ReviewRound, self._round)
        return change_round(
            hub,
            replace(
                now,
                name=self.name.text().strip(),
                deadline=self.deadline.day,
                text=self.text.typed,
            ),
        )
