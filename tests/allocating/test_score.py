"""What a plan costs: against sums over every pair of desks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.problem.question import NOBODY, Floats, Plan, Question
from hubdesk.allocating.score import cost_of, extra_pieces, mean_ways, moves_of
from tests.allocating.questions import a_question, random_question


def way(question: Question, one: int, other: int) -> float:
    here, there = question.seats[one], question.seats[other]
    flat = abs(here.x_m - there.x_m) + abs(here.y_m - there.y_m)
    return flat + question.weights.floor_m * abs(here.level - there.level)


def ways_by_hand(question: Question, plan: Plan) -> Floats:
    means = np.zeros((len(question.members), len(question.members)))
    for one in range(len(question.members)):
        for other in range(len(question.members)):
            ways = [
                way(question, here, there)
                for here in np.flatnonzero(plan == one).tolist()
                for there in np.flatnonzero(plan == other).tolist()
                if here != there
            ]
            means[one, other] = sum(ways) / len(ways) if ways else 0
    return means


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_mean_ways_are_those_between_every_two_desks(seed: int) -> None:
    question, plan = random_question(seed)
    assert mean_ways(question, plan) == pytest.approx(ways_by_hand(question, plan))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_each_term_is_what_it_says(seed: int) -> None:
    question, plan = random_question(seed)
    ways, cost, weights = ways_by_hand(question, plan), cost_of(question, plan), question.weights
    assert cost.proximity == pytest.approx(
        sum(question.links[one, other] * ways[one, other] for one, other in question.linked)
    )
    assert cost.spread == pytest.approx(weights.spread * np.diag(ways).sum())
    assert cost.pieces == pytest.approx(weights.pieces * extra_pieces(question, plan).sum())
    assert cost.moves == pytest.approx(weights.moves * moves_of(question, plan).sum())
    assert cost.total == pytest.approx(cost.proximity + cost.spread + cost.pieces + cost.moves)


def test_desks_on_two_floors_are_as_far_apart_as_floors_count_for() -> None:
    question = a_question({"A": 1, "B": 1}, rows=[[(0, 0)], [(3, 4)]], links={("A", "B"): 2})
    assert cost_of(question, np.array([0, 1])).proximity == 2 * (3 + 4 + 20)


def test_a_row_that_another_parts_is_in_two_pieces() -> None:
    question = a_question({"A": 4, "B": 1}, rows=[[(2 * place, 0) for place in range(7)]])
    assert extra_pieces(question, np.array([0, 0, 0, 0, NOBODY, NOBODY, 1])).tolist() == [0, 0]
    assert extra_pieces(question, np.array([0, 0, NOBODY, 1, NOBODY, 0, 0])).tolist() == [1, 0]
    across_one = np.array([0, 0, 1, 0, 0, NOBODY, NOBODY])
    assert extra_pieces(question, across_one).tolist() == [0, 0]


def test_what_is_given_back_is_no_move() -> None:
    row = [(2 * place, 0) for place in range(6)]
    question = a_question({"A": 2, "B": 2}, rows=[row], today="AAABB.")
    assert moves_of(question, np.array([0, 0, NOBODY, 1, 1, NOBODY])).tolist() == [0, 0]
    assert moves_of(question, np.array([NOBODY, 0, 0, 1, NOBODY, 1])).tolist() == [0, 1]
    assert moves_of(question, np.array([1, 1, NOBODY, 0, 0, NOBODY])).tolist() == [2, 2]


def test_desks_that_are_given_back_are_no_moves() -> None:
    """Of five desks three are licensed: who sits where he sat has moved nowhere."""
    question = a_question({"A": 3}, rows=[[(place, 0) for place in range(5)]], today="AAAAA")
    assert question.today.tolist() == [0] * 5
    assert moves_of(question, question.today).tolist() == [0]
    assert cost_of(question, question.today).moves == 0
