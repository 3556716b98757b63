"""`ToolBar`: a row of buttons that stays where it is; what has no room is under "More"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolBar, QToolButton


class ToolBar(QToolBar):
    """Not to be moved or hidden: what is in it would be lost for who cannot find it again."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMovable(False)
        self.setFloatable(False)
        self.toggleViewAction().setEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName("More")
            more.setToolTip("What has no room here")
