"""`DayEdit`: a field for a day, typed as people write it."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from hubdesk.desktop.typed_day import FORMS, typed_day
from hubdesk.domain.days import in_words
from hubdesk.domain.timeline import ONE_DAY

_PER_KEY = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DayEdit(QLineEdit):
    """Holds one day. Up and Down step by a day, Page Up and Page Down by a week; Esc takes typing back."""

    chosen = Signal(object)
    """The user has settled on a day: with Enter, by leaving the field, or by a step."""

    def __init__(self, name: str, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._today = day, today
        self.setAccessibleName(name)
        self.setToolTip(f"{name}: type a day such as {FORMS}")
        self.setMinimumHeight(28)
        self._say()
        self.returnPressed.connect(self._take)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As wide as the longest day, whatever the size of the letters."""
        return QSize(
            self.fontMetrics().horizontalAdvance("30 September 2026 ") + 30, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    @property
    def day(self) -> date:
        return self._day

    def today_is(self, today: date) -> None:
        """What "today", and a day without a year, mean from now on."""
        self._today = today

    def show_day(self, day: date) -> None:
        """Show another day, chosen elsewhere."""
        self._day = day
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = _PER_KEY.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(typed_day(self.text(), self._today) or self._day, step)
        elif event.key() == Qt.Key.Key_Escape and self.text() != in_words(self._day):
            self._say()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        self._take()
        super().focusOutEvent(event)

    def _take(self) -> None:
        typed = typed_day(self.text(), self._today)
        if typed is not None:
            self._choose(typed, 0)
            return
        what = f"“{self.text()}” is not a day. Type it as {FORMS}."
        self.setAccessibleDescription(what)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), what, self)
        if not self.hasFocus():
            self._say()
        else:
            self.selectAll()

    def _choose(self, day: date, steps: int) -> None:
        try:
            day += steps * ONE_DAY
        except OverflowError:
            return
        changed = day != self._day
        self._day = day
        self._say()
        if changed:
            self.chosen.emit(day)

    def _say(self) -> None:
        self.setAccessibleDescription("")
        self.setText(in_words(self._day))
