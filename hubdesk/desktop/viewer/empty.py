"""`Empty`: what the window shows while no pack is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Actions


class Empty(QWidget):
    """A line that says so, and a way to open a pack."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._words = QLabel("No review pack is open.")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = QPushButton("Open a review pack…")
        self.open.clicked.connect(actions["file.open"].trigger)
        self.setFocusProxy(self.open)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    def wait_for(self, name: str) -> None:
        """The file of that name is being read."""
        self._words.setText(f"Opening {name}…")
        self.open.hide()

    def say_that(self, words: str) -> None:
        """Nothing is shown, and why; another can be opened."""
        self._words.setText(words)
        self.open.show()
