"""A bound: what no plan that keeps the rules can cost less than, proved without a search."""

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.question import Floats, Question

_AT_ONCE = 512
"""Seats whose ways to all others are held at once."""


def least_cost(question: Question) -> float:
    """Proximity and spread as if every two linked agencies were alone in the building.

    Each desk of the one has, at best, the nearest desks where the other may sit; of where the one may
    sit, the best places count. Pieces and moves may be none. Nothing is proved of agencies standing in
    one another's way, so the bound is the further off, the fuller the building is.
    """
    nearest = _Nearest(question)
    linked = sum(
        question.links[one, other] * max(nearest.mean(one, other), nearest.mean(other, one))
        for one, other in question.linked
    )
    spread = sum(nearest.mean(member, member) for member in range(len(question.members)))
    return float(linked + question.weights.spread * spread)


class _Nearest:
    """Mean ways to the nearest seats where a member may sit."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self._may_sit = question.may_sit[:, question.cell_of]

    def mean(self, one: int, other: int) -> float:
        """At least so long is the mean way from a desk of `one` to a desk of `other`, or of its own."""
        wanted, needed = (int(self.question.wanted[member]) for member in (one, other))
        seats, theirs = np.flatnonzero(self._may_sit[one]), np.flatnonzero(self._may_sit[other])
        own = one == other
        needed -= own
        if not (wanted and needed > 0) or len(seats) < wanted or len(theirs) < needed + 1:
            return 0.0
        ways = np.concatenate(
            [
                self._to_nearest(part, theirs, needed)
                for part in np.array_split(seats, -(-len(seats) // _AT_ONCE))
            ]
        )
        return float(np.partition(ways, wanted - 1)[:wanted].mean())

    def _to_nearest(self, seats: NDArray[np.intp], theirs: NDArray[np.intp], count: int) -> Floats:
        """From each of `seats`, the mean way to the nearest `count` of `theirs` other than itself."""
        at = self.question.at
        ways = np.abs(at[seats][:, None, :] - at[theirs][None, :, :]).sum(axis=2)
        ways[seats[:, None] == theirs[None, :]] = np.inf
        mean: Floats = np.partition(ways, count - 1, axis=1)[:, :count].mean(axis=1)
        return mean
