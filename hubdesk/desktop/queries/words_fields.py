"""The fields that say who writes what about a query."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.domain.query import Query

_LINES = 4


class Words:
    """What is to be said of a query, and by whom: by default, by those before whom it is."""

    def __init__(self, dialog: ChangeDialog, query: Query, label: str, hint: str = "") -> None:
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * (_LINES + 1))
        self.field.setPlaceholderText(hint)
        self._by = QLineEdit(query.stage.value.capitalize())
        dialog.add(label, self.field)
        dialog.add("&By", self._by, "Who says so, as the agency is to know them")

    @property
    def words(self) -> str:
        return self.field.toPlainText().strip()

    @property
    def by(self) -> str:
        return self._by.text().strip()

    def focus(self) -> None:
        self.field.setFocus()
