"""What it would mean for a member to sit in another place, if nobody else moved."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.reasons.against import standing_against, too_few_accessible, too_many_moves
from hubdesk.allocating.score import Cost, desks_of, extra_pieces, moves_of, summed_ways
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem

_MIDDLES = 6
"""Seats around which desks in another place are tried, and how often they are drawn nearer to one another."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Further:
    """How much longer the way to a partner would be, in metres; below 0, shorter."""

    member: int
    metres: float
    cost: float


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What it would mean to sit in another place instead, on the best `seats` there that nobody else has.

    Where something that is asked stands against it, that is told in `against`; where it is too small, `short`
    desks are missing and `held_by` says who has how many. Else `more` is what the plan would cost more by,
    term by term, and `further` how much of it each partner accounts for, the one that counts most first.
    """

    place: RecordId
    against: tuple[Problem, ...] = ()
    short: int = 0
    held_by: tuple[tuple[int, int], ...] = ()
    seats: tuple[int, ...] = ()
    more: Cost | None = None
    further: tuple[Further, ...] = ()


def in_order(one: Elsewhere) -> tuple[int, float]:
    """A key to sort by: the best first, then those that are too small, then what something stands against."""
    if one.more is not None:
        return 0, one.more.total
    return (1, one.short) if one.short else (2, 0.0)


def all_elsewhere(question: Question, plan: Plan, member: int, ways: Floats) -> Iterator[Elsewhere]:
    """Every place but one where all of `member` sits already; `ways` are the mean ways in `plan`.

    None for a member that is to have no desk.
    """
    if not question.wanted[member]:
        return
    moving = _Moving(question, plan, member, ways)
    sits_in = set(moving.place_of_seat[plan == member].tolist())
    for place in range(len(question.places)):
        if sits_in != {place}:
            yield moving.to(place)


@dataclass(frozen=True, eq=False)
class _Moving:
    """One member moves and nobody else: then its own cost alone is another, and adds up desk by desk."""

    question: Question
    plan: Plan
    member: int
    ways: Floats

    @cached_property
    def place_of_seat(self) -> Plan:
        return np.asarray(self.question.place_of_cell[self.question.cell_of])

    @cached_property
    def away(self) -> Plan:
        """The plan without the member."""
        return np.where(self.plan == self.member, NOBODY, self.plan)

    @cached_property
    def to_others(self) -> Floats:
        """From each seat, the mean way to the desks of each member (members × seats); 0 to those without."""
        sizes = np.maximum(desks_of(self.question, self.away), 1).astype(np.float64)
        return summed_ways(self.question, self.away) / sizes[:, None]

    @cached_property
    def alone(self) -> Floats:
        """What one desk of the member costs at each seat, but for its own others."""
        links = self.question.links[self.member] / self.question.wanted[self.member]
        stays = self.question.weights.moves * (self.question.today == self.member)
        return np.asarray(links @ self.to_others - stays)

    @cached_property
    def pieces_and_moves(self) -> tuple[int, int]:
        """How many pieces beyond the first the member has in the plan, and how many moves."""
        pieces = extra_pieces(self.question, self.plan)[self.member]
        return int(pieces), int(moves_of(self.question, self.plan).sum())

    def to(self, place: int) -> Elsewhere:
        """What it would mean to sit there."""
        question, plan, member = self.question, self.plan, self.member
        record = question.places[place]
        against = standing_against(question, member, place)
        if against:
            return Elsewhere(record, against)
        here = self.place_of_seat == place
        open_to = here & ((plan == NOBODY) | (plan == member)) & question.may_sit[member, question.cell_of]
        wanted = int(question.wanted[member])
        if open_to.sum() < wanted:
            held = Counter(plan[here & (plan != NOBODY) & (plan != member)].tolist())
            return Elsewhere(record, (), wanted - int(open_to.sum()), tuple(held.most_common()))
        free = int((open_to & question.accessible).sum())
        if free < question.members[member].accessible:
            return Elsewhere(record, (too_few_accessible(question, member, free),))
        seats, more = self._best_of(np.flatnonzero(open_to))
        moves = int(moves_of(question, self._after(seats)).sum())
        if question.most_moves is not None and moves > question.most_moves:
            return Elsewhere(record, (too_many_moves(question, moves),))
        return Elsewhere(record, (), 0, (), tuple(sorted(seats.tolist())), more, self._further(seats))

    def _best_of(self, seats: Plan) -> tuple[Plan, Cost]:
        """Those of `seats` that are found to cost least for all of the member, and what more they cost."""
        question, wanted = self.question, int(self.question.wanted[self.member])
        alone = self.alone[seats]
        apart = np.abs(question.at[seats][:, None, :] - question.at[seats][None, :, :]).sum(axis=2)
        own = 2 * question.weights.spread / max(wanted * (wanted - 1), 1)
        tried = []
        for middle in np.argsort(alone, kind="stable")[:_MIDDLES]:
            chosen = self._cheapest(seats, alone + own * wanted / 2 * apart[middle])
            for _ in range(_ROUNDS):
                chosen = self._cheapest(seats, alone + own * apart[:, chosen].sum(axis=1))
            tried.append((seats[chosen], self._more(seats[chosen])))
        return min(tried, key=lambda one: one[1].total)

    def _cheapest(self, seats: Plan, costs: Floats) -> Plan:
        """Of `seats`, those where as many as it wants cost least, with the accessible ones that it wants.

        They are called by their place in `seats`.
        """
        order = np.argsort(costs, kind="stable")
        wanted = self.question.members[self.member]
        accessible = order[self.question.accessible[seats[order]]][: wanted.accessible]
        others = order[~np.isin(order, accessible)][: wanted.desks - len(accessible)]
        return np.concatenate([accessible, others])

    def _more(self, seats: Plan) -> Cost:
        """What the plan costs more with the member at `seats`, term by term."""
        question, member, weights = self.question, self.member, self.question.weights
        then = self.to_others[:, seats].mean(axis=1) - self.ways[member]
        after = self._after(seats)
        pieces, moves = self.pieces_and_moves
        return Cost(
            float(question.links[member] @ then),
            weights.spread * (self._spread(seats) - float(self.ways[member, member])),
            weights.pieces * (int(extra_pieces(question, after)[member]) - pieces),
            weights.moves * (int(moves_of(question, after).sum()) - moves),
        )

    def _after(self, seats: Plan) -> Plan:
        after = self.away.copy()
        after[seats] = self.member
        return after

    def _spread(self, seats: Plan) -> float:
        """The mean way between two of `seats`."""
        at, count = self.question.at[seats], len(seats)
        if count < 2:
            return 0.0
        return float(np.abs(at[:, None, :] - at[None, :, :]).sum() / (count * (count - 1)))

    def _further(self, seats: Plan) -> tuple[Further, ...]:
        """To each partner, the most important first."""
        then, links = self.to_others[:, seats].mean(axis=1), self.question.links[self.member]
        further = [
            Further(int(other), metres, float(links[other]) * metres)
            for other in np.flatnonzero(links)
            if (metres := float(then[other] - self.ways[self.member, other]))
        ]
        return tuple(sorted(further, key=lambda one: -abs(one.cost)))
