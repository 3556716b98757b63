"""Why an agency sits where it does: its cost by term, whom it is near, and what other places would cost."""

from dataclasses import dataclass

import numpy as np

from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.reasons.elsewhere import Elsewhere, all_elsewhere
from hubdesk.allocating.score import Cost, extra_pieces, mean_ways, moves_of


@dataclass(frozen=True, slots=True)
class Partner:
    """A member that another works with: how strong the link is, and the mean way between their desks."""

    member: int
    strength: float
    metres: float

    @property
    def cost(self) -> float:
        return self.strength * self.metres


@dataclass(frozen=True, slots=True)
class AgencyReasons:
    """All of one member. `cost` is its own: each link is wholly in it, and in that of its partner too."""

    member: int
    cost: Cost
    partners: tuple[Partner, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def next_best(self) -> tuple[Elsewhere, ...]:
        """The other places where all of it could sit, the one that costs least first."""
        possible = (one for one in self.elsewhere if one.more is not None)
        return tuple(sorted(possible, key=lambda one: one.more.total if one.more else 0.0))


def reasons_of(question: Question, plan: Plan, member: int) -> AgencyReasons:
    """Why `member` sits as it does in `plan`, which keeps all rules."""
    ways = mean_ways(question, plan)
    links = question.links[member]
    partners = [
        Partner(int(other), float(links[other]), float(ways[member, other]))
        for other in np.flatnonzero(links)
    ]
    weights = question.weights
    cost = Cost(
        float((links * ways[member]).sum()),
        weights.spread * float(ways[member, member]),
        weights.pieces * float(extra_pieces(question, plan)[member]),
        weights.moves * float(moves_of(question, plan)[member]),
    )
    return AgencyReasons(
        member,
        cost,
        tuple(sorted(partners, key=lambda one: -one.cost)),
        tuple(all_elsewhere(question, plan, member, ways)),
    )
