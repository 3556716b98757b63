"""`WrappedLabel`: words in as many lines as they need, which nothing squeezes into fewer."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """Splitters and pages of tabs ask a label only how high it must be at the least: as its width has it."""

    def __init__(self) -> None:
        super().__init__()
        self._wide = 0
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        least = super().minimumSizeHint()
        return QSize(least.width(), self.heightForWidth(self._wide)) if self._wide else least

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        if event.size().width() != self._wide:
            self._wide = event.size().width()
            self.updateGeometry()
