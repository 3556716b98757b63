"""The ways out of a conflict: what is given up is enough, and no less would be."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.feasible.conflict import conflict_of, counts_of
from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.problem.question import Bar, Question
from hubdesk.allocating.ways_out import WayOut, given_up, ways_out
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.ids import RecordId
from tests.allocating.questions import a_question, random_question

KEPT_OUT = warning("kept-out", "It is to keep out", "here", "Choose a desk elsewhere")


def two_areas(**desks: int) -> Question:
    """Two areas of five seats; the first two of A and of B sit in the first."""
    row = [(2.0 * place, 0.0) for place in range(5)]
    return a_question(desks, rows=[row, row], today="AABB")


def found(question: Question) -> list[WayOut]:
    return list(ways_out(question, conflict_of(question)))


def test_either_of_two_that_want_too_many_desks_can_be_short_of_them() -> None:
    assert found(two_areas(A=6, B=7)) == [
        WayOut(Ask(AskKind.DESKS, 0), 3),
        WayOut(Ask(AskKind.DESKS, 1), 3),
    ]


def test_a_rule_can_be_taken_away_or_the_agency_be_short() -> None:
    bar = Bar(0, RecordId("rule"), frozenset({0}), KEPT_OUT)
    question = replace(two_areas(A=7, B=1), bars=(bar,))
    assert set(found(question)) == {
        WayOut(Ask(AskKind.DESKS, 0), 2),
        WayOut(Ask(AskKind.RULE, 0, RecordId("rule"))),
    }


def test_so_many_more_may_move_as_have_to() -> None:
    bar = Bar(0, RecordId("rule"), frozenset({0}), KEPT_OUT)
    question = replace(two_areas(A=2, B=2), bars=(bar,), most_moves=0)
    assert WayOut(Ask(AskKind.MOVES), 2) in found(question)


def test_accessible_desks_that_are_not_there_are_done_without() -> None:
    question = two_areas(A=2, B=2)
    members = (replace(question.members[0], accessible=2), question.members[1])
    assert found(replace(question, members=members)) == [WayOut(Ask(AskKind.ACCESSIBLE, 0), 2)]


def test_pins_are_lifted_and_who_is_to_be_together_is_torn() -> None:
    bar = Bar(0, RecordId("rule"), frozenset({0}), KEPT_OUT)
    pinned = replace(two_areas(A=2, B=2), bars=(bar,), pinned=np.arange(10) == 0)
    assert WayOut(Ask(AskKind.PINS, 0)) in found(pinned)
    question = two_areas(A=6, B=2)
    members = (replace(question.members[0], together=RecordId("together")), question.members[1])
    ways = found(replace(question, members=members))
    assert WayOut(Ask(AskKind.TOGETHER, 0, RecordId("together"))) in ways
    assert WayOut(Ask(AskKind.DESKS, 0), 1) in ways


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 12))
def test_what_is_given_up_is_enough_and_one_desk_fewer_is_not(seed: int, more: int) -> None:
    question, _ = random_question(seed)
    members = list(question.members)
    members[0] = replace(members[0], desks=members[0].desks + more)
    question = replace(question, members=tuple(members))
    for way in found(question):
        assert counts_of(given_up(question, way)) is not None
        if way.by:
            assert counts_of(given_up(question, replace(way, by=way.by - 1))) is None
