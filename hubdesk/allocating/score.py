"""What a plan costs, by term: ways between those who work together, spread, pieces and moves."""

from dataclasses import dataclass

import numpy as np

from hubdesk.allocating.problem.near import pieces_of
from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question


@dataclass(frozen=True, slots=True)
class Cost:
    """In metres times strength of working links; the terms are weighted already."""

    proximity: float
    spread: float
    pieces: float
    moves: float

    @property
    def total(self) -> float:
        return self.proximity + self.spread + self.pieces + self.moves

    def less(self, other: "Cost") -> "Cost":
        """By how much it is more than `other`, term by term."""
        return Cost(
            self.proximity - other.proximity,
            self.spread - other.spread,
            self.pieces - other.pieces,
            self.moves - other.moves,
        )


def cost_of(question: Question, plan: Plan) -> Cost:
    """What `plan` costs.

    *Proximity* is Σ over linked pairs, each once, of strength × mean way between their desks; *spread*
    is the mean way between two desks of one agency, by the weight of spread. A way is rectilinear, in
    metres, and each floor between adds its metres.
    """
    ways = mean_ways(question, plan)
    weights = question.weights
    return Cost(
        float((np.triu(question.links, 1) * ways).sum()),
        weights.spread * float(np.diag(ways).sum()),
        weights.pieces * float(extra_pieces(question, plan).sum()),
        weights.moves * float(moves_of(question, plan).sum()),
    )


def mean_ways(question: Question, plan: Plan) -> Floats:
    """The mean way from a desk of one member to a desk of another, in metres (members × members).

    On the diagonal, between two different desks of one; 0 where there are no two desks to go between.
    """
    summed = summed_ways(question, plan)
    taken = np.flatnonzero(plan != NOBODY)
    between = np.zeros((len(question.members), len(question.members)))
    np.add.at(between.T, plan[taken], summed[:, taken].T)
    sizes = desks_of(question, plan).astype(np.float64)
    pairs = np.outer(sizes, sizes) - np.diag(sizes)
    return np.divide(between, pairs, out=np.zeros_like(between), where=pairs > 0)


def summed_ways(question: Question, plan: Plan) -> Floats:
    """From each seat to all desks of each member, in metres (members × seats).

    Rectilinear ways add up axis by axis, and along one axis a sum of distances needs no pairs: from x,
    it is x times (those before − those after) less (their sum before − after).
    """
    members = len(question.members)
    ways = np.zeros((members, len(question.seats)))
    taken = plan != NOBODY
    one_of = np.zeros((members, len(question.seats)))
    one_of[plan[taken], np.flatnonzero(taken)] = 1.0
    for axis in question.at.T:
        order = np.argsort(axis, kind="stable")
        here = axis[order]
        sorted_ones = one_of[:, order]
        count, total = sorted_ones.cumsum(axis=1), (sorted_ones * here).cumsum(axis=1)
        ways[:, order] += here * (2 * count - count[:, -1:]) - (2 * total - total[:, -1:])
    return ways


def desks_of(question: Question, plan: Plan) -> Plan:
    """How many desks each member has in `plan`."""
    return np.bincount(plan[plan != NOBODY], minlength=len(question.members))


def moves_of(question: Question, plan: Plan) -> Plan:
    """How many desks of today each member gives up for others: not those that it gives back."""
    stays = question.today[(question.today == plan) & (plan != NOBODY)]
    stayed = np.bincount(stays, minlength=len(question.members))
    return np.asarray(np.maximum(question.may_move - stayed, 0))


def extra_pieces(question: Question, plan: Plan) -> Plan:
    """For each member, the pieces that it is torn into beyond the first."""
    pieces = pieces_of(plan, question.near, len(question.members))
    return np.asarray(np.maximum(pieces - 1, 0))
