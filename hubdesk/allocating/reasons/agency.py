"""Why an agency sits where it does: its cost by term, whom it is near, and what other places would cost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.reasons.against import standing_against, too_few_accessible, too_many_moves
from hubdesk.allocating.score import Cost, cost_of, extra_pieces, mean_ways, moves_of
from hubdesk.allocating.search.pull import pull_of
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem

_MIDDLES = 6
"""Seats around which desks in another place are tried, and how often they are drawn nearer to one another."""
_ROUNDS = 3


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
        tuple(_elsewhere(question, plan, member, ways)),
    )


def _elsewhere(question: Question, plan: Plan, member: int, ways: Floats) -> Iterator[Elsewhere]:
    place_of_seat = question.place_of_cell[question.cell_of]
    sits_in = set(place_of_seat[plan == member].tolist())
    for place, record in enumerate(question.places):
        if sits_in != {place}:
            yield _in_place(question, plan, member, place, record, ways)


def _in_place(
    question: Question, plan: Plan, member: int, place: int, record: RecordId, ways: Floats
) -> Elsewhere:
    against = standing_against(question, member, place)
    if against:
        return Elsewhere(record, against)
    here = question.place_of_cell[question.cell_of] == place
    open_to = here & ((plan == NOBODY) | (plan == member))
    wanted = int(question.wanted[member])
    if open_to.sum() < wanted:
        held = Counter(plan[here & (plan != NOBODY) & (plan != member)].tolist())
        return Elsewhere(record, (), wanted - int(open_to.sum()), tuple(held.most_common()))
    free = int((open_to & question.accessible).sum())
    if free < question.members[member].accessible:
        return Elsewhere(record, (too_few_accessible(question, member, free),))
    after = _moved(question, plan, member, np.flatnonzero(open_to))
    moves = int(moves_of(question, after).sum())
    if question.most_moves is not None and moves > question.most_moves:
        return Elsewhere(record, (too_many_moves(question, moves),))
    then = mean_ways(question, after)
    further = [
        Further(int(other), float(then[member, other] - ways[member, other]), float(change))
        for other in np.flatnonzero(question.links[member])
        if (change := question.links[member, other] * (then[member, other] - ways[member, other]))
    ]
    return Elsewhere(
        record,
        seats=tuple(np.flatnonzero(after == member).tolist()),
        more=cost_of(question, after).less(cost_of(question, plan)),
        further=tuple(sorted(further, key=lambda one: -abs(one.cost))),
    )


def _moved(question: Question, plan: Plan, member: int, seats: Plan) -> Plan:
    """`plan` with all of `member` on those of `seats` where that costs least."""
    after = np.where(plan == member, NOBODY, plan)
    wanted = int(question.wanted[member])
    pull = pull_of(question, after)
    alone = pull.at[member, seats]
    apart = np.abs(question.at[seats][:, None, :] - question.at[seats][None, :, :]).sum(axis=2)
    own = 2 * question.weights.spread / max(wanted * (wanted - 1), 1)
    best, least = after, np.inf
    for middle in np.argsort(alone, kind="stable")[:_MIDDLES]:
        chosen = _cheapest(question, member, seats, alone + own * wanted / 2 * apart[middle])
        for _ in range(_ROUNDS):
            chosen = _cheapest(question, member, seats, alone + own * apart[:, chosen].sum(axis=1))
        there = after.copy()
        there[seats[chosen]] = member
        cost = cost_of(question, there).total
        if cost < least:
            best, least = there, cost
    return best


def _cheapest(question: Question, member: int, seats: Plan, costs: Floats) -> Plan:
    """Of `seats`, those where as many as it wants cost least, accessible ones among them as it wants them.

    They are called by their place in `seats`.
    """
    order = np.argsort(costs, kind="stable")
    wanted = question.members[member]
    accessible = order[question.accessible[seats[order]]][: wanted.accessible]
    others = order[~np.isin(order, accessible)][: wanted.desks - len(accessible)]
    return np.concatenate([accessible, others])
