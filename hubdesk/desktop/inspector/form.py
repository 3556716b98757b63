"""`RecordForm`: what the forms of the inspector have in common."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.inspector.entry import Entry
from hubdesk.desktop.plan.lengths import typed_length
from hubdesk.desktop.session import Intent, Session
from hubdesk.domain.days import in_words
from hubdesk.domain.problem import all_told
from hubdesk.domain.typed_day import typed_day, why_no_day

ALWAYS = ""


class RecordForm(QWidget):
    """Fields under a heading. What is wrong is said below them in words, and what was typed is kept."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.hide()
        self.rows = QFormLayout()
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows.setVerticalSpacing(4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 8, 10, 8)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.rows)
        self.column.addWidget(self.wrong)

    def head(self, words: str) -> None:
        """What is shown."""
        self.heading.setText(words[:1].upper() + words[1:])

    def row(self, label: str, field: QWidget) -> None:
        """Another field, reached by the letter after & in its label."""
        words = QLabel(label)
        words.setBuddy(field)
        words.setMinimumHeight(field.sizeHint().height())
        self.rows.addRow(words, field)

    def do(self, intent: Intent) -> None:
        """Do it, or say below the fields why not."""
        self.say(all_told(self.session.tried(intent)))

    def say(self, words: str) -> None:
        """What is wrong with what was typed; nothing, if nothing is."""
        self.wrong.setText(words)
        self.wrong.setAccessibleName(words)
        self.wrong.setVisible(bool(words))

    def begin_anew(self) -> None:
        """Other records are to be shown: what was typed for those before is not for them."""
        self.say("")
        for entry in self.findChildren(Entry):
            entry.restore()

    def length(self, text: str) -> int | None:
        """The millimetres typed; what is no length is said."""
        found = typed_length(text)
        if found is None:
            self.say(f"“{text}” is not a length. Type metres, such as 1.6, or 1600 mm.")
        return found

    def day(self, text: str) -> tuple[date | None] | None:
        """The day typed, in a tuple, because nothing typed is no day at all; what is none is said."""
        if not text.strip():
            return (None,)
        found = typed_day(text, self.session.today)
        if found is None:
            self.say(f"{why_no_day(text)}, or nothing.")
            return None
        return (found,)


def days(values: Iterable[date | None]) -> set[str]:
    """As fields show them; no day is blank."""
    return {in_words(one) if one else ALWAYS for one in values}
