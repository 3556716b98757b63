"""`LayoutRows`: guidance on how desks stand on every floor, for the panel of problems while it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.problem import Problem
from hubdesk.workflows.layout_guidance import LayoutGuidance


class LayoutRows(QObject):
    """Looks at the day on screen, in a worker, once edits pause; not at all while nobody looks."""

    came = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._guidance = LayoutGuidance()
        self._seen, self._stale = False, True
        self.rows: tuple[Problem, ...] = ()
        self._latest: Latest[tuple[Problem, ...]] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._take)
        session.changed.connect(self._changed)
        session.as_at_changed.connect(self._anew)

    def look(self) -> None:
        """Somebody looks at the rows from now on."""
        self._seen = True
        if self._stale:
            self._anew()

    def look_away(self) -> None:
        """Nobody looks."""
        self._seen = False

    def _question(self) -> Callable[[], tuple[Problem, ...]]:
        hub, day, guidance = self._session.hub, self._session.as_at, self._guidance
        return lambda: guidance.of(hub, day)

    def _changed(self, change: Change) -> None:
        if any(edit.kind in (Desk, Area, Floor) for edit in change.edits):
            self._anew()

    def _anew(self) -> None:
        self._stale = not self._seen
        if self._seen:
            self._latest.ask()

    def _take(self, rows: tuple[Problem, ...]) -> None:
        if rows != self.rows:
            self.rows = rows
            self.came.emit()
