"""Layout: counts become a plan bank by bench, so that who shares a place sits in one piece there.

The seats of a place are walked through, along its benches or across them, and each member takes the
next so many of them. Who is drawn most strongly to the beginning of the walk comes first.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.search.pull import links_and_own, pull_of
from hubdesk.allocating.search.seating import assigned

_BENCH_M = 1.2
"""Seats so near to one another across the walk are of one bench."""
_LOYAL = 1e6
"""Cost that no way comes up to."""


def laid_out(question: Question, counts: Plan, rounds: int) -> Plan:
    """A plan with `counts` (members × cells). It minds no limit on moves but that of counts.

    At most so many `rounds` it is laid out anew, each member being drawn to where the others sit then.
    """
    plan = _once(question, counts, _first_pull(question, counts))
    best, least = plan, cost_of(question, plan).total if rounds else np.inf
    for _ in range(rounds):
        plan = _once(question, counts, pull_of(question, plan).at)
        cost = cost_of(question, plan).total
        if cost >= least:
            break
        best, least = plan, cost
    return best


def _first_pull(question: Question, counts: Plan) -> Floats:
    """What draws each member to each seat, as if all sat in the middle of their places (members × seats)."""
    place = question.place_of_cell[question.cell_of]
    middles = np.zeros((len(question.places), 3))
    np.add.at(middles, place, question.at)
    middles /= np.maximum(np.bincount(place, minlength=len(middles)), 1)[:, None]
    in_places = np.zeros((len(counts), len(middles)))
    np.add.at(in_places.T, question.place_of_cell, counts.T)
    ways = np.abs(middles[:, None, :] - question.at[None, :, :]).sum(axis=2)
    link, own = links_and_own(question)
    return np.asarray((link + np.diag(own)) @ in_places @ ways)


def _once(question: Question, counts: Plan, pull: Floats) -> Plan:
    need = counts - question.staying
    plan = np.where(question.pinned, question.today, NOBODY)
    free = np.flatnonzero(~question.pinned)
    place = question.place_of_cell[question.cell_of[free]]
    unlike = []
    for one in range(len(question.places)):
        cells = np.flatnonzero(question.place_of_cell == one)
        seats, desks = free[place == one], need[:, cells].sum(axis=1)
        if desks.any():
            plan[seats] = _walked(question, seats, desks, pull)
            if not _are_alike(question, desks, cells):
                unlike += cells.tolist()
    if unlike:
        loyal = pull.copy()
        loyal[plan[plan != NOBODY], np.flatnonzero(plan != NOBODY)] -= _LOYAL
        plan = assigned(question, counts, loyal, plan, unlike)
    return plan


def _are_alike(question: Question, desks: Plan, cells: Plan) -> bool:
    """Whether it is all the same to those who have `desks` here in which of the `cells` they sit."""
    here = np.flatnonzero(desks)
    may_sit = question.may_sit[np.ix_(here, cells)]
    return bool((may_sit == may_sit[:, :1]).all()) and not any(
        question.members[one].accessible for one in here
    )


def _walked(question: Question, seats: Plan, desks: Plan, pull: Floats) -> Plan:
    """Who sits at which of `seats`, of the walks through them the one that costs least."""
    here = np.append(np.flatnonzero(desks), NOBODY)
    many = np.append(desks[here[:-1]], len(seats) - desks.sum())
    own = links_and_own(question)[1]
    best, least = np.full(len(seats), NOBODY, dtype=np.intp), np.inf
    for walk in _walks(question.at[seats]):
        at, costs = question.at[seats[walk]], np.zeros((len(here), len(seats)))
        costs[:-1] = pull[np.ix_(here[:-1], seats[walk])]
        forward = np.arange(len(seats)) - (len(seats) - 1) / 2
        order = np.argsort(-(costs @ forward), kind="stable")
        sequence = np.repeat(order, many[order])
        cost = costs[sequence, np.arange(len(seats))].sum()
        cost += sum(own[here[one]] * _between(at[sequence == one]) for one in range(len(here) - 1))
        if cost < least:
            least = cost
            best[walk] = here[sequence]
    return best


def _between(at: Floats) -> float:
    """The sum of the ways between each two of the seats `at`."""
    one_way = np.sort(at, axis=0)
    return float((one_way * (2 * np.arange(len(at)) - len(at) + 1)[:, None]).sum())


def _walks(at: Floats) -> Iterator[NDArray[np.intp]]:
    """Through the seats `at`, bench after bench, back and forth: with benches along either axis."""
    for along, across in ((0, 1), (1, 0)):
        bench = _benches(at[:, across])
        back_and_forth = np.where(bench % 2 == 0, at[:, along], -at[:, along])
        yield np.lexsort((at[:, across], back_and_forth, bench))


def _benches(across: Floats) -> NDArray[np.intp]:
    """The bench that each seat is of, counted from 0, by where it is `across` them."""
    bench = np.zeros(len(across), dtype=np.intp)
    order = np.argsort(across, kind="stable")
    number, begins = 0, -np.inf
    for seat in order.tolist():
        if across[seat] - begins > _BENCH_M:
            number, begins = number + 1, across[seat]
        bench[seat] = number
    return bench
