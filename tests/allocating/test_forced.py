"""Trying a place anyway: who is put there, what is lifted for it, and what stays as it was."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hubdesk.allocating.problem.question import Bar, Question
from hubdesk.allocating.reasons.forced import HERE, forced
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.search.planning import searching
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


def two_floors(desks: int = 2) -> Question:
    row = [(2.0 * place, 0.0) for place in range(3)]
    return a_question({"A": desks, "B": 2}, rows=[row, row], links={("A", "B"): 4}, today="AAB.B.")


def test_a_rule_that_stands_against_it_is_lifted_and_told() -> None:
    told = warning("kept-out", "A is to keep out", "here", "Choose a desk elsewhere")
    question = replace(two_floors(), bars=(Bar(0, RecordId("rule"), frozenset({1}), told),)).moving_at_most(0)
    tried = forced(question, 0, 1)
    assert tried.lifted == (told,)
    assert [bar.record for bar in tried.question.bars] == [HERE]
    assert tried.question.most_moves is None


def test_pins_elsewhere_are_lifted_and_those_of_others_are_kept() -> None:
    question = replace(two_floors(), pinned=np.array([True, False, True, False, False, False]))
    tried = forced(question, 0, 1)
    assert [one.what for one in tried.lifted] == ["A is to stay at 1 desk elsewhere"]
    assert tried.question.pinned.tolist() == [False, False, True, False, False, False]
    full = replace(question, today=np.array([0, 0, -1, 1, 1, 1]), pinned=np.array([False] * 3 + [True] * 3))
    with pytest.raises(Refused, match="Others are pinned to every desk there"):
        forced(full, 0, 1)


def test_as_many_as_fit_in_are_there_and_the_rest_may_be_anywhere() -> None:
    question = two_floors(desks=4)
    torn = replace(question.members[0], together=RecordId("together"), accessible=0)
    tried = forced(replace(question, members=(torn, question.members[1])), 0, 1)
    assert tried.inside == 3
    assert [one.what for one in tried.lifted] == ["A is to be kept together, and 3 of its 4 desks fit in"]
    found = next(searching(tried.question, 1))
    plan = tried.whole(found.plan)
    assert broken(question, plan) == set()
    assert np.flatnonzero(plan == 0).tolist()[1:] == [3, 4, 5]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 5), st.integers(0, 20))
def test_a_member_in_parts_costs_what_it_costs_as_one(seed: int, member: int, place: int) -> None:
    question, plan = random_question(seed)
    question = replace(question, weights=replace(question.weights, spread=0.0, pieces=0.0, moves=0.0))
    member, place = member % len(question.members), place % len(question.places)
    assume(question.wanted[member])
    try:
        tried = forced(question, member, place)
    except Refused:
        return
    parted = tried.parted(plan)
    assert tried.whole(parted.tolist()).tolist() == plan.tolist()
    if (
        np.bincount(parted[parted != -1], minlength=len(tried.question.members)) == tried.question.wanted
    ).all():
        assert cost_of(tried.question, parted).total == pytest.approx(cost_of(question, plan).total)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 5), st.integers(0, 20))
def test_whoever_is_tried_sits_there_and_the_others_keep_their_rules(
    seed: int, member: int, place: int
) -> None:
    question, _ = random_question(seed)
    member, place = member % len(question.members), place % len(question.places)
    assume(question.wanted[member])
    try:
        tried = forced(question, member, place)
    except Refused:
        return
    found = next(searching(tried.question, 1), None)
    assume(found is not None)
    assert found is not None
    plan = tried.whole(found.plan)
    here = question.place_of_cell[question.cell_of] == place
    assert ((plan == member) & here).sum() >= tried.inside
    code = question.members[member].code
    faults = {one for one in broken(question, plan) if not one.startswith(code)}
    pinned = {
        question.seats[seat].code for seat in np.flatnonzero(question.pinned & (question.today == member))
    }
    assert faults <= {f"{one} was pinned" for one in pinned}
    if not tried.lifted:
        assert broken(question, plan) == set()
