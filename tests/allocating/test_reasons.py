"""Why an agency sits where it does: every figure is one that the score stands behind."""

from dataclasses import astuple, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.problem.question import NOBODY, Bar, Plan, Question
from hubdesk.allocating.reasons.agency import AgencyReasons, reasons_of
from hubdesk.allocating.reasons.elsewhere import Elsewhere
from hubdesk.allocating.score import cost_of, mean_ways
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.ids import RecordId
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


def three_floors() -> tuple[Question, Plan]:
    """A on the ground with B above it; C fills most of the first floor; the second is empty."""
    row = [(2.0 * place, 0.0) for place in range(4)]
    question = a_question(
        {"A": 2, "B": 2, "C": 2}, rows=[row, row, row], links={("A", "B"): 4, ("A", "C"): 1}
    )
    return question, np.array([0, 0, NOBODY, NOBODY, 1, 1, 2, NOBODY, 2, NOBODY, NOBODY, NOBODY])


def elsewhere(reasons: AgencyReasons, level: int) -> Elsewhere:
    (found,) = (one for one in reasons.elsewhere if one.place == f"area {level}")
    return found


def test_partners_are_told_with_how_far_they_are() -> None:
    question, plan = three_floors()
    reasons = reasons_of(question, plan, 0)
    ways = mean_ways(question, plan)
    assert [(one.member, one.strength) for one in reasons.partners] == [(1, 4), (2, 1)]
    assert [one.metres for one in reasons.partners] == pytest.approx([ways[0, 1], ways[0, 2]])
    assert sum(one.cost for one in reasons.partners) == pytest.approx(reasons.cost.proximity)


def test_a_place_that_is_too_small_says_who_holds_it() -> None:
    question, plan = three_floors()
    first = elsewhere(reasons_of(question, plan, 0), 1)
    assert (first.short, first.held_by, first.more) == (1, ((1, 2), (2, 1)), None)


def test_a_place_where_it_could_sit_says_what_more_it_would_cost_and_for_whom() -> None:
    question, plan = three_floors()
    second = elsewhere(reasons_of(question, plan, 0), 2)
    moved = plan.copy()
    moved[[0, 1]] = NOBODY
    options = []
    for one in range(9, 12):
        for other in range(one + 1, 12):
            after = moved.copy()
            after[[one, other]] = 0
            options.append(cost_of(question, after).total)
    assert second.more is not None
    assert second.more.total == pytest.approx(min(options) - cost_of(question, plan).total)
    by_link = {one.member: one for one in second.further}
    assert by_link.keys() == {1, 2}
    assert by_link[1].cost == pytest.approx(4 * by_link[1].metres)


def test_a_rule_that_stands_against_a_place_is_told() -> None:
    question, plan = three_floors()
    told = warning("kept-out", "A is to keep out", "here", "Choose a desk elsewhere")
    barred = replace(question, bars=(Bar(0, RecordId("rule"), frozenset({2}), told),))
    assert elsewhere(reasons_of(barred, plan, 0), 2).against == (told,)
    assert reasons_of(barred, plan, 0).next_best == ()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_the_terms_of_all_agencies_come_to_those_of_the_plan(seed: int) -> None:
    question, plan = random_question(seed)
    all_of_it = [reasons_of(question, plan, member).cost for member in range(len(question.members))]
    cost = cost_of(question, plan)
    assert sum(one.proximity for one in all_of_it) == pytest.approx(2 * cost.proximity)
    for term in ("spread", "pieces", "moves"):
        assert sum(getattr(one, term) for one in all_of_it) == pytest.approx(getattr(cost, term))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_a_place_is_possible_only_where_rules_and_room_allow_it(seed: int) -> None:
    question, plan = random_question(seed)
    for member in range(len(question.members)):
        for one in reasons_of(question, plan, member).elsewhere:
            told = [bool(one.against), one.short > 0, one.more is not None]
            assert sum(told) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 60))
def test_a_place_costs_more_by_just_what_the_score_says_and_breaks_nothing(seed: int, moves: int) -> None:
    question, plan = random_question(seed)
    members = tuple(replace(one, accessible=min(one.desks, 1)) for one in question.members)
    question = replace(question, members=members, most_moves=moves)
    before = broken(question, plan)
    for member, who in enumerate(question.members):
        for one in reasons_of(question, plan, member).elsewhere:
            if one.more is None:
                continue
            after = np.where(plan == member, NOBODY, plan)
            assert (after[list(one.seats)] == NOBODY).all()
            after[list(one.seats)] = member
            more = cost_of(question, after).less(cost_of(question, plan))
            assert astuple(one.more) == pytest.approx(astuple(more), abs=1e-6)
            assert len(one.seats) == who.desks
            ways, then = mean_ways(question, plan), mean_ways(question, after)
            for far in one.further:
                assert far.metres == pytest.approx(then[member, far.member] - ways[member, far.member])
            assert broken(question, after) <= before
