"""`Growing`: a dialog that grows when its words need more room than they had at first."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog


class Growing(QObject):
    """Words that wrap need more lines at larger letters, or when there is more to say.

    Qt by itself leaves them cut off.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        layout, dialog = self._dialog.layout(), self._dialog
        if layout is not None and layout.hasHeightForWidth():
            high = min(layout.totalHeightForWidth(dialog.width()), dialog.screen().availableSize().height())
            if high > dialog.height():
                dialog.resize(dialog.width(), high)
