"""The search in processes of its own: what it tells, and that it ends when it is told to."""

import multiprocessing
import time

import numpy as np

from hubdesk.allocating.feasible.program import AskKind
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.running import Better, Bound, Impossible, Running, Told, best_of
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question
from tests.benchmarks.buildings import building

LONG_ENOUGH_S = 240


def question(desks: int = 3) -> Question:
    rows = [[(2.0 * place, 3.0 * row) for place in range(4) for row in range(2)] for _ in range(2)]
    links = {("A", "B"): 5.0, ("B", "C"): 2.0}
    return a_question({"A": desks, "B": 3, "C": 4}, rows=rows, links=links, today="ABCABCABC.C")


def all_told(running: Running) -> list[Told]:
    told: list[Told] = []
    until = time.monotonic() + LONG_ENOUGH_S
    while running.goes_on and time.monotonic() < until:
        told += running.news(1.0)
    running.stop()
    return told


def test_better_and_better_plans_are_told_and_the_same_again_for_the_same_seed() -> None:
    asked = question()
    plans = []
    for _ in range(2):
        best = best_of(all_told(Running(asked, seed=3, rounds=2)))
        assert best is not None
        assert broken(asked, np.array(best.plan)) == set()
        plans.append(best)
    assert plans[0] == plans[1]


def test_a_busy_machine_finds_the_same_in_as_many_rounds() -> None:
    asked = building(4, agencies=12, areas=4, desks=120).moving_at_most(60)
    at_rest = best_of(all_told(Running(asked, seed=5, rounds=4)))
    others = [multiprocessing.get_context("spawn").Process(target=keep_busy, daemon=True) for _ in range(3)]
    for other in others:
        other.start()
    busy = best_of(all_told(Running(asked, seed=5, rounds=4)))
    for other in others:
        other.kill()
        other.join()
    assert at_rest is not None
    assert broken(asked, np.array(at_rest.plan)) == set()
    assert busy == at_rest


def keep_busy() -> None:
    while True:
        sum(range(10_000))


def test_what_cannot_be_kept_is_named() -> None:
    told = all_told(Running(question(desks=20), seed=1, rounds=1))
    conflicts = [one.conflict for one in told if isinstance(one, Impossible)]
    assert len(conflicts) == 2
    assert {(ask.kind, ask.member) for ask in conflicts[0]} == {(AskKind.DESKS, 0)}


def test_what_no_plan_can_cost_less_than_is_told_beside_the_search() -> None:
    asked = question()
    running = Running(asked, seed=1)
    told: list[Told] = []
    until = time.monotonic() + LONG_ENOUGH_S
    while not ({Better, Bound} <= {type(one) for one in told}) and time.monotonic() < until:
        told += running.news(1.0)
    running.stop()
    best = best_of(told)
    values = [one.value for one in told if isinstance(one, Bound)]
    assert best is not None
    assert 0 < max(values) <= best.cost.total
    assert values == sorted(values)


def test_it_ends_when_it_is_told_to_and_keeps_what_it_found() -> None:
    running = Running(question(), seed=1)
    told: list[Told] = []
    until = time.monotonic() + LONG_ENOUGH_S
    while not any(isinstance(one, Better) for one in told) and time.monotonic() < until:
        told += running.news(1.0)
    running.stop()
    assert not running.goes_on
    assert best_of(told) is not None
