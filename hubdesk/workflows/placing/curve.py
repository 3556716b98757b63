"""Several plans, from few moves to short ways: the best found for each limit on moves, to choose from."""

from collections.abc import Callable
from dataclasses import replace

from hubdesk.allocating.pairing import plan_of, proposal_of
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.several import SECONDS, Answer, answers_to
from hubdesk.workflows.placing.choices import Choice, Curve
from hubdesk.workflows.placing.proposing import Allocated

LIMITS = (0, 5, 10, 20, 40, None)
"""At most so many of a hundred desks move; None: any number."""
_ALIKE = 1e-6


def curve_of(allocated: Allocated, tell: Callable[[float], object], seconds: float = SECONDS) -> Curve:
    """Look for a short time, from the plan at hand on, for one within each limit.

    `tell` hears often what part is done, and may raise to end it.
    """
    assert allocated.proposal is not None
    question, plan = allocated.question, plan_of(allocated.question, allocated.proposal)
    limited = [_limited(question, percent) for percent in LIMITS]
    answers = answers_to(limited, plan, lambda done: tell(done / len(limited)), seconds)
    found = [
        Choice(percent, _answered(allocated, asked, answer))
        for percent, asked, answer in zip(LIMITS, limited, answers, strict=True)
        if answer.plan is not None
    ]
    impossible = [
        percent
        for percent, answer in zip(LIMITS, answers, strict=True)
        if answer.plan is None and percent is not None
    ]
    at_hand = Choice(question.most_percent, allocated, is_at_hand=True)
    return Curve(_undominated([at_hand, *found]), tuple(impossible))


def _limited(question: Question, percent: int | None) -> Question:
    anyhow = replace(question, most_moves=None, most_percent=None)
    return anyhow if percent is None else anyhow.moving_at_most(percent)


def _answered(allocated: Allocated, asked: Question, answer: Answer) -> Allocated:
    proposal = proposal_of(asked, answer.sits)
    cost = cost_of(asked, answer.sits)
    return replace(allocated, question=asked, proposal=proposal, cost=cost, bound=answer.bound)


def _undominated(choices: list[Choice]) -> tuple[Choice, ...]:
    """In order of moves, those that cost less besides than all before; of two alike, the one at hand."""
    kept: list[Choice] = []
    for one in sorted(choices, key=lambda each: (each.moves, each.rest, not each.is_at_hand)):
        if not kept or one.rest < kept[-1].rest - _ALIKE:
            kept.append(one)
    return tuple(kept)
