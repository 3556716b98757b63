"""What a review is for, and how one begins, where the hub has had none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.action_button import action_button
from hubdesk.desktop.actions import Actions
from hubdesk.desktop.scenarios.wrapped import WrappedLabel

_HEADING = "No review yet"
_WHAT_FOR = (
    "Bills are disputed where nobody agreed the occupancy first. In a review each agency is sent its own "
    "desks, licence and charges, and says of each line whether it agrees, asks, or wants it corrected. "
    "Nobody needs an account or this program: a workbook goes out, and comes back filled in."
)
_STEPS = (
    "1.  Open a review. It keeps the hub as it stands, for the day that you choose.",
    "2.  Write the packs into a folder, send them from your own e-mail, and mark them as sent.",
    "3.  Drop the workbooks that come back on this window, and take in what they say.",
    "4.  Settle the queries. Who agreed what, and when, stands with the charges.",
)


class Beginning(QWidget):
    """Words, and the button that opens the first review."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        heading = QLabel(_HEADING)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self.open = action_button(actions, "review.open")
        column = QVBoxLayout(self)
        self.setMaximumWidth(1000)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(heading)
        for said in (_WHAT_FOR, "\n".join(_STEPS)):
            words = WrappedLabel()
            words.setText(said)
            words.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(words)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(self.open)
