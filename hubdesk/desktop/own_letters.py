"""Letters typed in a list look for what begins with them: no shortcuts while the list has the keys."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QWidget

_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class OwnLetters(QObject):
    """Watches the lists inside `whole`; those of `without` leave letters to what they mean everywhere."""

    def __init__(self, whole: QWidget, *without: QWidget) -> None:
        super().__init__(whole)
        for one in (*whole.findChildren(QAbstractItemView), *whole.findChildren(QComboBox)):
            # Headers take no keys, and the list of a box that opens is a window of its own.
            if one not in without and not isinstance(one, QHeaderView) and one.window() is whole.window():
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text().isalpha()
            and not event.modifiers() & _WITH_OTHERS
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)
