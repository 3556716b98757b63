"""`Entry`: one value to type, of one record or of many."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView

_GOING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
KEEP = "keep"
"""What a field says whose records differ: nothing typed leaves each as it is."""


class Entry(QLineEdit):
    """Enter, or leaving the field, settles what was typed; Esc takes it back."""

    settled = Signal(str)
    """Something else was typed than was shown."""
    restored = Signal()
    """What was typed was taken back."""

    def __init__(self, name: str, example: str = "") -> None:
        super().__init__()
        self._shown = ""
        self._settling = False
        self._example = example
        self.setAccessibleName(name)
        self.setMinimumHeight(26)

    def show_values(self, values: set[str]) -> None:
        """Of all records that are inspected; where they differ, nothing stands there.

        What one is typing stays, and so Esc goes back to what is shown now.
        """
        mixed = len(values) > 1
        shown = "" if mixed else next(iter(values), "")
        typing = self.hasFocus() and not self._settling and self.text() != self._shown
        self._shown = shown
        self.setPlaceholderText(KEEP if mixed else self._example)
        self.setToolTip("They differ. What is typed is set on all of them" if mixed else "")
        if not typing:
            self.restore()
            self.setCursorPosition(0)

    def restore(self) -> None:
        """What was shown."""
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.restore()
            self.restored.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._settle()
        super().focusOutEvent(event)

    def _settle(self) -> None:
        if self.text() != self._shown:
            self._settling = True
            try:
                self.settled.emit(self.text())
            finally:
                self._settling = False


class _Offered(QListView):
    """The list of a choice. It goes by a choice, Esc or a click elsewhere; Qt tells of the first alone."""

    put_away = Signal()
    pointed_at = Signal(int)
    """A row, while the list is open."""

    def currentChanged(  # noqa: N802  Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if self.isVisible():
            self.pointed_at.emit(current.row())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        super().hideEvent(event)
        self.put_away.emit()


class Choice(QComboBox):
    """One of some things; where the records differ, "keep" stands first and leaves each as it is.

    It is chosen from the list alone: a key or the wheel that went through the things one by one would
    make a change of each.
    """

    settled = Signal(object)
    pointed_at = Signal(int)
    """A row of the list, which is open."""
    left = Signal()
    """The list was put away, with something chosen or not."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumHeight(26)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._chosen)
        offered = _Offered()
        offered.setAccessibleName(name)
        offered.put_away.connect(self.left)
        offered.pointed_at.connect(self.pointed_at)
        self._newer: tuple[list[tuple[str, object]], set[object]] | None = None
        # Later, because what was chosen is told once the list is away.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._catch_up)
        self.left.connect(self._soon.start)
        self.setView(offered)

    def show_values(self, offered: list[tuple[str, object]], values: set[object]) -> None:
        """The things that can be chosen, by their words, and what the records have.

        A list that is open stays as it is until it is put away.
        """
        if self.view().isVisible():
            self._newer = offered, values
            return
        self._newer = None
        self.clear()
        mixed = len(values) > 1
        if mixed:
            self.addItem(KEEP, _KEEP)
        for words, value in offered:
            self.addItem(words, value)
        now = next(iter(values), None)
        places = [place for place in range(self.count()) if self.itemData(place) == now]
        self.setCurrentIndex(0 if mixed or not places else places[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in _GOING or event.text().isalnum():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        event.ignore()

    def _catch_up(self) -> None:
        if self._newer is not None:
            self.show_values(*self._newer)

    def _chosen(self, place: int) -> None:
        value = self.itemData(place)
        if value is not _KEEP:
            self.settled.emit(value)


_KEEP = object()
