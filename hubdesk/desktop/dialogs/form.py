"""`FormDialog`: a few fields to fill in; what is wrong is said beside them, and what was typed is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hubdesk.domain.problem import Refused


@dataclass(frozen=True, slots=True)
class Field:
    """One line to type: its label, what stands in it at first, an example, and whether it is shown."""

    label: str
    value: str = ""
    example: str = ""
    secret: bool = False


class FormDialog(QDialog):
    """Hands what was typed to `take`, field by field; a Refused from it is shown, and the form stays."""

    def __init__(
        self,
        title: str,
        sentence: str,
        fields: Sequence[Field],
        go_on: str,
        take: Callable[..., object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._take = take
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        told = QLabel(sentence)
        told.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields = [_edit(field) for field in fields]
        for field, edit in zip(fields, self.fields, strict=True):
            form.addRow(f"{field.label}:", edit)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(460)
        self.fields[0].setFocus()

    def _try(self) -> None:
        try:
            self._take(*(edit.text() for edit in self.fields))
        except Refused as refused:
            self.wrong.setText("\n".join(f"{one.what}. {one.remedy}" for one in refused.problems))
            self.wrong.setAccessibleName(self.wrong.text())
            self.wrong.show()
            self.fields[0].setFocus()
        else:
            self.accept()


def _edit(field: Field) -> QLineEdit:
    edit = QLineEdit(field.value)
    edit.setAccessibleName(field.label)
    edit.setPlaceholderText(field.example)
    if field.secret:
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
