"""`Asking`: what the dialogs that ask something have in common: words above, rows to fill in, two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.dialogs.growing import Growing


class Asking(QDialog):
    """Shows `rows`, each a label and what to fill in. Enter, or the button `go_on`, calls `take_in`."""

    help_topic = ""
    """Set by who asks, where a help page is about that."""

    def __init__(
        self, told: tuple[str, str], rows: Sequence[tuple[str, QWidget]], go_on: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        title, sentence = told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        words = QLabel(sentence)
        words.setWordWrap(True)
        self.form = form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in rows:
            form.addRow(f"{label}:", widget)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.take_in)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addStretch(1)
        column.addWidget(buttons)
        self.go_on.setDefault(True)
        Growing(self)
        column.addStrut(440)
        rows[0][1].setFocus()

    def take_in(self) -> None:
        """What was filled in is to be taken."""
        self.accept()

    def say_wrong(self, words: str) -> None:
        """Say what is the matter with what was filled in, which stays as it is."""
        self.wrong.setText(words)
        self.wrong.setAccessibleName(words)
        self.wrong.show()
