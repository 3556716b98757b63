"""`LookedInto`: what dialogs on a proposal have in common: work that goes on, and a plan to take."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hubdesk.desktop.dialogs.without_default import without_default
from hubdesk.desktop.proposing.at_hand import AtHand
from hubdesk.desktop.proposing.going_on import GoingOn

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated


class LookedInto(QDialog):
    """What is worked out ends with it."""

    help_topic = "placing"

    def __init__(self, at_hand: AtHand, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.at_hand = at_hand
        self.going_on = GoingOn(at_hand.jobs)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.take = buttons.addButton("&Make it the proposal", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setToolTip("In place of the one that there is. Nothing is changed until you accept it")
        self.take.setEnabled(False)
        without_default(buttons)
        self.column = QVBoxLayout(self)
        self.column.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self._take)
        self.finished.connect(self.going_on.end)
        self.going_on.changed.connect(self.settle)

    def chosen(self) -> "Allocated | None":
        """The plan that would be taken; None where there is none to take."""
        raise NotImplementedError

    def settle(self) -> None:
        """What can be done now."""
        self.take.setEnabled(not self.going_on.is_going and self.chosen() is not None)

    def sized(self, wide: int, high: int) -> None:
        """So many letters wide and lines high, or so many times ten pixels where letters are small."""
        unit = self.fontMetrics().height()
        room = self.screen().availableSize()
        self.resize(min(max(10 * wide, wide * unit // 2), room.width()), min(high * unit, room.height()))

    def _take(self) -> None:
        found = self.chosen()
        if found is not None:
            self.accept()
            self.at_hand.use(found)
