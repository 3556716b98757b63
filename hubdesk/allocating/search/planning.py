"""The search as a whole: a plan that keeps all that is asked, then better and better ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from hubdesk.allocating.feasible.nearest import nearest_counts
from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import Cost, cost_of
from hubdesk.allocating.search.blocks import blocks_of
from hubdesk.allocating.search.breeding import improving
from hubdesk.allocating.search.polish import polished
from hubdesk.allocating.search.seating import seated
from hubdesk.allocating.search.zones import Zones, zones_of

_POLISHED = 400
"""Exchanges with which a plan is polished at most before the next is looked for."""
_LARGE = 1_000
"""Seats of a question whose first plan is not polished: teams placed better bring more, and sooner."""


class Phase(Enum):
    """What the search is about; the value is what people are told."""

    FIRST = "Keeping the rules"
    TEAMS = "Placing teams near those they work with"
    DESKS = "Choosing desks"


@dataclass(frozen=True, eq=False)
class Found:
    """The best plan so far, what it costs, and after how many rounds of the search."""

    plan: Plan
    cost: Cost
    phase: Phase
    rounds: int


def searching(question: Question, seed: int, near: Plan | None = None) -> Iterator[Found]:
    """Better and better plans, without end: the same one again where nothing better was found.

    It begins with `near` where that keeps all that is asked, else with the plan nearest to it; without
    it, with the plan nearest to today's.

    The same question and seed give the same plans after the same rounds. It ends at once, with nothing,
    where all that is asked cannot be kept; and with the only plan where nobody is left to be placed.
    """
    search = _Search(question, np.random.default_rng(seed))
    if near is not None and keeps(question, near):
        yield from search.bettered(near, Phase.FIRST)
    else:
        yield from search.first(question.today if near is None else near)
    blocks = blocks_of(search.zones)
    if search.best is None or not len(blocks.sizes):
        return
    least = np.inf
    for zoned in improving(blocks.zoning(), seed):
        search.rounds += 1
        if zoned.places is not None and zoned.cost < least:
            least = zoned.cost
            yield from search.landed(blocks.counts(zoned.places))
        yield search.so_far(Phase.TEAMS)


class _Search:
    def __init__(self, question: Question, random: np.random.Generator) -> None:
        self.question, self.random = question, random
        self.zones: Zones = zones_of(question)
        self.rounds = 0
        self.best: Plan | None = None
        self._cost = cost_of(question, np.full(len(question.seats), NOBODY, dtype=np.intp))

    def first(self, near: Plan) -> Iterator[Found]:
        """The plan that is nearest to `near`."""
        sitting = np.zeros((len(self.question.members), self.zones.count), dtype=np.intp)
        taken = near != NOBODY
        np.add.at(sitting, (near[taken], self.zones.of_seat[taken]), 1)
        yield from self.landed(sitting, Phase.FIRST)

    def landed(self, wished: Plan, phase: Phase = Phase.TEAMS) -> Iterator[Found]:
        """The plan nearest to the desks `wished` in each zone (members × zones), polished."""
        of_places = np.zeros((len(wished), len(self.question.places)), dtype=np.intp)
        np.add.at(of_places.T, self.zones.place, wished.T)
        counts = nearest_counts(self.question, of_places)
        if counts is None:
            return
        yield from self.bettered(seated(self.question, counts, self.zones, wished), phase)

    def bettered(self, plan: Plan, phase: Phase) -> Iterator[Found]:
        """`plan`, which keeps all that is asked, and polished."""
        yield self._kept(plan, phase)
        if phase is Phase.FIRST and len(plan) > _LARGE:
            return
        for better in polished(self.question, plan, self.random, _POLISHED):
            yield self._kept(better, Phase.DESKS)

    def so_far(self, phase: Phase) -> Found:
        """The best plan so far. There is one."""
        assert self.best is not None
        return Found(self.best, self._cost, phase, self.rounds)

    def _kept(self, plan: Plan, phase: Phase) -> Found:
        cost = cost_of(self.question, plan)
        if self.best is None or cost.total < self._cost.total:
            self.best, self._cost = plan, cost
        return self.so_far(phase)
