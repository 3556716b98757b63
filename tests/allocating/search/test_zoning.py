"""What a plan costs, however the problem was written down."""

from itertools import product

import numpy as np
import pytest

from hubdesk.allocating.search.zoning import zoning


def test_every_ordered_pair_counts_with_its_own_traffic_and_a_block_with_itself() -> None:
    traffic = np.array([[1.0, 2.0], [5.0, 3.0]])
    ways = np.array([[4.0, 10.0], [10.0, 7.0]])
    cost = np.array([[100.0, 200.0], [300.0, 400.0]])
    problem = zoning(traffic, ways, cost, np.ones(2), np.full(2, 2.0))
    for one, other in product(range(2), repeat=2):
        by_hand = cost[0, one] + cost[1, other] + 1 * ways[one, one] + 3 * ways[other, other]
        by_hand += (2 + 5) * ways[one, other]
        assert problem.total(np.array([one, other])) == by_hand


def test_ways_that_depend_on_the_direction_count_both_ways() -> None:
    traffic = np.array([[0.0, 2.0], [2.0, 0.0]])
    ways = np.array([[0.0, 10.0], [4.0, 0.0]])
    problem = zoning(traffic, ways, np.zeros((2, 2)), np.ones(2), np.ones(2))
    assert problem.total(np.array([0, 1])) == 2 * 10 + 2 * 4


def test_two_directions_at_once_are_refused() -> None:
    lopsided = np.array([[0.0, 1.0], [2.0, 0.0]])
    with pytest.raises(ValueError, match="direction"):
        zoning(lopsided, lopsided, np.zeros((2, 2)), np.ones(2), np.ones(2))


def test_a_plan_is_kept_only_within_the_room_and_where_blocks_may_be() -> None:
    problem = zoning(
        np.zeros((2, 2)), np.zeros((2, 2)), np.zeros((2, 2)), np.array([2.0, 3.0]), np.array([4.0, 5.0])
    )
    assert problem.is_kept(np.array([0, 1]))
    assert problem.is_kept(np.array([1, 1]))
    assert not problem.is_kept(np.array([0, 0]))
    problem.allowed[1, 1] = False
    assert not problem.is_kept(np.array([0, 1]))
