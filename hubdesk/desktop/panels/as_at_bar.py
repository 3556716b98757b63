"""The as-at bar: the day that governs everything on screen, and whether it is today."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.days import months_on


class AsAtBar(QFrame):
    """The day, steps by a day and a month, and the way back to today."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("as-at")
        self.setAccessibleName("As at")
        self.day = DayEdit("As-at day", session.as_at, session)
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.day.chosen.connect(session.set_as_at)
        label = QLabel("As at")
        label.setBuddy(self.day)
        self.words = QLabel()
        self.words.setObjectName("as-at-words")
        actions.add(*self._steps())
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(2)
        row.addWidget(label)
        row.addSpacing(4)
        for id_ in ("time.month-back", "time.day-back"):
            row.addWidget(_button(actions, id_))
        row.addWidget(self.day)
        for id_ in ("time.day-on", "time.month-on"):
            row.addWidget(_button(actions, id_))
        row.addWidget(self.words)
        self._back = _button(actions, "time.today")
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(self._back)
        # Its words come and go with the day, and nothing else in the bar moves.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        session.as_at_changed.connect(self._follow)
        self._follow(session.as_at)

    def focus_day(self) -> None:
        """Go to the field, ready to type."""
        self.day.setFocus()
        self.day.selectAll()

    def _steps(self) -> list[Action]:
        session = self._session
        return [
            Action("time.go-to-day", "Go to a day…", "Time", self.focus_day, "F8", "calendar"),
            Action(
                "time.today",
                "Today",
                "Time",
                lambda: session.set_as_at(session.today),
                "Shift+F8",
                "calendar-check",
                lambda: session.as_at != session.today,
                why_not="It is today that is shown",
            ),
            Action(
                "time.day-back", "A day back", "Time", lambda: self._by_days(-1), "Alt+Left", "chevron-left"
            ),
            Action("time.day-on", "A day on", "Time", lambda: self._by_days(1), "Alt+Right", "chevron-right"),
            Action(
                "time.month-back",
                "A month back",
                "Time",
                lambda: self._by_months(-1),
                "Alt+Shift+Left",
                "chevrons-left",
            ),
            Action(
                "time.month-on",
                "A month on",
                "Time",
                lambda: self._by_months(1),
                "Alt+Shift+Right",
                "chevrons-right",
            ),
        ]

    def _by_days(self, days: int) -> None:
        ordinal = self._session.as_at.toordinal() + days
        if date.min.toordinal() <= ordinal <= date.max.toordinal():
            self._session.set_as_at(date.fromordinal(ordinal))

    def _by_months(self, months: int) -> None:
        self._session.set_as_at(months_on(self._session.as_at, months))

    def _follow(self, day: date) -> None:
        self.day.show_day(day)
        is_today = day == self._session.today
        self.words.setText("today" if is_today else "not today")
        self._back.setVisible(not is_today)
        self.setProperty("away", not is_today)
        for widget in (self, self.words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def _button(actions: Actions, id_: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[id_])
    button.setAccessibleName(actions[id_].text().removesuffix("…"))
    button.setIconSize(QSize(18, 18))
    return button
