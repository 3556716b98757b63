"""Any place of a widget."""

from random import Random

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def somewhere(widget: QWidget, random: Random) -> QPoint:
    """Any place of a widget."""
    return QPoint(random.randrange(max(1, widget.width())), random.randrange(max(1, widget.height())))
