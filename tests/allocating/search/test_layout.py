"""Who shares a place sits there in one piece, side by side along its benches."""

from itertools import islice

import numpy as np
import pytest

from hubdesk.allocating.feasible.nearest import nearest_counts
from hubdesk.allocating.score import cost_of, extra_pieces
from hubdesk.allocating.search.improving import Kind
from hubdesk.allocating.search.layout import laid_out
from hubdesk.allocating.search.planning import searching
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question
from tests.benchmarks.buildings import building


@pytest.mark.parametrize("seed", range(3))
def test_in_each_place_everybody_is_in_one_piece(seed: int) -> None:
    question = building(seed, agencies=15, areas=6, desks=600)
    counts = nearest_counts(question, np.zeros((15, 6), dtype=np.intp))
    assert counts is not None
    plan = laid_out(question, counts, rounds=4)
    assert broken(question, plan) == set()
    place = question.place_of_cell[question.cell_of]
    places = [len(np.unique(place[plan == one])) for one in range(15)]
    assert (extra_pieces(question, plan) + 1 == places).all()


def test_who_is_drawn_to_one_end_sits_there() -> None:
    near, far = [(2.0 * x, 0.0) for x in range(6)], [(2.0 * x, 0.0) for x in range(-3, 0)]
    links = {("A", "C"): 5.0, ("B", "C"): 1.0}
    question = a_question({"A": 3, "B": 3, "C": 3}, rows=[near, far], links=links)
    plan = laid_out(question, np.array([[3, 0], [3, 0], [0, 3]]), rounds=4)
    assert plan.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize("kind", Kind)
def test_a_large_building_gets_better_while_all_is_kept(kind: Kind) -> None:
    question = building(2, agencies=10, areas=8, desks=1_040)
    found = list(islice(searching(question, seed=1, kind=kind), 25))
    for plan in {id(one.plan): one.plan for one in found}.values():
        assert broken(question, plan) == set()
    costs = [one.cost.total for one in found]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] < 0.7 * costs[0]
    assert found[-1].cost == cost_of(question, found[-1].plan)
