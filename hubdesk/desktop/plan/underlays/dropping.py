"""`Dropping`: a drawing's file that is dropped on the plan is laid under its floor."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from hubdesk.exchange.underlays import ENDINGS

_REFUSED_IN_WORDS = frozenset({".dwg", ".svgz"})
"""Endings that are taken to say why they cannot be read."""


class Dropping(QObject):
    """Watches `over`, and hands what is dropped there to `lay`. What is no drawing goes its own way."""

    def __init__(self, over: QWidget, lay: Callable[[Path], object]) -> None:
        super().__init__(over)
        self._lay = lay
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        # Drags that enter or move are drop events too, to Qt.
        path = drawing_in(event.mimeData()) if isinstance(event, QDropEvent) else None
        if not isinstance(event, QDropEvent) or path is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._lay(path)
        return True


def drawing_in(dragged: QMimeData) -> Path | None:
    """The first drawing among the files that are dragged."""
    for url in dragged.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in ENDINGS.keys() | _REFUSED_IN_WORDS:
            return path
    return None
