"""Words on the page of costs: plain text that wraps, and figures to click."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

WORKING = "Being worked out…"
"""What stands beside figures of before the last edit."""


def said(name: str = "") -> QLabel:
    """A label for words that come later; `name` is its look."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def link(name: str, words: str = "") -> QPushButton:
    """A button that looks like what it says, as figures do that open their workings."""
    button = QPushButton(words)
    button.setAccessibleName(name)
    button.setObjectName("link")
    button.setFlat(True)
    return button
