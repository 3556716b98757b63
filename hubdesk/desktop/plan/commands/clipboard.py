"""`Clipboard`: whether there is something to paste, asked only when that is another."""

from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from hubdesk.editing.clipping import MIME_TYPE


class Clipboard(QObject):
    """The clipboard of the system. Asking it can mean asking another program, and waiting for it."""

    changed = Signal()
    """It holds something else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holds = False
        QGuiApplication.clipboard().dataChanged.connect(self._look)
        self._look()

    @property
    def holds(self) -> bool:
        """Whether it holds what may be pasted, as far as can be told without reading it."""
        return self._holds

    def data(self) -> QMimeData | None:
        """What was copied last, here or elsewhere; None on a system without a clipboard."""
        return cast(QMimeData | None, QGuiApplication.clipboard().mimeData())

    def _look(self) -> None:
        data = self.data()
        self._holds = data is not None and (data.hasFormat(MIME_TYPE) or data.hasText())
        self.changed.emit()
