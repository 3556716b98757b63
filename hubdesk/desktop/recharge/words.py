"""Words that one can read in full, select and copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_BY_HAND = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def words(look: str) -> QLabel:
    """A label for sentences, empty at first; `look` is what the theme calls it."""
    label = QLabel()
    label.setObjectName(look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(_BY_HAND)
    return label
