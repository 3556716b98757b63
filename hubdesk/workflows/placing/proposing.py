"""Proposing who sits where: asking the hub, searching for a while, and what comes of it."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from hubdesk.allocating.feasible.program import Ask
from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.proposal import Proposal, moved_by_agency
from hubdesk.allocating.reasons.conflicts import conflict_told
from hubdesk.allocating.running import Better, Bound, GaveUp, Impossible, Running, Searching, Told, best_of
from hubdesk.allocating.score import Cost, cost_of
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused

_LISTEN_S = 0.1
_AS_GOOD = 1e-6
"""Of the bound: a plan so little above it is as good as the best."""


class Status(Enum):
    """What became of it; the value is its word in JSON."""

    FEASIBLE = "feasible"
    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True)
class Allocated:
    """A proposal with what it costs, beside what today's plan costs and what none can cost less than.

    Or, where all that is asked cannot be kept, what cannot; then there is no proposal.
    """

    question: Question
    seconds: float
    proposal: Proposal | None = None
    cost: Cost | None = None
    today: Cost | None = None
    bound: float | None = None
    conflict: tuple[Problem, ...] = ()
    asks: tuple[Ask, ...] = ()
    """The same conflict, as in a program."""

    @property
    def lacking(self) -> int:
        """Desks that agencies are to have and have not today: today's plan costs nothing for them."""
        question = self.question
        return int((question.wanted - question.sitting.sum(axis=1)).clip(min=0).sum())

    @property
    def status(self) -> Status:
        if self.cost is None or self.bound is None:
            return Status.INFEASIBLE
        return Status.OPTIMAL if _is_proved(self.cost, self.bound) else Status.FEASIBLE


def _is_proved(cost: Cost, bound: float) -> bool:
    return cost.total <= bound * (1 + _AS_GOOD) + _AS_GOOD


@dataclass
class Allocating:
    """One search for a plan of `hub`, from when it is started until it is stopped."""

    hub: Hub
    question: Question
    seed: int = 1
    near: Plan | None = None
    """Where the search begins; today's plan, where none is given."""
    best: Better | None = None
    phase: str = ""
    bound: float = 0.0
    _asks: tuple[Ask, ...] = ()
    _conflict: tuple[Problem, ...] = ()
    _gave_up: bool = False
    _began: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, hub: Hub, day: date, most_moved: int | None = None, seed: int = 1) -> "Allocating":
        """The search for who is to sit where on `day`, at most so many per cent of desks being moved."""
        return cls(hub, question_of(hub, day, most_moved), seed)

    def search(self, seconds: float, tell: Callable[["Allocating"], object]) -> Allocated:
        """Search for so many `seconds`, and `tell` of every step.

        It takes less where there is no plan or the best, and longer where there is none yet. Raises Refused
        where it was not found out in time whether there is a plan.
        """
        running = Running(self.question, self.seed, near=self.near)
        try:
            while running.goes_on and not self._is_over(seconds):
                for news in running.news(_LISTEN_S):
                    self._hear(news)
                tell(self)
        finally:
            running.stop()
        if self.best is None and not self._conflict:
            if not self._gave_up:
                raise RuntimeError("the searches ended without a plan, and without saying why")
            raise Refused(_no_plan_in_time())
        return self.so_far()

    @property
    def spent(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._began

    def so_far(self) -> Allocated:
        """What has been found until now."""
        if self.best is None:
            return Allocated(self.question, self.spent, conflict=self._conflict, asks=self._asks)
        return Allocated(
            self.question,
            self.spent,
            proposal_of(self.question, self.best.plan),
            self.best.cost,
            cost_of(self.question, self.question.today),
            self.bound,
        )

    def _hear(self, news: Told) -> None:
        match news:
            case Better():
                if not keeps(self.question, news.plan):
                    raise RuntimeError("a search told of a plan that does not keep all that is asked")
                self.best = news if self.best is None else best_of((self.best, news))
                self.phase = news.phase
            case Searching():
                self.phase = news.phase
            case Bound():
                self.bound = max(self.bound, news.value)
            case GaveUp():
                self._gave_up = True
            case Impossible():
                self._asks = news.conflict
                self._conflict = conflict_told(self.hub, self.question, news.conflict)

    def _is_over(self, seconds: float) -> bool:
        """Time is up once there is a plan, or nothing more is to be found out."""
        late = self.spent >= seconds
        return bool(self._conflict) or (
            self.best is not None and (late or _is_proved(self.best.cost, self.bound))
        )


def _no_plan_in_time() -> Problem:
    return error(
        "plan-not-found-in-time",
        "It was not found out in time whether all the rules can be kept",
        "the placement rules",
        "Take away rules or pins, or let more desks move, and try again",
    )


@dataclass(frozen=True, slots=True)
class AgencyPlaced:
    """One agency in a proposal: its desks, how many of today move, and how many are in each place."""

    agency: RecordId
    desks: int
    moves: int
    places: tuple[tuple[RecordId, int], ...]
    """Areas, or floors where no area is, with the most desks first."""


def agencies_placed(allocated: Allocated) -> Iterator[AgencyPlaced]:
    """Every agency of the proposal, in order of code."""
    proposal, question = allocated.proposal, allocated.question
    if proposal is None:
        return
    where = {seat.desk: question.cells[seat.cell].place for seat in question.seats}
    moves = moved_by_agency(proposal)
    places: defaultdict[RecordId, Counter[RecordId]] = defaultdict(Counter)
    for desk, agency in proposal.places:
        places[agency][where[desk]] += 1
    for member in question.members:
        there = places[member.agency]
        yield AgencyPlaced(member.agency, there.total(), moves[member.agency], tuple(there.most_common()))
