"""Whether a plan keeps all that is asked."""

from collections.abc import Sequence

import numpy as np

from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import desks_of, moves_of


def keeps(question: Question, sits: Sequence[int] | Plan) -> bool:
    """Whether everybody has the desks that it is to have, where it may sit, and whoever is to stay stays."""
    plan = np.asarray(sits, dtype=np.intp)
    taken = np.flatnonzero(plan != NOBODY)
    return bool(
        (desks_of(question, plan) == question.wanted).all()
        and question.may_sit[plan[taken], question.cell_of[taken]].all()
        and (plan == question.today)[question.pinned].all()
        and _are_together(question, plan)
        and _are_accessible(question, plan)
        and (question.most_moves is None or moves_of(question, plan).sum() <= question.most_moves)
    )


def _are_together(question: Question, plan: Plan) -> bool:
    places = question.place_of_cell[question.cell_of]
    return all(
        len(np.unique(places[plan == one])) <= 1
        for one, member in enumerate(question.members)
        if member.together is not None
    )


def _are_accessible(question: Question, plan: Plan) -> bool:
    held = np.bincount(plan[question.accessible & (plan != NOBODY)], minlength=len(question.members))
    return all(has >= member.accessible for has, member in zip(held, question.members, strict=True))
