"""Polish: exchanging desks one by one as long as a plan gets better, pieces joined first."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.near import labels_of
from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.score import cost_of, desks_of, extra_pieces, moves_of
from hubdesk.allocating.search.exchanges import exchanges
from hubdesk.allocating.search.pull import pull_of

_SMALL = 1e-9
_TRIED = 24
"""Exchanges of which it is seen what they do to pieces: those that look best without them."""
_SAMPLE = 400
"""Seats of a question all of which are looked at in one step, against all others; of a larger one fewer
are, so that as many exchanges are looked at."""


def polished(question: Question, plan: Plan, random: np.random.Generator, steps: int) -> Iterator[Plan]:
    """Better and better plans from `plan`, after at most so many `steps`; it ends where nothing helps.

    Of a large question each step looks at some seats drawn by `random`, half of them out of their piece.
    """
    if not (plan != NOBODY).any():
        return
    cost, quiet = cost_of(question, plan).total, 0
    patience = 0 if len(plan) <= _SAMPLE else len(plan) // _looked_at(plan) + 2
    for _ in range(steps):
        better = _exchanged(question, plan, cost, random)
        if better is None:
            quiet += 1
            if quiet > patience:
                return
            continue
        (plan, cost), quiet = better, 0
        yield plan


def _exchanged(
    question: Question, plan: Plan, cost: float, random: np.random.Generator
) -> tuple[Plan, float] | None:
    """Several exchanges at once where that is better than the best of them; else that one, if it helps."""
    every = np.arange(len(plan))
    strays = _strays(question, plan) if question.weights.pieces else every[:0]
    ones = every if len(plan) <= _SAMPLE else _some(plan, strays, random)
    gains = exchanges(question, plan, pull_of(question, plan), ones, every).gains
    pieces = float(extra_pieces(question, plan).sum())
    helping = []
    for one, other, gain in _candidates(question, plan, gains, ones, strays):
        after = _after(plan, [(one, other)])
        joined = question.weights.pieces * (pieces - float(extra_pieces(question, after).sum()))
        if gain + joined > _SMALL:
            helping.append((gain + joined, one, other))
    helping.sort(key=lambda each: -each[0])
    if not helping:
        return None
    most, *first = helping[0]
    together = _after(plan, _apart([(one, other) for _, one, other in helping]))
    total = cost_of(question, together).total
    if total < cost - most and _is_kept(question, together):
        return together, total
    single = _after(plan, [(first[0], first[1])])
    return single, cost_of(question, single).total


def _looked_at(plan: Plan) -> int:
    return max(1, _SAMPLE * _SAMPLE // len(plan))


def _some(plan: Plan, strays: NDArray[np.intp], random: np.random.Generator) -> NDArray[np.intp]:
    """Seats drawn at random, half of them of `strays` where there are so many."""
    count = _looked_at(plan)
    some = random.choice(strays, min(len(strays), count // 2), replace=False)
    return np.union1d(some, random.choice(len(plan), count - len(some), replace=False))


def _after(plan: Plan, pairs: Iterable[tuple[int, int]]) -> Plan:
    after = plan.copy()
    for one, other in pairs:
        after[one], after[other] = plan[other], plan[one]
    return after


def _apart(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of `pairs`, the first before the others, that share no seat."""
    taken: set[int] = set()
    for one, other in pairs:
        if not {one, other} & taken:
            taken |= {one, other}
            yield one, other


def _is_kept(question: Question, plan: Plan) -> bool:
    """Whether several exchanges, each of which keeps to it, keep together to what is counted over all."""
    if question.most_moves is not None and moves_of(question, plan).sum() > question.most_moves:
        return False
    held = np.bincount(plan[question.accessible & (plan != NOBODY)], minlength=len(question.members))
    return all(has >= member.accessible for has, member in zip(held, question.members, strict=True))


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
