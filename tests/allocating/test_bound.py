"""No plan costs less than the bound."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.bound import least_cost
from hubdesk.allocating.problem.question import Weights
from hubdesk.allocating.score import cost_of
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_no_plan_at_random_costs_less(seed: int) -> None:
    question, plan = random_question(seed)
    if not {fault for fault in broken(question, plan) if " at " in fault}:
        assert least_cost(question) <= cost_of(question, plan).total + 1e-9


def test_two_agencies_alone_cost_just_that_side_by_side() -> None:
    row = [(2.0 * place, 0.0) for place in range(5)]
    question = a_question({"A": 1, "B": 2}, rows=[row], links={("A", "B"): 5})
    in_the_middle = np.array([-1, 1, 0, 1, -1])
    assert least_cost(question) == pytest.approx(5 * 2 + 3 * 2)
    assert cost_of(question, in_the_middle).total == pytest.approx(5 * 2 + 3 * 4)


def test_who_may_not_sit_beside_another_is_as_far_as_it_must_be() -> None:
    question = a_question({"A": 1, "B": 1}, rows=[[(0.0, 0.0)], [(0.0, 0.0)]], links={("A", "B"): 1})
    assert least_cost(question) == 20


def test_who_is_apart_today_moves_or_stays_apart() -> None:
    row = [(2.0 * place, 0.0) for place in range(20)]
    question = a_question({"A": 2}, rows=[row], today="A..................A")
    assert least_cost(question) == pytest.approx(3 * 2 + 1)
    dear = a_question({"A": 2}, rows=[row], today="A..................A", weights=Weights(moves=500))
    assert least_cost(dear) == pytest.approx(3 * 38)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_the_cheapest_of_all_plans_of_a_tiny_question_costs_no_less(seed: int) -> None:
    random = np.random.default_rng(seed)
    rows = [[(float(x), float(y)) for x, y in random.integers(0, 9, (3, 2))] for _ in range(2)]
    today = "".join(random.choice(list("AB."), 6))
    weights = Weights(*random.integers(0, 20, 4).astype(float))
    question = a_question({"A": 2, "B": 2}, rows, links={("A", "B"): 3}, today=today, weights=weights)
    plans = set(permutations([0, 0, 1, 1, -1, -1]))
    least = min(cost_of(question, np.array(one)).total for one in plans)
    assert least_cost(question) <= least + 1e-9
