"""From counts to desks, and better from there: what is asked stays kept."""

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hubdesk.allocating.feasible.conflict import counts_of
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import cost_of, extra_pieces
from hubdesk.allocating.search.polish import polished
from hubdesk.allocating.search.seating import seated
from hubdesk.allocating.search.zones import zones_of
from hubdesk.domain.ids import RecordId
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


def wished_nowhere(question: Question) -> Plan:
    return np.zeros((len(question.members), zones_of(question).count), dtype=np.intp)


def asking_much(seed: int) -> Question:
    question, _ = random_question(seed)
    members = tuple(
        replace(member, accessible=min(1, member.desks), together=RecordId("rule") if not place else None)
        for place, member in enumerate(question.members)
    )
    return replace(question, members=members).moving_at_most(60)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_what_is_asked_is_kept_when_desks_are_chosen_and_when_they_are_exchanged(seed: int) -> None:
    question = asking_much(seed)
    counts = counts_of(question)
    assume(counts is not None)
    assert counts is not None
    plan = seated(question, counts, zones_of(question), wished_nowhere(question))
    assert broken(question, plan) == set()
    costs = [cost_of(question, plan).total]
    for better in polished(question, plan, np.random.default_rng(seed), steps=20):
        costs.append(cost_of(question, better).total)
        assert broken(question, better) == set()
        plan = better
    assert costs == sorted(costs, reverse=True)


def test_who_works_together_comes_to_sit_side_by_side() -> None:
    row = [(2.0 * place, 0.0) for place in range(8)]
    question = a_question({"A": 2, "B": 2, "C": 2}, rows=[row], links={("A", "B"): 5})
    apart = np.array([0, NOBODY, 1, 2, 2, NOBODY, 1, 0])
    *_, plan = polished(question, apart, np.random.default_rng(1), steps=50)
    assert extra_pieces(question, plan).sum() == 0
    assert cost_of(question, plan).proximity < cost_of(question, apart).proximity
