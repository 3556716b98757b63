"""A plan shaken keeps all that is asked; and what nothing betters desk by desk is left behind."""

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hubdesk.allocating.feasible.conflict import counts_of
from hubdesk.allocating.problem.question import NOBODY
from hubdesk.allocating.search.seating import seated
from hubdesk.allocating.search.shaking import shaken
from hubdesk.allocating.search.zones import zones_of
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_a_plan_shaken_keeps_all_that_is_asked(seed: int) -> None:
    question, _ = random_question(seed)
    question = question.moving_at_most(60)
    counts = counts_of(question)
    assume(counts is not None)
    assert counts is not None
    zones = zones_of(question)
    plan = seated(question, counts, zones, np.zeros((len(question.members), zones.count), dtype=np.intp))
    for _ in range(3):
        plan = shaken(question, plan, np.random.default_rng(seed))
        assert broken(question, plan) == set()


def test_where_nobody_may_move_it_stays_as_it_is() -> None:
    question = a_question({"A": 2}, rows=[[(0.0, 0.0), (2.0, 0.0), (4.0, 0.0)]], today="AA.")
    pinned = replace(question, pinned=question.today != NOBODY, most_moves=0)
    assert shaken(pinned, question.today, np.random.default_rng(1)).tolist() == question.today.tolist()
