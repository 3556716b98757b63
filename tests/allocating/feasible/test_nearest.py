"""Counts near to what a search wished keep all that is asked, and are found wherever there are any."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.feasible.conflict import counts_of
from hubdesk.allocating.feasible.nearest import nearest_counts
from hubdesk.allocating.feasible.too_long import TookTooLong
from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.search.layout import laid_out
from hubdesk.allocating.search.seating import seated
from hubdesk.allocating.search.zones import zones_of
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question
from tests.allocating.search.test_polish import asking_much

ROW = [(2.0 * place, 0.0) for place in range(6)]


def wished(seed: int, question: Question) -> Plan:
    shape = len(question.members), len(question.places)
    return np.random.default_rng(seed).integers(0, 4, shape)


def test_counts_are_the_nearest_to_what_was_wished() -> None:
    asked = np.array([[4, 0], [3, 1]])
    found = nearest_counts(a_question({"A": 4, "B": 4}, rows=[ROW, ROW]), asked)
    assert found is not None
    assert np.maximum(found - asked, 0).sum() == 1
    assert found.sum(axis=0).max() <= 6


def test_whoever_cannot_be_where_it_is_wished_is_as_near_as_may_be() -> None:
    rooms = [[(100.0 * room + x, y) for x, y in ROW] for room in (0, 3, 1)]
    question = a_question({"A": 6, "B": 4}, rows=rooms)
    found = nearest_counts(question, np.array([[6, 0, 0], [4, 0, 0]]))
    assert found is not None
    together = found.tolist()
    assert together in ([[6, 0, 0], [0, 0, 4]], [[2, 0, 4], [4, 0, 0]])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0, 10, 60, 100]))
def test_there_are_counts_exactly_where_a_solver_finds_some_and_desks_can_be_chosen_by_them(
    seed: int, percent: int
) -> None:
    question = asking_much(seed).moving_at_most(percent)
    found = nearest_counts(question, wished(seed, question))
    assert (found is None) == (counts_of(question) is None)
    if found is None:
        return
    nowhere = np.zeros((len(question.members), zones_of(question).count), dtype=np.intp)
    assert broken(question, seated(question, found, zones_of(question), nowhere)) == set()
    laid = laid_out(question, found, rounds=2)
    assert broken(replace(question, most_moves=None), laid) == set()


def test_where_all_cannot_be_kept_there_are_no_counts_and_no_time_is_told_apart_from_that() -> None:
    asked = np.array([[4], [3]])
    full = a_question({"A": 4, "B": 4}, rows=[ROW])
    assert nearest_counts(full, asked) is None
    with pytest.raises(TookTooLong):
        nearest_counts(full, asked, seconds=0.0)
