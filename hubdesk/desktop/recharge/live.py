"""`Live`: the recharge on screen, worked out anew while anything changes; the newest draft wins."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.workflows.recharge_seen import Seen, in_full, seen, with_agreement
from hubdesk.workflows.review.agreed import snapshots_of

_AT_ONCE = 5_000
"""The lines of a run that is looked at in one go; of more, the run comes first, and the rest follows."""
_WAIT_MS = 20
"""So long after an edit: what follows takes less than that of most hubs."""


class Live(QObject):
    """Works only while it is `looked_at`. What was told last stays until the next comes."""

    working = Signal()
    """What was told last may no longer hold."""
    came = Signal(object)
    """A Seen."""

    def __init__(self, session: Session, jobs: Jobs, looked_at: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._looked_at = session, looked_at
        self.wanted = ""
        self.seen: Seen | None = None
        self.stale = True
        self._void = False
        """What is being worked out is not what is wanted any more, and nobody looks: it is let go."""
        self._run: Latest[Seen] = Latest(jobs, self._question, self, _WAIT_MS)
        self._rest: Latest[Seen] = Latest(jobs, self._rest_of_it, self, 0)
        self._run.came.connect(self._take)
        self._rest.came.connect(self._take_rest)
        session.changed.connect(self.renew)
        session.issued.connect(self.renew)
        session.scenario_changed.connect(self.renew)
        session.as_at_changed.connect(self._another_day)

    def want(self, name: str) -> None:
        """Look at the run of that name."""
        if name != self.wanted:
            self.wanted = name
            self.renew()

    def renew(self) -> None:
        """Work it out anew: at once if it is looked at, else when it will be."""
        self.stale = True
        if self._looked_at():
            self.working.emit()
            self._run.ask()
        else:
            self._void = True

    def look(self) -> None:
        """It is looked at from now on."""
        if self.stale:
            self.renew()

    def _another_day(self, day: date) -> None:
        """The as-at day governs which charging year is looked at."""
        view = self.seen.view if self.seen else None
        if view is None or not view.run.year.first <= day <= view.run.year.last:
            self.wanted = ""
        self.renew()

    def _question(self) -> Callable[[], Seen]:
        self._void = False
        standing, wanted, day = self._session.standing, self.wanted, self._session.as_at
        snapshots, today = snapshots_of(self._session.document.store), self._session.today

        def work() -> Seen:
            one = with_agreement(seen(standing, wanted, day), snapshots, today)
            whole = one.view is not None and len(one.view.run.own) <= _AT_ONCE
            return in_full(one) if whole else one

        return work

    def _take(self, one: Seen) -> None:
        if self._void:
            return
        self.seen, self.wanted = one, one.name
        self.stale = one.standing is not self._session.standing
        self.came.emit(one)
        if one.view is not None and one.differences is None:
            self._rest.ask()

    def _rest_of_it(self) -> Callable[[], Seen]:
        one = self.seen
        assert one is not None
        return lambda: in_full(one)

    def _take_rest(self, one: Seen) -> None:
        now = self.seen
        if now is not None and now.standing is one.standing and now.name == one.name:
            self.seen = one
            self.came.emit(one)
