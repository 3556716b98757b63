"""`FormDialog`: a few fields to fill in; what is wrong is said beside them, and what was typed is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from hubdesk.desktop.dialogs.asking import Asking
from hubdesk.domain.problem import Refused


@dataclass(frozen=True, slots=True)
class Field:
    """One line to type: its label, what stands in it at first, an example, and whether it is shown."""

    label: str
    value: str = ""
    example: str = ""
    secret: bool = False


class FormDialog(Asking):
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
        self._take = take
        self.fields = [_edit(field) for field in fields]
        rows = [(field.label, edit) for field, edit in zip(fields, self.fields, strict=True)]
        super().__init__((title, sentence), rows, go_on, parent)

    def take_in(self) -> None:
        try:
            self._take(*(edit.text() for edit in self.fields))
        except Refused as refused:
            self.say_wrong("\n".join(one.told for one in refused.problems))
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
