"""Polish: exchanging desks one by one as long as a plan gets better, pieces joined first."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.near import labels_of
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import cost_of, desks_of
from hubdesk.allocating.search.exchanges import exchanges
from hubdesk.allocating.search.pull import pull_of

_SMALL = 1e-9
_TRIED = 24
"""Exchanges that are judged exactly, of those that look best without pieces."""
_SAMPLE = 400
"""Seats of a large question that are looked at in one step, against all others."""


def polished(question: Question, plan: Plan, random: np.random.Generator, steps: int) -> Iterator[Plan]:
    """Better and better plans from `plan`, after at most so many `steps`; it ends where nothing helps."""
    cost = cost_of(question, plan).total
    quiet = 0
    whole = len(plan) <= _SAMPLE
    for _ in range(steps):
        found = _best_exchange(question, plan, cost, random)
        if found is None:
            quiet += 1
            if whole or quiet > len(plan) // _SAMPLE + 2:
                return
            continue
        plan, cost, quiet = *found, 0
        yield plan


def _best_exchange(
    question: Question, plan: Plan, cost: float, random: np.random.Generator
) -> tuple[Plan, float] | None:
    pull = pull_of(question, plan)
    every = np.arange(len(plan))
    ones = every if len(plan) <= _SAMPLE else np.sort(random.choice(every, _SAMPLE, replace=False))
    ones = np.union1d(ones, _strays(question, plan)) if question.weights.pieces else ones
    found = exchanges(question, plan, pull, ones, every)
    best: tuple[Plan, float] | None = None
    for one, other in _candidates(question, plan, found.gains, ones):
        after = plan.copy()
        after[one], after[other] = plan[other], plan[one]
        total = cost_of(question, after).total
        if total < (cost if best is None else best[1]) - _SMALL:
            best = after, total
    return best


def _candidates(
    question: Question, plan: Plan, gains: NDArray[np.float64], ones: NDArray[np.intp]
) -> Iterator[tuple[int, int]]:
    """The exchanges that look best; and of those that might join a piece, the best too."""
    yield from _largest(gains, ones, _TRIED)
    if question.weights.pieces:
        stray = np.isin(ones, _strays(question, plan))
        joining = np.where(stray[:, None] & _beside_own(question, plan, plan[ones]), gains, -np.inf)
        yield from _largest(joining, ones, _TRIED)


def _largest(gains: NDArray[np.float64], ones: NDArray[np.intp], count: int) -> Iterator[tuple[int, int]]:
    flat = gains.ravel()
    chosen = np.argpartition(-flat, count)[:count] if count < len(flat) else np.arange(len(flat))
    for at in chosen[np.argsort(-flat[chosen], kind="stable")]:
        if np.isfinite(flat[at]):
            row, column = divmod(int(at), gains.shape[1])
            yield int(ones[row]), column


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
