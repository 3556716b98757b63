"""The fewest desks that must move: as few as the best of all plans, looked through one by one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from hubdesk.allocating.feasible.fewest import loyal_counts
from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import moves_of
from tests.allocating.questions import random_question


def every_plan(question: Question) -> Iterator[Plan]:
    order = [member for member, count in enumerate(question.wanted) for _ in range(count)]
    order += [NOBODY] * (len(question.seats) - len(order))
    for one in set(permutations(order)):
        yield np.array(one, dtype=np.intp)


@pytest.mark.parametrize("together", [False, True])
def test_no_plan_moves_fewer(together: bool) -> None:
    looked_at = 0
    for seed in range(400):
        question, _ = random_question(seed)
        if not 3 <= len(question.seats) <= 7:
            continue
        if together:
            first = replace(question.members[0], together=question.members[0].agency)
            question = replace(question, members=(first, *question.members[1:]))
        possible = [plan for plan in every_plan(question) if keeps(question, plan)]
        least = min((int(moves_of(question, plan).sum()) for plan in possible), default=None)
        counts = loyal_counts(question)
        assert (None if counts is None else question.moves_by(counts)) == least, seed
        looked_at += 1
    assert looked_at > 10
