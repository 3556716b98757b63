"""Counts that keep all that is asked and are near to those that a search came upon."""

from collections.abc import Iterator

import numpy as np

from hubdesk.allocating.feasible.flow import Network
from hubdesk.allocating.problem.question import Floats, Plan, Question

_FREE = -1
"""In place of a place: the member may be in several."""
_STAYING = (0, 8, 32, 128, 512, 2048, 1 << 20)
"""Metres that a desk's staying counts for, more and more, until few enough move."""


def nearest_counts(question: Question, wished: Plan, seconds: float = 10.0) -> Plan | None:
    """Desks of each member in each cell, as near as may be to those `wished` (members × places).

    Where those sit who are to be in one place is settled first: where it is wished, or where they sit
    today; only where neither will do, a solver settles it. None if all cannot be kept. Raises TookTooLong
    where the solver has not found that out in time.
    """
    for settled in _settled(question, wished):
        counts = _within_moves(question, wished, settled)
        if counts is not None:
            return counts
    from hubdesk.allocating.feasible.conflict import counts_of

    found = counts_of(question, seconds)
    if found is None:
        return None
    nearest = _within_moves(question, wished, _places_in(question, found))
    return found if nearest is None else nearest


def _within_moves(question: Question, wished: Plan, settled: Plan) -> Plan | None:
    """The counts nearest to `wished` with no more moves than may be."""
    allowed = question.may_sit.copy()
    bound = settled != _FREE
    allowed[bound] &= question.place_of_cell[None, :] == settled[bound, None]
    if (question.staying > 0)[~allowed].any():
        return None
    network = Network(question, wished, allowed, _far(question, wished))
    for staying in _STAYING:
        counts = network.counts(staying)
        if counts is None or question.most_moves is None or question.moves_by(counts) <= question.most_moves:
            return counts
    return None


def _far(question: Question, wished: Plan) -> Plan:
    """Whole metres from each place to the nearest where each member is wished (members × places)."""
    ways = _ways(question)
    far = np.zeros(wished.shape, dtype=np.intp)
    for member, wish in enumerate(wished):
        here = np.flatnonzero(wish)
        if len(here):
            far[member] = ways[:, here].min(axis=1)
    return far


def _ways(question: Question) -> Floats:
    """From the middle of each place to that of each other, in metres."""
    place = question.place_of_cell[question.cell_of]
    middles = np.zeros((len(question.places), 3))
    np.add.at(middles, place, question.at)
    middles /= np.maximum(np.bincount(place, minlength=len(middles)), 1)[:, None]
    ways: Floats = np.abs(middles[:, None, :] - middles[None, :, :]).sum(axis=2)
    return ways


def _settled(question: Question, wished: Plan) -> Iterator[Plan]:
    """For each member the one place where it is to be, in turn by what is wished and by who sits where."""
    yield _places_by(question, wished)
    if any(member.together is not None for member in question.members):
        yield _places_in(question, question.sitting)


def _places_in(question: Question, counts: Plan) -> Plan:
    """The same by `counts` (members × cells)."""
    in_places = np.zeros((len(counts), len(question.places)), dtype=np.intp)
    np.add.at(in_places.T, question.place_of_cell, counts.T)
    return _places_by(question, in_places)


def _places_by(question: Question, wished: Plan) -> Plan:
    """The same where most of its desks are wished, of the places that have room left for it; large first."""
    pinned, free = question.staying.sum(axis=0), question.wanted - question.staying.sum(axis=1)
    room = question.room - pinned
    left = np.bincount(question.place_of_cell, weights=room, minlength=len(question.places))
    far = _far(question, wished)
    settled = np.full(len(question.members), _FREE, dtype=np.intp)
    if not question.places:
        return settled
    for member in np.argsort(-question.wanted, kind="stable").tolist():
        if question.members[member].together is None or question.wanted[member] < 2:
            continue
        own = np.bincount(
            question.place_of_cell, weights=room * question.may_sit[member], minlength=len(question.places)
        )
        stays = question.place_of_cell[np.flatnonzero(question.staying[member])]
        fits = np.minimum(own, left) >= free[member]
        if len(stays):
            fits &= np.arange(len(fits)) == stays[0]
        order = np.lexsort((far[member], -wished[member], ~fits))
        settled[member] = order[0]
        left[order[0]] -= free[member]
    return settled
