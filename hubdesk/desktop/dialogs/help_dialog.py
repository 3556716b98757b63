"""`HelpDialog`: a help page beside a dialog that keeps the keys from the window and its help panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from hubdesk.desktop.panels.help_panel import HelpPanel

_KEY = "F1"
_APART = 12
"""Pixels between the two."""


class HelpDialog(QDialog):
    """Stands beside its parent, which can be used meanwhile. F1 and Esc put it away."""

    def __init__(self, topic: str, keys: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Help")
        self.help = HelpPanel(keys)
        self.help.show_topic(topic)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.help, 1)
        column.addWidget(buttons)
        QShortcut(QKeySequence(_KEY), self).activated.connect(self.close)
        self._stand_beside(parent)
        self.help.text.setFocus()

    def _stand_beside(self, dialog: QWidget) -> None:
        """On the side of `dialog` where there is more room, and in its way no more than it has to be."""
        unit, screen, there = self.fontMetrics().averageCharWidth(), dialog.screen(), dialog.frameGeometry()
        room = screen.availableGeometry()
        width, height = min(56 * unit, room.width() // 2), min(100 * unit, room.height() * 3 // 4)
        self.resize(width, height)
        if room.right() - there.right() >= there.left() - room.left():
            left = min(there.right() + _APART, room.right() - width)
        else:
            left = max(there.left() - _APART - width, room.left())
        self.move(left, max(room.top(), min(there.top(), room.bottom() - height)))


class HelpInDialogs(QObject):
    """Has F1 open help in every dialog of `window`, which shuts out the window's own keys.

    `topic` says which page is about a place, and `keys` the list of all keys.
    """

    def __init__(self, window: QWidget, topic: Callable[[QWidget], str], keys: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._topic, self._keys = window, topic, keys
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = None if now is None else now.window()
        if not isinstance(dialog, QDialog) or isinstance(dialog, HelpDialog) or not self._is_ours(dialog):
            return
        if any(one.objectName() == _KEY for one in dialog.findChildren(QShortcut)):
            return
        shortcut = QShortcut(QKeySequence(_KEY), dialog)
        shortcut.setObjectName(_KEY)
        shortcut.activated.connect(lambda: self._open(dialog))

    def _open(self, dialog: QDialog) -> None:
        place: QWidget | None = dialog.focusWidget()
        HelpDialog(self._topic(dialog if place is None else place), self._keys, dialog).show()

    def _is_ours(self, dialog: QDialog) -> bool:
        """One that Qt or the system shows has help of its own, if any; another window has its own."""
        place: QObject | None = dialog
        while place is not None and place is not self._window:
            place = place.parent()
        return place is not None and type(dialog).__module__.startswith("hubdesk.")
