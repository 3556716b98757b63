"""`Agreements`: how each agency agreed what it occupies on the day on screen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.workflows.review.agreed import Agreed, agreed_by_all, snapshots_of

Known = Mapping[RecordId, Agreed]


class Agreements(QObject):
    """Works in a worker, because the hub as it stood at a review is read for it, and only while looked at."""

    came = Signal()
    """`known` is others."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.known: Known = {}
        self._latest: Latest[Known] = Latest(jobs, self._question, self, 20)
        self._latest.came.connect(self._take)

    def look(self) -> None:
        """Work it out for the hub and day on screen. A hub without reviews has nothing to work out."""
        if self._session.hub.review_rounds:
            self._latest.ask()
        else:
            self._take({})

    def _question(self) -> Callable[[], Known]:
        session = self._session
        hub, day, today = session.hub, session.as_at, session.today
        snapshots = snapshots_of(session.document.store)

        def work() -> Known:
            try:
                return agreed_by_all(hub, snapshots, day, day, today)
            except Refused:
                return {}  # The Review page says that the hub of a round cannot be read.

        return work

    def _take(self, known: Known) -> None:
        if known != self.known:
            self.known = known
            self.came.emit()
