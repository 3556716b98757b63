"""Polish: exchanging desks one by one as long as a plan gets better, pieces joined first."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.near import labels_of
from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.score import desks_of, extra_pieces
from hubdesk.allocating.search.exchanges import exchanges
from hubdesk.allocating.search.pull import pull_of

_SMALL = 1e-9
_TRIED = 24
"""Exchanges of which it is seen what they do to pieces: those that look best without them."""
_SAMPLE = 400
"""Seats of a large question that are looked at in one step, against all others."""


def polished(question: Question, plan: Plan, random: np.random.Generator, steps: int) -> Iterator[Plan]:
    """Better and better plans from `plan`, after at most so many `steps`; it ends where nothing helps.

    Of a large question each step looks at some seats drawn by `random`, and at those out of their piece.
    """
    quiet = 0
    patience = 0 if len(plan) <= _SAMPLE else len(plan) // _SAMPLE + 2
    for _ in range(steps):
        better = _best_exchange(question, plan, random)
        if better is None:
            quiet += 1
            if quiet > patience:
                return
            continue
        plan, quiet = better, 0
        yield plan


def _best_exchange(question: Question, plan: Plan, random: np.random.Generator) -> Plan | None:
    every = np.arange(len(plan))
    strays = _strays(question, plan) if question.weights.pieces else every[:0]
    ones = every if len(plan) <= _SAMPLE else np.union1d(random.choice(every, _SAMPLE, replace=False), strays)
    gains = exchanges(question, plan, pull_of(question, plan), ones, every).gains
    best, most = None, _SMALL
    pieces = extra_pieces(question, plan).sum()
    for one, other, gain in _candidates(question, plan, gains, ones, strays):
        after = plan.copy()
        after[one], after[other] = plan[other], plan[one]
        joined = question.weights.pieces * float(pieces - extra_pieces(question, after).sum())
        if gain + joined > most:
            best, most = after, gain + joined
    return best


def _candidates(
    question: Question,
    plan: Plan,
    gains: Floats,
    ones: NDArray[np.intp],
    strays: NDArray[np.intp],
) -> Iterator[tuple[int, int, float]]:
    """The exchanges that look best but for pieces; and of those that might join a piece, the best too."""
    yield from _largest(gains, ones)
    if len(strays):
        stray = np.isin(ones, strays)[:, None]
        yield from _largest(np.where(stray & _beside_own(question, plan, plan[ones]), gains, -np.inf), ones)


def _largest(gains: Floats, ones: NDArray[np.intp]) -> Iterator[tuple[int, int, float]]:
    flat = gains.ravel()
    chosen = np.argpartition(-flat, _TRIED)[:_TRIED] if len(flat) > _TRIED else np.arange(len(flat))
    for at in chosen[np.argsort(-flat[chosen], kind="stable")]:
        if np.isfinite(flat[at]):
            row, column = divmod(int(at), gains.shape[1])
            yield int(ones[row]), column, float(flat[at])


def _strays(question: Question, plan: Plan) -> NDArray[np.intp]:
    """The seats of members in pieces that are not in the largest piece of theirs."""
    labels = labels_of(plan, question.near)
    sizes = np.bincount(labels)[labels]
    largest = np.zeros(len(question.members), dtype=np.intp)
    taken = plan != NOBODY
    np.maximum.at(largest, plan[taken], sizes[taken])
    apart = desks_of(question, plan) > largest
    return np.flatnonzero(taken & apart[plan] & (sizes < largest[plan]))


def _beside_own(question: Question, plan: Plan, members: Plan) -> NDArray[np.bool_]:
    """Which seats are near a desk of each of `members` (members × seats)."""
    beside = np.zeros((len(question.members) + 1, len(plan)), dtype=bool)
    one, other = question.near[:, 0], question.near[:, 1]
    beside[plan[one], other] = True
    beside[plan[other], one] = True
    return np.asarray(beside[members])
