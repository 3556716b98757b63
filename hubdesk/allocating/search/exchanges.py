"""Exchanges of what two seats hold: which of them the rules allow, and what each would cost."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.question import NOBODY, Flags, Floats, Plan, Question
from hubdesk.allocating.score import moves_of
from hubdesk.allocating.search.pull import Pull


@dataclass(frozen=True, eq=False)
class Exchanges:
    """What the seats `ones` and `others` hold might be exchanged, each with each.

    `gains` (ones × others) is by how much the cost would fall but for pieces; −∞ where a rule or a pin
    stands against it, or both seats hold the same.
    """

    ones: NDArray[np.intp]
    others: NDArray[np.intp]
    gains: Floats


def exchanges(
    question: Question, plan: Plan, pull: Pull, ones: NDArray[np.intp], others: NDArray[np.intp]
) -> Exchanges:
    """All exchanges between `ones` and `others` in `plan`, which keeps all rules."""
    here, there = plan[ones], plan[others]
    costs = np.vstack([pull.at, np.zeros(len(plan))])  # NOBODY, -1, is the last row.
    before = costs[here, ones][:, None] + costs[there, others][None, :]
    after = costs[here][:, others] + costs[there][:, ones].T
    gains = before - after - _correction(question, pull, ones, others, here, there)
    allowed = _allowed(question, plan, ones, others)
    return Exchanges(ones, others, np.where(allowed, gains, -np.inf))


def _correction(
    question: Question,
    pull: Pull,
    ones: NDArray[np.intp],
    others: NDArray[np.intp],
    here: Plan,
    there: Plan,
) -> Floats:
    """What pulls leave out: each seat's pull counts the way to the very desk that is moved."""
    ways = np.abs(question.at[ones][:, None, :] - question.at[others][None, :, :]).sum(axis=2)
    link = np.pad(pull.link, ((0, 1), (0, 1)))
    own = np.append(pull.own, 0.0)
    each = 2 * link[here][:, there] - own[here][:, None] - own[there][None, :]
    corrected: Floats = each * ways
    return corrected


def _allowed(question: Question, plan: Plan, ones: NDArray[np.intp], others: NDArray[np.intp]) -> Flags:
    here, there = plan[ones], plan[others]
    allowed = here[:, None] != there[None, :]
    allowed &= ~question.pinned[ones][:, None] & ~question.pinned[others][None, :]
    may_sit = np.vstack([question.may_sit, np.ones(len(question.cells), dtype=bool)])
    allowed &= may_sit[here][:, question.cell_of[others]]
    allowed &= may_sit[there][:, question.cell_of[ones]].T
    allowed &= _stays_together(question, ones, others, here, there)
    allowed &= _stays_accessible(question, plan, ones, others)
    if question.most_moves is not None:
        allowed &= _within_moves(question, plan, ones, others, question.most_moves)
    return np.asarray(allowed)


def _stays_together(
    question: Question, ones: NDArray[np.intp], others: NDArray[np.intp], here: Plan, there: Plan
) -> Flags:
    """Nobody who is to be in one place leaves it, but with its only desk."""
    bound = [member.together is not None and member.desks > 1 for member in question.members]
    bound_to = np.array([*bound, False], dtype=bool)
    place = question.place_of_cell[question.cell_of]
    same = place[ones][:, None] == place[others][None, :]
    return np.asarray(same | ~(bound_to[here][:, None] | bound_to[there][None, :]))


def _stays_accessible(
    question: Question, plan: Plan, ones: NDArray[np.intp], others: NDArray[np.intp]
) -> Flags:
    """Nobody gives away an accessible desk that it wants, but for another."""
    has = np.bincount(plan[question.accessible & (plan != NOBODY)], minlength=len(question.members))
    scarce = np.append(has <= [member.accessible for member in question.members], False)
    scarce &= np.append([member.accessible > 0 for member in question.members], False)
    one, other = question.accessible[ones], question.accessible[others]
    gives = scarce[plan[ones]][:, None] & one[:, None] & ~other[None, :]
    takes = scarce[plan[others]][None, :] & other[None, :] & ~one[:, None]
    return np.asarray(~(gives | takes))


def _within_moves(
    question: Question, plan: Plan, ones: NDArray[np.intp], others: NDArray[np.intp], most: int
) -> Flags:
    today, spare = question.today, most - int(moves_of(question, plan).sum())
    here, there = plan[ones], plan[others]
    taken = here != NOBODY
    taken_there = there != NOBODY
    stays = ((here == today[ones]) & taken)[:, None].astype(int)
    stays = stays + ((there == today[others]) & taken_there)[None, :]
    would = ((here[:, None] == today[others][None, :]) & taken[:, None]).astype(int)
    would += (there[None, :] == today[ones][:, None]) & taken_there[None, :]
    return np.asarray(stays - would <= max(spare, 0))
