"""`WhyPart`: why a figure of the pack is what it is, opened down to what it rests on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.viewer.reckoned_model import ReckonedModel
from hubdesk.desktop.viewer.why import said
from hubdesk.desktop.workings.branches import FIGURE
from hubdesk.desktop.workings.tree_view import WorkingsTree
from hubdesk.exchange.review_pack.pack import Reckoned

_LEAST = 12
"""Letters that every column has room for."""


class WhyPart(QWidget):
    """Hidden until a figure is asked about. Esc puts it away."""

    left = Signal()
    """It was put away."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Why")
        self.heading = _label("preview-heading")
        self.tree = WorkingsTree(ReckonedModel(self))
        header, letter = self.tree.header(), self.fontMetrics().averageCharWidth()
        header.setMinimumSectionSize(_LEAST * letter)
        header.setSectionResizeMode(FIGURE, QHeaderView.ResizeMode.ResizeToContents)
        self.whole = _label("quiet")
        self.whole.setAccessibleName("The step in full")
        self.copy = QPushButton("&Copy as text")
        self.away = QPushButton("&Put away")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy)
        head.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addWidget(self.whole)
        self.tree.stood.connect(lambda step: self.whole.setText(said(step) if step else ""))
        self.copy.clicked.connect(lambda: self.tree.copy_whole(self.heading.text()))
        self.away.clicked.connect(self._put_away)
        self.tree.installEventFilter(self)
        self.hide()

    def tell(self, step: Reckoned) -> None:
        """Show how this figure came about; the keys go to it."""
        self.heading.setText(f"Why {step.figure}?")
        self.tree.show_working(step)
        self.show()
        self.tree.setFocus()

    def forget(self) -> None:
        """Another pack is shown."""
        self.tree.show_working(None)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        escapes = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if escapes and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._put_away()
            return True
        return super().eventFilter(watched, event)

    def _put_away(self) -> None:
        self.hide()
        self.left.emit()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
