"""Reminders as text to copy: nothing is sent from here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hubdesk.workflows.review.reminders import Reminder, together


class ReminderDialog(QDialog):
    """Shows one reminder, or all after each other, with the address and the subject above the words."""

    help_topic = "review"

    def __init__(self, reminders: Sequence[Reminder], first: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Reminders")
        self.whom = QComboBox()
        self.whom.setAccessibleName("To whom")
        if len(reminders) > 1:
            self.whom.addItem(f"All {len(reminders)} that are waited for", together(reminders))
        for one in reminders:
            self.whom.addItem(f"{one.code}, {one.to or 'no e-mail address known'}", one.text)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Text of the reminder")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.said = QLabel("Nothing is sent from here: copy the text into your own e-mail or letter.")
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setDefault(True)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow("&To whom:", self.whom)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.whom.currentIndexChanged.connect(self._show)
        self.whom.setCurrentIndex(next((n for n, one in enumerate(self._codes()) if one == first), 0))
        self._show()
        unit = self.fontMetrics().height()
        self.resize(max(640, 38 * unit), max(460, 28 * unit))
        self.copy.setFocus()

    def _codes(self) -> list[str]:
        return [self.whom.itemText(n).partition(",")[0] for n in range(self.whom.count())]

    def _show(self) -> None:
        self.text.setPlainText(self.whom.currentData())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.setText("Copied. Paste it into your own e-mail or letter; nothing was sent from here.")
