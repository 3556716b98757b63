"""What is typed in a list looks for what begins with it: no shortcuts while the list has the keys."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QWidget

_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class OwnLetters(QObject):
    """Watches the lists inside `whole`; those of `without` leave letters to what they mean everywhere.

    So are digits, but in `numbered`, whose rows they pick; and the keys that remove.
    """

    def __init__(self, whole: QWidget, numbered: QWidget, *without: QWidget) -> None:
        super().__init__(whole)
        self._with_digits = numbered
        for one in (*whole.findChildren(QAbstractItemView), *whole.findChildren(QComboBox)):
            # Headers take no keys, and the list of a box that opens is a window of its own.
            if one not in without and not isinstance(one, QHeaderView) and one.window() is whole.window():
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & _WITH_OTHERS
            and (event.key() in _REMOVING or self._is_typed(watched, event.text()))
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _is_typed(self, where: QObject, text: str) -> bool:
        return text.isalpha() or (text.isdigit() and where is not self._with_digits)
