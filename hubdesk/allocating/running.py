"""The search in processes of its own, so that whoever waits for it is never held up, and can stop it.

Building a solver's model holds Python's lock for longer than a window may stall, so a thread will not
do. Two searches run side by side from different seeds, and beside them it is proved what no plan can cost
less than; what they find is told in plain values.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from hubdesk.allocating.feasible.program import Ask
from hubdesk.allocating.feasible.too_long import TookTooLong
from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.processes import SIDE_BY_SIDE, Processes
from hubdesk.allocating.score import Cost

_OFTEN_S = 0.2
"""How often a search that finds nothing better tells that it is still at it, in seconds."""


@dataclass(frozen=True, slots=True)
class Better:
    """The best plan so far: a member by its place in the question to each seat, -1 for nobody."""

    plan: tuple[int, ...]
    cost: Cost
    phase: str
    rounds: int


@dataclass(frozen=True, slots=True)
class Searching:
    """Nothing better was found meanwhile."""

    phase: str
    rounds: int


@dataclass(frozen=True, slots=True)
class Bound:
    """It is proved that no plan that keeps the rules costs less than `value`."""

    value: float


@dataclass(frozen=True, slots=True)
class Impossible:
    """All that is asked cannot be kept: of `conflict` nothing can be left out."""

    conflict: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class GaveUp:
    """Whether all can be kept was not found out in time."""


Told = Better | Searching | Bound | Impossible | GaveUp


class Running(Processes[Told]):
    """A search that goes on until it is stopped, or after `rounds` of each side where they are given.

    The first plan is the one nearest to `near`; to today's, where none is given.
    """

    def __init__(
        self, question: Question, seed: int, rounds: int | None = None, near: Plan | None = None
    ) -> None:
        super().__init__()
        for side in range(SIDE_BY_SIDE):
            self.begin(_search, question, seed * SIDE_BY_SIDE + side, side, rounds, near)
        self._question = question
        self._proof: Connection | None = None

    def news(self, seconds: float = 0.0) -> Iterator[Told]:
        """What was told since, after waiting at most so many seconds for the first of it."""
        for told in super().news(seconds):
            if self._proof is None and isinstance(told, Better):
                self._proof = self.begin(_prove, self._question)  # Until now all cores were for a first plan.
            yield told

    @property
    def goes_on(self) -> bool:
        """Whether any of the searches does; a proof alone is not waited for."""
        return any(side is not self._proof for side in self._sides)


def _search(
    told: Connection, question: Question, seed: int, side: int, rounds: int | None, near: Plan | None
) -> None:
    """One side, in its process: the first by tabu search, the other by breeding too."""
    from hubdesk.allocating.search.improving import Kind
    from hubdesk.allocating.search.planning import searching

    least, spoke, found = float("inf"), time.monotonic(), None
    try:
        for found in searching(question, seed, near, tuple(Kind)[side]):
            if found.cost.total < least:
                least, spoke = found.cost.total, time.monotonic()
                told.send(Better(tuple(found.plan.tolist()), found.cost, found.phase.value, found.rounds))
            elif time.monotonic() - spoke > _OFTEN_S:
                spoke = time.monotonic()
                told.send(Searching(found.phase.value, found.rounds))
            if rounds is not None and found.rounds >= rounds:
                return
        if found is None:
            from hubdesk.allocating.feasible.conflict import conflict_of

            told.send(Impossible(conflict_of(question)))
    except TookTooLong:
        told.send(GaveUp())
    except BrokenPipeError:
        """Nobody listens any longer."""


def _prove(told: Connection, question: Question) -> None:
    """The proof, in its process."""
    from hubdesk.allocating.bound import bounds

    try:
        for value in bounds(question):
            told.send(Bound(value))
    except BrokenPipeError:
        """Nobody listens any longer."""


def best_of(news: Sequence[Told]) -> Better | None:
    """The best plan that was told, if any: the same, whichever side was the first to tell of it."""
    found = [one for one in news if isinstance(one, Better)]
    return min(found, key=lambda one: (one.cost.total, one.plan, one.rounds, one.phase), default=None)
