"""Counts that keep all that is asked; and where there are none, the fewest things that cannot go together."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.feasible.conflict import conflict_of, counts_of
from hubdesk.allocating.feasible.nearest import nearest_counts
from hubdesk.allocating.feasible.program import Ask, AskKind, program_of
from hubdesk.allocating.feasible.solving import by_highs
from hubdesk.allocating.problem.question import Bar, Plan, Question
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.ids import RecordId
from tests.allocating.questions import a_question, random_question

KEPT_OUT = warning("kept-out", "It is to keep out", "here", "Choose a desk elsewhere")


def two_areas() -> Question:
    """A and B with four desks each; two areas of five."""
    row = [(2.0 * place, 0.0) for place in range(5)]
    return a_question({"A": 4, "B": 4}, rows=[row, row], today="AAABBBAB")


def barring(question: Question, member: int, *cells: int, rule: str = "rule") -> Question:
    bar = Bar(member, RecordId(rule), frozenset(cells), KEPT_OUT)
    return replace(question, bars=(*question.bars, bar))


def asking(question: Question, member: int, **wanted: object) -> Question:
    members = list(question.members)
    members[member] = replace(members[member], **wanted)  # type: ignore[arg-type]
    return replace(question, members=tuple(members))


def keeps(question: Question, counts: Plan) -> bool:
    """Whether every single thing that is asked is kept; found out without a solver."""
    of_places = np.zeros((len(question.members), len(question.places)), dtype=np.intp)
    np.add.at(of_places.T, question.place_of_cell, counts.T)
    accessible = np.array([cell.accessible for cell in question.cells])
    stays = np.minimum(counts, question.sitting).sum()
    return bool(
        (counts.sum(axis=0) <= question.room).all()
        and (counts.sum(axis=1) == question.wanted).all()
        and not counts[~question.may_sit].any()
        and (counts >= question.staying).all()
        and all(
            (counts[place][accessible].sum() >= member.accessible)
            and (member.together is None or (of_places[place] > 0).sum() <= 1)
            for place, member in enumerate(question.members)
        )
        and (question.most_moves is None or stays >= question.may_move.sum() - question.most_moves)
    )


def kinds(asks: tuple[Ask, ...]) -> set[tuple[AskKind, int | None]]:
    return {(ask.kind, ask.member) for ask in asks}


def test_all_that_is_asked_is_kept_by_the_counts_found() -> None:
    question = asking(barring(two_areas(), 0, 0), 1, together=RecordId("together"))
    counts = counts_of(question)
    assert counts is not None
    assert counts.tolist() == [[0, 4], [4, 0]]
    assert conflict_of(question) == ()


def test_too_few_desks_where_an_agency_may_sit() -> None:
    question = barring(asking(two_areas(), 0, desks=6), 0, 0)
    assert counts_of(question) is None
    assert kinds(conflict_of(question)) == {(AskKind.DESKS, 0), (AskKind.RULE, 0)}


def test_more_desks_licensed_than_there_are() -> None:
    question = asking(asking(two_areas(), 0, desks=6), 1, desks=6)
    assert kinds(conflict_of(question)) == {(AskKind.DESKS, 0), (AskKind.DESKS, 1)}


def test_a_pin_where_a_rule_speaks_against_it() -> None:
    question = replace(two_areas(), pinned=np.arange(10) == 0)
    assert kinds(conflict_of(barring(question, 0, 0))) == {(AskKind.PINS, 0), (AskKind.RULE, 0)}


def test_more_pinned_than_licensed() -> None:
    question = replace(asking(two_areas(), 0, desks=2), pinned=np.arange(10) < 3)
    assert kinds(conflict_of(question)) == {(AskKind.PINS, 0), (AskKind.DESKS, 0)}


def test_nobody_is_blamed_for_moves_because_it_would_keep_more_than_it_is_to_have() -> None:
    row = [(2.0 * place, 0.0) for place in range(10)]
    question = a_question({"A": 2, "B": 2}, rows=[row], today="AAAABB")
    question = replace(barring(question, 1, 0), most_moves=1)
    assert kinds(conflict_of(question)) == {(AskKind.MOVES, None), (AskKind.RULE, 1)}


def test_no_accessible_desk_where_one_is_wanted() -> None:
    question = asking(two_areas(), 1, accessible=1)
    assert kinds(conflict_of(question)) == {(AskKind.ACCESSIBLE, 1)}


def test_a_limit_on_moves_that_a_rule_breaks() -> None:
    question = replace(barring(two_areas(), 0, 0), most_moves=2)
    assert kinds(conflict_of(question)) == {(AskKind.MOVES, None), (AskKind.RULE, 0)}


def test_an_agency_that_is_too_large_to_be_together() -> None:
    question = asking(two_areas(), 0, desks=6, together=RecordId("together"))
    assert kinds(conflict_of(question)) == {(AskKind.DESKS, 0), (AskKind.TOGETHER, 0)}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), st.booleans())
def test_either_all_is_kept_or_the_conflict_is_one_and_has_nothing_to_spare(
    seed: int, together: bool, few_moves: bool
) -> None:
    question, _ = random_question(seed)
    if together:
        question = asking(question, 0, together=RecordId("together"), accessible=1)
    if few_moves:
        question = question.moving_at_most(20)
    counts = counts_of(question)
    conflict = conflict_of(question)
    if counts is not None:
        assert conflict == ()
        assert keeps(question, counts)
        return
    assert conflict
    program = program_of(question)
    assert by_highs(program, conflict) is None
    for ask in conflict:
        assert by_highs(program, set(conflict) - {ask}) is not None


@pytest.mark.parametrize("desks", [0, 1])
def test_a_question_of_nobody_or_nothing(desks: int) -> None:
    empty = a_question({"A": desks}, rows=[[]])
    assert (counts_of(empty) is None) == bool(desks)
    assert kinds(conflict_of(empty)) == ({(AskKind.DESKS, 0)} if desks else set())


def test_nobody_can_be_kept_together_where_there_is_no_desk() -> None:
    empty = asking(a_question({"A": 2}, rows=[]), 0, together=RecordId("together"))
    assert counts_of(empty) is None
    assert nearest_counts(empty, np.zeros((1, 0), dtype=np.intp)) is None
    assert kinds(conflict_of(empty)) == {(AskKind.DESKS, 0)}
