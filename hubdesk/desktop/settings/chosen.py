"""`Chosen`: one setting to choose, with what it comes to below it, and what is the matter with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.inspector.entry import Choice
from hubdesk.desktop.settings.setting import Words


class Chosen(QWidget):
    """A choice, with what it comes to below it."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self.note, self.wrong = Words("quiet"), Words("wrong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for one in (choice, self.note, self.wrong):
            column.addWidget(one)
        self.setFocusProxy(choice)
