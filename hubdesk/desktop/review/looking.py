"""`Looking`: which round is looked at and how it stands, worked out anew while anything changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.review import ReviewRound
from hubdesk.workflows.review.answer_rows import AnswerRow, answer_rows
from hubdesk.workflows.review.rounds import SeenRounds
from hubdesk.workflows.review.states import RoundAtAGlance, at_a_glance

_WAIT_MS = 20


@dataclass(frozen=True)
class Looked:
    """A round as it stands in `hub`: at a glance, and each agency's lines with what it said of them.

    Where its snapshot cannot be read, `problems` says why, and there is no glance.
    """

    hub: Hub
    round: ReviewRound
    glance: RoundAtAGlance | None
    answers: Mapping[RecordId, tuple[AnswerRow, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def _looked(hub: Hub, round_: ReviewRound, rounds: SeenRounds, today: date) -> Looked:
    try:
        asking = rounds.seen(round_)
        glance = at_a_glance(hub, asking, today)
        answers = {one.agency.id: answer_rows(hub, asking, one.review, one.state) for one in glance.agencies}
    except Refused as refused:
        return Looked(hub, round_, None, problems=refused.problems)
    return Looked(hub, round_, glance, answers)


class Looking(QObject):
    """Works only while it is `looked_at`. What was told last stays until the next comes."""

    working = Signal()
    """What was told last may no longer hold."""
    came = Signal(object)
    """A Looked; None where the hub has no review."""

    def __init__(self, session: Session, jobs: Jobs, looked_at: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._looked_at = session, looked_at
        self._wanted: RecordId | None = None
        self._stale = True
        self._void = False
        """Nobody wants any more what is being worked out: the hub has no review."""
        self.looked: Looked | None = None
        self.rounds = SeenRounds(session.document.store)
        """For workers of `in_turn` alone, one after another."""
        self._latest: Latest[Looked | None] = Latest(jobs, self._question, self, _WAIT_MS)
        self._latest.came.connect(self._take)
        session.changed.connect(self.renew)
        session.as_at_changed.connect(self.renew)  # It may have become another day.

    @property
    def round(self) -> ReviewRound | None:
        """The round that is looked at: the one that was chosen, else the newest."""
        rounds = self._session.hub.review_rounds
        return next((one for one in rounds if one.id == self._wanted), rounds[-1] if rounds else None)

    def choose(self, round_: RecordId) -> None:
        """Look at that round."""
        if round_ != self._wanted:
            self._wanted = round_
            self.renew()

    def renew(self) -> None:
        """Work it out anew: at once if it is looked at, else when it will be."""
        self._stale = True
        if not self._looked_at():
            return
        if self.round is None:
            self._stale, self._void, self.looked = False, True, None
            self.came.emit(None)
        else:
            self.working.emit()
            self._latest.ask()

    def look(self) -> None:
        """It is looked at from now on."""
        if self._stale:
            self.renew()

    def _question(self) -> Callable[[], Looked | None]:
        self._void = False
        hub, round_, today, rounds = self._session.hub, self.round, self._session.today, self.rounds

        def work() -> Looked | None:
            return None if round_ is None else _looked(hub, round_, rounds, today)

        return work

    def _take(self, looked: Looked | None) -> None:
        if self._void:
            return
        self.looked = looked
        self._stale = looked is not None and looked.hub is not self._session.hub
        self.came.emit(looked)
