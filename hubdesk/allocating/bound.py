"""A bound: what no plan that keeps the rules can cost less than, proved without a search."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.question import Floats, Question

_AT_ONCE = 256
"""Seats whose ways to all others are held at once."""
_MOST_WAYS = 20_000_000
"""Members × seats × seats up to which it is looked at where each member may sit; beyond it anybody may
sit anywhere, which proves less and takes a hundredth of the time."""


def bounds(question: Question) -> Iterator[float]:
    """Better and better bounds, the quick one first."""
    yield least_cost(question)


def least_cost(question: Question) -> float:
    """Proximity, spread and moves as if every two linked agencies were alone in the building.

    Each desk of the one has, at best, the nearest desks where the other may sit; of where the one may
    sit, the best places count. Pieces may be none. Nothing is proved of agencies standing in
    one another's way, so the bound is the further off, the fuller the building is.
    """
    nearest = _nearest(question)
    linked = sum(
        question.links[one, other]
        * max(_least(question, nearest, one, other), _least(question, nearest, other, one))
        for one, other in question.linked
    )
    own = sum(_own(question, nearest, member) for member in range(len(question.members)))
    return float(linked + own)


def _own(question: Question, nearest: "_Nearest", member: int) -> float:
    """The spread of `member` and its moves at the least: what is near is mostly not where it sits today.

    Seen from any one of its desks, each of the others costs its part of the spread, and a move where
    somebody else, or nobody, sits today.
    """
    weights, wanted = question.weights, int(question.wanted[member])
    spread = weights.spread * _least(question, nearest, member, member)
    seats = np.flatnonzero(question.may_sit[member, question.cell_of])
    if wanted == 0 or len(seats) < wanted or len(seats) ** 2 > _MOST_WAYS // len(question.members):
        return spread
    moved = weights.moves * (question.today[seats] != member)
    seen = moved.astype(np.float64)
    if wanted > 1:
        ways = np.abs(question.at[seats][:, None, :] - question.at[seats][None, :, :]).sum(axis=2)
        others = weights.spread / (wanted - 1) * ways + moved[None, :]
        np.fill_diagonal(others, np.inf)
        seen += np.partition(others, wanted - 2, axis=1)[:, : wanted - 1].sum(axis=1)
    least = float(np.partition(seen, wanted - 1)[:wanted].mean())
    never_moves = wanted - int(question.may_move[member])
    return max(spread, least - weights.moves * never_moves)


def _least(question: Question, nearest: "_Nearest", one: int, other: int) -> float:
    """The mean way from a desk of `one` to a desk of `other`, or another of its own, at the least."""
    wanted = int(question.wanted[one])
    ways = nearest[1 if one == other else 0][other]
    ways = ways[question.may_sit[one, question.cell_of]]
    if wanted == 0 or len(ways) < wanted:
        return 0.0
    return float(np.partition(ways, wanted - 1)[:wanted].mean())


_Nearest = tuple[Floats, Floats]
"""From each seat, the mean way to as many others as each member has desks, and to one fewer, where the
member may sit and that are nearest (members × seats)."""


def _nearest(question: Question) -> _Nearest:
    members, seats = len(question.members), len(question.seats)
    to_all, to_own = np.zeros((members, seats)), np.zeros((members, seats))
    looked_at = members * seats * seats <= _MOST_WAYS
    for part in np.array_split(np.arange(seats), max(1, -(-seats // _AT_ONCE))):
        ways = np.abs(question.at[part][:, None, :] - question.at[None, :, :]).sum(axis=2)
        ways[np.arange(len(part)), part] = np.inf
        summed = None if looked_at else _summed(ways)
        for member, desks in enumerate(question.wanted.tolist()):
            if looked_at:
                summed = _summed(ways[:, question.may_sit[member, question.cell_of]])
            assert summed is not None
            to_all[member, part] = _mean(summed, desks)
            to_own[member, part] = _mean(summed, desks - 1)
    return to_all, to_own


def _summed(ways: Floats) -> Floats:
    """Row by row, the sums of the shortest ways: of none, of one, of two and so on."""
    shortest = np.sort(ways, axis=1).cumsum(axis=1)
    return np.pad(shortest, ((0, 0), (1, 0)))


def _mean(summed: Floats, count: int) -> NDArray[np.float64]:
    """The mean of the shortest `count`; 0 where there are none, or fewer than that."""
    if count < 1 or count >= summed.shape[1]:
        return np.zeros(len(summed))
    mean = summed[:, count] / count
    return np.where(np.isfinite(mean), mean, 0.0)
