"""Whether a plan keeps all that is asked: as told by the engine, and found out desk by desk."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.keeping import keeps
from hubdesk.domain.ids import RecordId
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_a_plan_is_kept_where_nothing_of_it_is_broken(seed: int, unpinned: bool) -> None:
    question, plan = random_question(seed)
    if unpinned:
        question = replace(question, pinned=np.zeros_like(question.pinned), bars=question.bars[:1])
    assert keeps(question, plan) == (broken(question, plan) == set())


def test_each_thing_that_is_asked_is_looked_at() -> None:
    row = [(2.0 * place, 0.0) for place in range(3)]
    question = a_question({"A": 2, "B": 1}, rows=[row, row], today="AAB")
    stays, torn = np.array([0, 0, 1, -1, -1, -1]), np.array([0, -1, 1, 0, -1, -1])
    a, b = question.members
    together = replace(question, members=(replace(a, together=RecordId("rule")), b))
    accessible = replace(question, members=(replace(a, accessible=1), b))
    for asked, plan, kept in (
        (question, stays, True),
        (question, torn, True),
        (question, np.array([0, 0, 0, 1, -1, -1]), False),
        (together, stays, True),
        (together, torn, False),
        (accessible, stays, False),
        (question.moving_at_most(0), stays, True),
        (question.moving_at_most(0), torn, False),
        (replace(question, pinned=question.today != -1), torn, False),
    ):
        assert keeps(asked, plan) is kept
        assert (broken(asked, plan) == set()) is kept
