"""`Head`: whose pack one sees, of which day, by when an answer is due and whom to ask."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from hubdesk.domain.days import in_words
from hubdesk.domain.money import pounds
from hubdesk.exchange.review_pack.pack import Pack

_LONGEST = 200
"""Letters of a name at the head."""


class Head(QFrame):
    """Two columns: what this is, and what it comes to with its why."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.title = _label("")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        self.title.setFont(font)
        self.round = _label("")
        self.deadline = _label("preview-heading")
        self.contact = _label("quiet")
        self.total = _label("")
        self.total.setFont(font)
        self.total.setWordWrap(False)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.year = _label("quiet")
        self.year.setWordWrap(False)
        self.year.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.why = QPushButton("&Why?")
        self.why.setAccessibleName("Why the charges come to this")
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(2)
        right.setSpacing(2)
        for label in (self.title, self.round, self.deadline, self.contact):
            left.addWidget(label)
        for label in (self.total, self.year):
            right.addWidget(label)
        right.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        left.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right)

    def show_pack(self, pack: Pack) -> None:
        agency, hub, host = map(_short, (pack.agency, pack.hub, pack.host))
        self.title.setText(f"{agency} ({_short(pack.agency_code)}) at {hub}")
        self.round.setText(
            f"Review {_short(pack.review)}: what {host} has on record for you on {in_words(pack.as_at)}"
        )
        silence = "No answer by then counts as agreement." if pack.silence else ""
        self.deadline.setText(f"Answer by {in_words(pack.deadline)}. {silence}".strip())
        self.contact.setText(_short(f"Ask: {', '.join(pack.contact)}") if pack.contact else "")
        self.contact.setVisible(bool(pack.contact))
        self.total.setText(pounds(pack.total))
        self.year.setText(f"for {pack.year}, without VAT")


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _short(text: str) -> str:
    """What a file says, in a length that leaves room for the rest of the window."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
