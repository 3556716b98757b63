"""The search as a whole: a plan that keeps all that is asked, then better and better ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from hubdesk.allocating.feasible.nearest import nearest_counts
from hubdesk.allocating.feasible.too_long import TookTooLong
from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import Cost, cost_of
from hubdesk.allocating.search.blocks import blocks_of
from hubdesk.allocating.search.improving import Kind, improving
from hubdesk.allocating.search.layout import laid_out
from hubdesk.allocating.search.polish import polished
from hubdesk.allocating.search.seating import seated
from hubdesk.allocating.search.shaking import MOST, shaken
from hubdesk.allocating.search.zones import Zones, zones_of

_POLISHED = 400
"""Exchanges with which a plan is polished at most before the next is looked for."""
_ROUNDS = 4
"""Times that places are laid out anew to where everybody else sits then."""
_LARGE = 1_000
"""Seats of a question beyond which a plan is polished step by step beside the search for better ones:
teams placed better bring more, and sooner."""
_MUCH = 0.98
"""Of what teams cost where desks were chosen last: so little is worth to choose desks anew at once."""
_QUIET = 4
"""Rounds without better places for teams after which it is, however little they are better; and between
one step and the next of polishing a large question."""


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


def searching(
    question: Question, seed: int, near: Plan | None = None, kind: Kind = Kind.TABU
) -> Iterator[Found]:
    """Better and better plans, without end: the same one again where nothing better was found.

    It begins with `near` where that keeps all that is asked, else with the plan nearest to it; without
    it, with the plan nearest to today's.

    The same question, seed and kind give the same plans after the same rounds. It ends at once, with
    nothing, where all that is asked cannot be kept; and with the only plan where nobody is left to be placed.
    """
    search = _Search(question, np.random.default_rng(seed))
    if near is not None and keeps(question, near):
        yield from search.bettered(near, Phase.FIRST)
    else:
        yield from search.first(question.today if near is None else near)
    blocks = blocks_of(search.zones)
    if search.best is None or not len(blocks.sizes):
        return
    much = _MUCH if search.is_large else 1.0
    landed, least, quiet = np.inf, np.inf, 0
    for zoned in improving(blocks.zoning(), seed, kind):
        search.rounds += 1
        quiet = 0 if zoned.cost < least else quiet + 1
        least = zoned.cost
        if zoned.places is not None and (least < landed * much or (quiet == _QUIET and least < landed)):
            landed = least
            yield from search.landed(blocks.counts(zoned.places))
        elif search.is_large and quiet and quiet % _QUIET == 0:
            yield search.polished_once()
        elif quiet and len(question.seats) <= MOST:
            yield from search.bettered(shaken(question, search.best, search.random), Phase.DESKS)
        yield search.so_far(Phase.TEAMS)


class _Search:
    def __init__(self, question: Question, random: np.random.Generator) -> None:
        self.question, self.random = question, random
        self.zones: Zones = zones_of(question)
        self.rounds = 0
        self.is_large = len(question.seats) > _LARGE
        self._polish: Iterator[Plan] = iter(())
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
        try:
            counts = nearest_counts(self.question, of_places)
        except TookTooLong:
            if self.best is None:
                raise
            return  # There is a plan to go on from.
        if counts is None:
            return
        yield from self.bettered(self._desks(counts, wished, phase), phase)

    def bettered(self, plan: Plan, phase: Phase) -> Iterator[Found]:
        """`plan`, which keeps all that is asked, and polished; of a large question, only begun to be."""
        yield self._kept(plan, phase)
        polish = polished(self.question, plan, self.random, _POLISHED)
        if self.is_large:
            if self.best is plan:
                self._polish = polish
            return
        for better in polish:
            yield self._kept(better, Phase.DESKS)

    def polished_once(self) -> Found:
        """The best plan of a large question after one more step of polishing it."""
        better = next(self._polish, None)
        return self.so_far(Phase.DESKS) if better is None else self._kept(better, Phase.DESKS)

    def _desks(self, counts: Plan, wished: Plan, phase: Phase) -> Plan:
        """The better of two plans with `counts`: bench by bench, and by where everybody is drawn to.

        Of a large question bench by bench only, and the first of all without looking twice.
        """
        question = self.question
        if question.most_moves is not None:
            return seated(question, counts, self.zones, wished)
        if self.is_large:
            return laid_out(question, counts, _ROUNDS if phase is not Phase.FIRST else 0)
        plans = laid_out(question, counts, _ROUNDS), seated(question, counts, self.zones, wished)
        return min(plans, key=lambda plan: cost_of(question, plan).total)

    def so_far(self, phase: Phase) -> Found:
        """The best plan so far. There is one."""
        assert self.best is not None
        return Found(self.best, self._cost, phase, self.rounds)

    def _kept(self, plan: Plan, phase: Phase) -> Found:
        cost = cost_of(self.question, plan)
        if self.best is None or cost.total < self._cost.total:
            self.best, self._cost = plan, cost
        return self.so_far(phase)
