"""A dialog that tells at length what happened or will happen, and may ask whether to go on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hubdesk.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """What to tell: a sentence, then lists under headings. With `go_on` it asks, and that is the button."""

    title: str
    sentence: str
    parts: tuple[tuple[str, Sequence[str]], ...] = ()
    go_on: str = ""

    @property
    def text(self) -> str:
        """All of it as plain text, to be copied."""
        lines = [self.title, "", self.sentence]
        for heading, items in self.parts:
            lines += ["", heading, *(f"- {item}" for item in items)]
        return "\n".join(lines)


class AskDialog(QDialog):
    """Shows `told`; `accepted` is emitted when the user goes on. Enter alone never goes on."""

    help_topic = ""
    """Set by who asks, where a help page is about that."""

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(told.title)
        sentence = QLabel(told.sentence)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(sentence)
        parts = [(heading, items) for heading, items in told.parts if items]
        if parts:
            self.listed = QTextBrowser()
            self.listed.setAccessibleName(told.title)
            self.listed.setHtml(html_of(parts))
            column.addWidget(self.listed, 1)
        column.addWidget(self._buttons())
        self.back.setDefault(True)
        self.back.setFocus()
        self.resize(620, min(200 + 26 * sum(len(items) + 2 for _, items in parts), 620))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = box.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.told.text))
        self.go_on: QPushButton | None = None
        if self.told.go_on:
            self.go_on = box.addButton(self.told.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
            self.go_on.setAutoDefault(False)
            box.accepted.connect(self.accept)
        word = (
            QDialogButtonBox.StandardButton.Cancel
            if self.told.go_on
            else QDialogButtonBox.StandardButton.Close
        )
        self.back = box.addButton(word)
        box.rejected.connect(self.reject)
        return box


def listed(problems: Iterable[Problem]) -> list[str]:
    """`problems` as lines: how grave, where, what, the £ at stake, and what to do."""
    return [f"{one.severity.value.capitalize()}: {one.told_there}" for one in problems]


def html_of(parts: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Lists under headings, to be shown; what is in them is text alone."""
    return "".join(
        f"<p><b>{escape(heading)}</b></p><ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
        for heading, items in parts
    )
