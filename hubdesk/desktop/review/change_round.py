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
    """The day and the agencies stay: who opens a review for others, opens another one.

    What is left as it was shown stays as it is by then in the hub: somebody else may have changed it.
    """

    help_topic = "review"

    def __init__(self, session: Session, round_: ReviewRound, parent: QWidget) -> None:
        super().__init__(session, f"Change review {round_.name}", "Change", parent)
        self._shown = round_
        self.name = QLineEdit(round_.name)
        self.deadline = DayEdit("Deadline", round_.deadline, session)
        self.text = Paragraphs("Text to every agency", 5)
        self.text.show_text(round_.text)
        self.add("&Name", self.name)
        self.add("&Deadline", self.deadline, _SENT)
        self.add("Te&xt to every agency", self.text, _SENT)
        self.deadline.setFocus()

    def change(self, hub: Hub) -> Change:
        shown, now = self._shown, found(hub, ReviewRound, self._shown.id)
        name, deadline = self.name.text().strip(), self.deadline.day
        return change_round(
            hub,
            replace(
                now,
                name=now.name if name == shown.name else name,
                deadline=now.deadline if deadline == shown.deadline else deadline,
                text=self.text.typed if self.text.is_being_typed else now.text,
            ),
        )
