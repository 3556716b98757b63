"""`DayEdit`: a field for a day, typed as people write it."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from hubdesk.desktop.icons import icon
from hubdesk.desktop.session import Session
from hubdesk.domain.days import in_words
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.domain.typed_day import FORMS, typed_day, why_no_day, within

_PER_KEY = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DayEdit(QLineEdit):
    """Holds one day. Up and Down step by a day, Page Up and Page Down by a week; Esc takes typing back.

    What is typed and is no day stays there, marked, until it is put right or taken back.
    """

    chosen = Signal(object)
    """The user has settled on a day: with Enter, by leaving the field, or by a step."""

    def __init__(self, name: str, day: date, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._session = day, session
        self._mark: QAction | None = None
        self.setAccessibleName(name)
        self.setToolTip(f"{name}: type a day such as {FORMS}")
        self.setMinimumHeight(28)
        self._say()
        self.textEdited.connect(self._unmark)

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

    @property
    def typed(self) -> date | None:
        """The day that stands in the field; None where that is no day."""
        if self.text() == in_words(self._day):
            return self._day
        return typed_day(self.text(), self._session.today)

    @property
    def wrong(self) -> str:
        """Why what stands in the field is no day, and how to type one; empty where it is one."""
        return "" if self.typed is not None else f"{why_no_day(self.text())}."

    def settle(self) -> bool:
        """Take what was typed, as Enter does. False where it is no day, which is marked and said."""
        typed = self.typed
        if typed is None:
            self._show_wrong()
            return False
        self._choose(typed, 0)
        return True

    def show_day(self, day: date) -> None:
        """Show another day, chosen elsewhere."""
        self._day = day
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = _PER_KEY.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(self.typed or self._day, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.settle():
                super().keyPressEvent(event)
            else:
                # Not passed on: the dialog would be accepted with the day that stood there before.
                self.selectAll()
                event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.text() != in_words(self._day):
            self._say()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        self.settle()
        super().focusOutEvent(event)

    def _show_wrong(self) -> None:
        what = self.wrong
        self.setAccessibleDescription(what)
        if self._mark is None:
            self._mark = self.addAction(icon("triangle-alert"), QLineEdit.ActionPosition.TrailingPosition)
        self._mark.setToolTip(what)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), what, self)

    def _unmark(self) -> None:
        self.setAccessibleDescription("")
        if self._mark is not None:
            self.removeAction(self._mark)
            self._mark.deleteLater()
            self._mark = None

    def _choose(self, day: date, steps: int) -> None:
        day = within(day + steps * ONE_DAY)
        changed = day != self._day
        self._day = day
        self._say()
        if changed:
            self.chosen.emit(day)

    def _say(self) -> None:
        self._unmark()
        self.setText(in_words(self._day))
