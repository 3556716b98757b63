"""The distance that a drawing's scale is set by."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from hubdesk.desktop.plan.lengths import typed_length


class CalibrateOptions(QWidget):
    """A distance to type, and what comes of it."""

    typed = Signal()
    """Another distance stands there."""
    accepted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Distance between the two points, in metres")
        self.field.setPlaceholderText("such as 12.5 m")
        self.field.setMaximumWidth(160)
        label = QLabel("&Distance")
        label.setBuddy(self.field)
        self.button = QPushButton("&Set scale")
        self.read_out = QLabel()
        self.read_out.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.field, self.button, self.read_out):
            row.addWidget(widget)
        row.addStretch(1)
        self.field.textChanged.connect(self.typed)
        self.field.returnPressed.connect(self.button.click)
        self.button.clicked.connect(self.accepted)
        self.field.installEventFilter(self)

    @property
    def distance_mm(self) -> int | None:
        """What is typed; None where that is no distance above 0."""
        length = typed_length(self.field.text())
        return length if length is not None and length > 0 else None

    def tell(self, words: str, *, ready: bool) -> None:
        """Say what comes of it, and whether it can be set."""
        self.read_out.setText(words)
        self.button.setEnabled(ready)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escaped and event.type() is QEvent.Type.KeyPress:
            self.cancelled.emit()
            return True
        return super().eventFilter(watched, event)
