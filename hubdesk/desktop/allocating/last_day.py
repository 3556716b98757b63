"""`LastDay`: a last day, or another, that may be left open."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session


class LastDay(QWidget):
    """Open-ended, or a day that can be typed. `earliest` says from when on what is meant begins.

    `left_open` is what it is called to have no such day.
    """

    chosen = Signal(object)
    """A day, or None for open-ended."""

    def __init__(
        self,
        session: Session,
        earliest: Callable[[], date],
        name: str = "Last day",
        left_open: str = "Open-ended",
    ) -> None:
        super().__init__()
        self._session, self._earliest = session, earliest
        self._had = date.min
        self.open = QCheckBox(left_open)
        self.open.setChecked(True)
        self.day = DayEdit(name, session.as_at, session)
        self.day.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.day, 1)
        row.addWidget(self.open)
        self.open.toggled.connect(self._toggled)
        self.day.chosen.connect(self.chosen)

    def show_day(self, day: date | None) -> None:
        """Show a last day that was set elsewhere."""
        with QSignalBlocker(self.open):
            self.open.setChecked(day is None)
        self.day.setEnabled(day is not None)
        if day is not None:
            self._had = day
            self.day.show_day(day)

    @property
    def value(self) -> date | None:
        return None if self.open.isChecked() else self.day.day

    def _toggled(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal
        self.day.setEnabled(not is_open)
        if not is_open:
            # The day that it had last, unless that is over by now.
            least = max(self._earliest(), self._session.as_at)
            self.day.show_day(self._had if self._had >= least else least)
        self.chosen.emit(None if is_open else self.day.day)
        if not is_open:
            self.day.setFocus()
