"""Seating: counts of desks in cells become a plan, by assigning desks to where members' desks pull them."""

from collections.abc import Iterable

import numpy as np
from scipy.optimize import linear_sum_assignment

from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.search.pull import pull_of
from hubdesk.allocating.search.zones import Zones

_ROUNDS = 12
"""Times that all desks are assigned anew to where the others are; after that nothing much changes."""

_LOYAL = 1e6
"""Cost that no way comes up to."""


def seated(question: Question, counts: Plan, zones: Zones, wished: Plan) -> Plan:
    """A plan with `counts` (members × cells), as far as may be with those `wished` (members × zones).

    Where moves are limited, nobody moves that need not; polishing may spend what is left of the limit.
    """
    loyal = _loyal(question)
    nobody = np.where(question.pinned, question.today, NOBODY)
    cells = range(len(question.cells))
    plan = assigned(question, counts, _away(zones, wished) + loyal, nobody, cells)
    best, least = plan, cost_of(question, plan).total
    for _ in range(_ROUNDS):
        plan = assigned(question, counts, pull_of(question, plan).at + loyal, nobody, cells)
        cost = cost_of(question, plan).total
        if cost >= least:
            break
        best, least = plan, cost
    return best


def _loyal(question: Question) -> Floats:
    """What keeps everybody at a seat of today that may stay, where moves are limited (members × seats)."""
    loyal = np.zeros((len(question.members), len(question.seats)))
    if question.most_moves is not None:
        sitting = np.flatnonzero(question.today != NOBODY)
        loyal[question.today[sitting], sitting] = -_LOYAL
    return loyal


def _away(zones: Zones, wished: Plan) -> Floats:
    """How far each seat's zone is from one where the member is wished (members × seats)."""
    far = zones.ways - np.minimum.outer(np.diag(zones.ways), np.diag(zones.ways))
    np.fill_diagonal(far, -1.0)
    away = np.zeros((len(wished), zones.count))
    for member, wish in enumerate(wished):
        here = np.flatnonzero(wish)
        if len(here):
            away[member] = far[:, here].min(axis=1)
    return np.asarray(away[:, zones.of_seat])


def assigned(question: Question, counts: Plan, costs: Floats, plan: Plan, cells: Iterable[int]) -> Plan:
    """`plan`, where in each of `cells` desks of members go to the free seats that cost least."""
    after = plan.copy()
    need = counts - question.staying
    for here in cells:
        seats = np.flatnonzero((question.cell_of == here) & ~question.pinned)
        members = np.repeat(np.arange(len(need)), need[:, here])
        rows, columns = linear_sum_assignment(costs[np.ix_(members, seats)])
        after[seats] = NOBODY
        after[seats[columns]] = members[rows]
    return after
