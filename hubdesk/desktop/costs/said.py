"""Words on the page of costs: plain text that wraps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

WORKING = "Being worked out…"
"""What stands beside figures of before the last edit."""


def said(name: str = "") -> QLabel:
    """A label for words that come later; `name` is its look."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
