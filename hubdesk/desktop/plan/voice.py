"""`PlanVoice`: tells assistive technology what the plan shows, because what is painted does not reach it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hubdesk.desktop.plan.view import PlanView
from hubdesk.domain.days import in_words
from hubdesk.domain.names import floor_name
from hubdesk.workflows.selection_words import selection_in_words

_QUIET_MS = 250
"""So long after the last change it speaks: a marquee passes many desks by."""


class PlanVoice(QObject):
    """Keeps the description of the plan true, and announces politely what is new in it."""

    def __init__(self, view: PlanView) -> None:
        super().__init__(view)
        self._view, self._plan = view, view.plan
        self._said: tuple[str, str, str] = ("", "", "")
        self.announced = ""
        """What was announced last."""
        self._soon = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._soon.timeout.connect(self.say)
        session = self._plan.session
        for signal in (session.selection.changed, session.as_at_changed, session.changed):
            signal.connect(self._soon.start)
        self._plan.floor_changed.connect(self._soon.start)
        self.say()

    def say(self) -> None:
        """Describe the plan, and announce what differs from what was said before."""
        session, floor = self._plan.session, self._plan.floor
        now = (
            floor_name(floor) if floor else "No floor yet",
            f"As at {in_words(session.as_at)}",
            selection_in_words(session.hub, session.selection.ids, session.as_at),
        )
        news = [words for words, before in zip(now, self._said, strict=True) if words != before]
        first = not any(self._said)
        self._said = now
        self._view.setAccessibleDescription(". ".join(now))
        if news and not first:
            self.announced = ". ".join(news)
            event = QAccessibleAnnouncementEvent(self._view, self.announced)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
