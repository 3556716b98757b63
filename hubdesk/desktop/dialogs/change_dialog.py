"""`ChangeDialog`: a few fields that make one change; what stands in the way is said in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.dialogs.growing import Growing
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import all_told


class ChangeDialog(QDialog):
    """Stays open, with everything that was typed, until the change is made or the user cancels."""

    def __init__(self, session: Session, title: str, accept: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._forms = QHBoxLayout()
        self.another_column()
        self.problems = QLabel()
        self.problems.setWordWrap(True)
        self.problems.setObjectName("wrong")
        self.problems.setAccessibleName("What stands in the way")
        self.problems.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.accept_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.accept_button.setText(accept)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self._forms)
        self.column.addWidget(self.problems)
        self.column.addWidget(buttons)
        Growing(self)
        self.column.addStrut(400)  # Not a fixed least width: larger letters need more.

    def change(self, hub: Hub) -> Change:
        """What the fields come to. Raises Refused."""
        raise NotImplementedError

    def another_column(self) -> None:
        """What is added from now on stands beside what was added before."""
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self._forms.count():
            self._forms.addSpacing(18)
        self._forms.addLayout(self.form, 1)

    def add(self, words: str, field: QWidget, hint: str = "") -> None:
        """A field with its label; `words` may have an & before the letter that goes to it."""
        field.setAccessibleName(words.replace("&", ""))
        if hint:
            field.setToolTip(hint)
            field.setAccessibleDescription(hint)
        self.form.addRow(words, field)

    def _try(self) -> None:
        wrong = [field for field in self.findChildren(DayEdit) if field.isEnabled() and not field.settle()]
        if wrong:
            self._say("\n".join(f"{field.accessibleName()}: {field.wrong}" for field in wrong))
            wrong[0].setFocus()
            wrong[0].selectAll()
            return
        problems = self.session.tried(self.change)
        if problems:
            self._say(all_told(problems))
        else:
            self.accept()

    def _say(self, words: str) -> None:
        self.problems.setText(words)
        self.problems.show()
