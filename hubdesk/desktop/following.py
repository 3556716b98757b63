"""`Following`: keeps a session up to date with what others do, and shows them that it is open here."""

import time

from PySide6.QtCore import QObject, QTimer

from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.desktop.panels.notices import Notice, Notices, notice_of
from hubdesk.desktop.session import Session
from hubdesk.domain.problem import Problem
from hubdesk.store import LogEntry
from hubdesk.workflows.document import Clock

_TEAM_MS = 1_000
_LOOKING_MS = 5_000
_FILE_MS = 30_000
"""Others see a heartbeat at least once a minute."""
_A_MINUTE_MS = 60_000
_SHARE = 10
"""A slow server is asked again only after ten times as long as its answer took."""


class Following(QObject):
    """Asks the store in a worker what is new, and has the document take it in; lives with the session."""

    def __init__(self, session: Session, jobs: Jobs, notices: Notices, clock: Clock) -> None:
        super().__init__(session)
        self._session, self._jobs, self._notices = session, jobs, notices
        self._out_of_reach = False
        self._job: Job[tuple[LogEntry, ...]] | None = None
        store = session.document.store
        self._pause = _TEAM_MS if store.is_shared else _LOOKING_MS if session.only_looks else _FILE_MS
        self._clock = clock
        self._asked_at = 0.0
        days = QTimer(self, interval=_A_MINUTE_MS)
        days.timeout.connect(self.look_at_the_clock)
        days.start()
        self._timer = QTimer(self, interval=self._pause, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._timer.start()

    def look_at_the_clock(self) -> None:
        """After midnight, today is another day."""
        self._session.day_came(self._clock().astimezone().date())

    def _ask(self) -> None:
        store, after = self._session.document.store, self._session.document.sequence
        self._asked_at = time.monotonic()

        def work(_progress: Progress) -> tuple[LogEntry, ...]:
            store.heartbeat()
            return tuple(store.log(after=after))

        self._job = self._jobs.quietly(work, self._take_in)
        self._job.refused.connect(self._not_reached)
        self._job.ended.connect(self._again)

    def _take_in(self, entries: tuple[LogEntry, ...]) -> None:
        if self._out_of_reach:
            self._out_of_reach = False
            self._notices.tell(Notice("The hub is in reach again"))
        self._session.document.take_in(entries)

    def _not_reached(self, problems: tuple[Problem, ...]) -> None:
        if not self._out_of_reach:
            self._out_of_reach = True
            self._notices.tell(notice_of(problems))

    def _again(self) -> None:
        self._job = None
        seconds = time.monotonic() - self._asked_at
        self._timer.start(max(self._pause, round(seconds * 1000 * _SHARE)))
