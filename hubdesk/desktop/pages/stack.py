"""`PageStack`: the pages one behind another, with room for the one in front and not for the largest."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """A page that needs much room takes it from the panels only while it is in front."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()
