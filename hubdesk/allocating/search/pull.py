"""Pull: what it would cost a member, as things stand, to have one desk at a seat."""

from dataclasses import dataclass

import numpy as np

from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.score import summed_ways


@dataclass(frozen=True, eq=False)
class Pull:
    """`at` (members × seats) is all of a member's cost that hangs on one desk, if that is at the seat.

    The terms of proximity, spread and moves are in it, weighted, and pieces are not. Two desks that
    are exchanged change the cost by the difference of their pulls and by `correction`.
    """

    at: Floats
    link: Floats
    """Cost for a metre between one desk of a member and one of another (members × members)."""
    own: Floats
    """Cost for a metre between two desks of a member (members)."""


def pull_of(question: Question, plan: Plan) -> Pull:
    """The pull by the ways to where everybody sits in `plan`."""
    link, own = links_and_own(question)
    at = (link + np.diag(own)) @ summed_ways(question, plan)
    sitting = np.flatnonzero(question.today != NOBODY)
    at[question.today[sitting], sitting] -= question.weights.moves
    return Pull(at, link, own)


def links_and_own(question: Question) -> tuple[Floats, Floats]:
    """Cost for a metre between one desk of a member and one of another, or of its own."""
    sizes = np.maximum(question.wanted, 1).astype(np.float64)
    own = 2 * question.weights.spread / np.maximum(sizes * (sizes - 1), 1)
    own[sizes <= 1] = 0.0
    return question.links / np.outer(sizes, sizes), own
