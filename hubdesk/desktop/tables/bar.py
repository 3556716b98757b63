"""The bar above a table: a filter, how many rows there are, and which columns are shown."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

_TYPING_MS = 150


class TableBar(QWidget):
    """Others may put buttons of theirs at its end with `add`."""

    filtered = Signal(str)
    """Only rows with these words are wanted."""
    left = Signal()
    """Enter or Down in the filter: to the table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName(f"Filter {name}")
        self.filter.setToolTip("Only the rows that have all of these words")
        self.filter.setClearButtonEnabled(True)
        self.words = QLabel()
        self.words.setObjectName("quiet")
        self.columns = QToolButton()
        self.columns.setText("Columns")
        self.columns.setToolTip("Which columns are shown")
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns.setMenu(QMenu(self.columns))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.filter, 1)
        self._row.addWidget(self.words)
        self._row.addStretch(1)
        self._row.addWidget(self.columns)
        self._soon = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._soon.timeout.connect(lambda: self.filtered.emit(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self.filter.returnPressed.connect(self._leave)

    def add(self, widget: QWidget) -> None:
        """At the end of the bar."""
        self._row.addWidget(widget)

    def say(self, words: str) -> None:
        """How many rows there are, and how many of them are shown."""
        self.words.setText(words)

    def _leave(self) -> None:
        self._soon.stop()
        self.filtered.emit(self.filter.text())
        self.left.emit()
