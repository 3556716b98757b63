"""The search keeps its books exactly, keeps the rules, and finds what there is to find."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, permutations, product

import numpy as np
import pytest

from hubdesk.allocating.search.improving import Kind, Zoned, improving
from hubdesk.allocating.search.walkers import Walkers
from hubdesk.allocating.search.zoning import Zoning
from tests.allocating.search.problems import exchange, planted, random_zoning


def after(problem: Zoning, seed: int, rounds: int, kind: Kind = Kind.TABU) -> Zoned:
    *_, last = islice(improving(problem, seed, kind, walkers=6), rounds)
    return last


def every_plan(problem: Zoning) -> Iterator[tuple[int, ...]]:
    if problem.one_each:
        return permutations(range(problem.zones))
    return product(range(problem.zones), repeat=problem.blocks)


@pytest.mark.parametrize("problem", [random_zoning(1), random_zoning(2, filled=0.95), exchange(3, blocks=10)])
def test_after_every_step_the_books_are_what_the_plans_come_to(problem: Zoning) -> None:
    walkers = Walkers(problem, 5, np.random.default_rng(7))
    for _ in range(200):
        walkers.step()
        books = walkers.books
        for places, cost, over in zip(books.places, books.costs, books.over, strict=True):
            assert cost == pytest.approx(problem.total(places))
            loads = np.bincount(places, weights=problem.sizes, minlength=problem.zones)
            assert over == pytest.approx(np.maximum(loads - problem.room, 0).sum())
            assert problem.allowed[np.arange(problem.blocks), places].all()
    for best, cost in zip(walkers.best, walkers.best_costs, strict=True):
        assert problem.is_kept(best)
        assert cost == pytest.approx(problem.total(best))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("problem", [random_zoning(11, 6, 4), random_zoning(12, 7, 3), exchange(13, 7)])
def test_small_problems_are_solved_as_well_as_by_trying_everything(problem: Zoning, kind: Kind) -> None:
    kept = [np.array(plan) for plan in every_plan(problem) if problem.is_kept(np.array(plan))]
    least = min(problem.total(plan) for plan in kept)
    assert after(problem, 1, rounds=10, kind=kind).cost == pytest.approx(least)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("seed", range(2, 6))
def test_a_planted_plan_is_found(seed: int, kind: Kind) -> None:
    problem, places = planted(seed)
    found = after(problem, seed, rounds=60, kind=kind)
    assert found.cost == pytest.approx(problem.total(places))


def test_where_nothing_fits_nothing_is_said_to_fit() -> None:
    problem = random_zoning(5)
    full = replace(problem, room=problem.room * 0)
    assert after(full, 1, rounds=5).places is None


@pytest.mark.parametrize("kind", Kind)
def test_the_same_seed_gives_the_same_plans_and_another_goes_its_own_way(kind: Kind) -> None:
    problem = random_zoning(21, blocks=40, zones=12)
    costs = [[one.cost for one in islice(improving(problem, seed, kind), 30)] for seed in (1, 1, 2)]
    assert costs[0] == costs[1]
    assert costs[0] != costs[2]
