"""Many hubs drawn at random: each plan keeps all that is asked; each conflict is one with nothing to spare.

They are judged by readings of the hub's records that know nothing of the engine: tiny hubs by every plan
that there is, the others by a program over desks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pytest

from hubdesk.allocating.bound import least_cost
from hubdesk.allocating.feasible.conflict import conflict_of
from hubdesk.allocating.feasible.program import AskKind
from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.proposal import change_of
from hubdesk.allocating.reasons.conflicts import conflict_told
from hubdesk.allocating.search.planning import Found, searching
from hubdesk.domain.hub import Hub
from tests.allocating.after_the_change import faults
from tests.allocating.asked import Asked, Wish, wishes_of
from tests.allocating.by_desk import can_be_kept
from tests.allocating.drawn_hubs import DAY, drawn_hub
from tests.allocating.every_plan import EveryPlan, costs

ROUNDS = 3
"""Of the search: the same ones on every machine."""
AT_ONCE = 50
"""Hubs to a test."""
AS_GOOD = 1e-6


@dataclass(frozen=True)
class Trial:
    """One hub, what it asks, and what the engine says to it."""

    seed: int
    hub: Hub
    asked: Asked

    @classmethod
    def of(cls, seed: int, least: int, most: int, agencies: int = 7) -> "Trial":
        hub, most_moved = drawn_hub(seed, least, most, agencies)
        return cls(seed, hub, Asked(hub, DAY, most_moved))

    @cached_property
    def question(self) -> Question:
        return question_of(self.hub, DAY, self.asked.most_moved)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every better plan than those before it, up to the rounds."""
        told: list[Found] = []
        for found in searching(self.question, self.seed):
            if not told or found.cost.total < told[-1].cost.total:
                told.append(found)
            if found.rounds >= ROUNDS:
                break
        return tuple(told)

    @cached_property
    def conflict(self) -> list[Wish]:
        return wishes_of(self.question, conflict_of(self.question))

    def by_desk(self, plan: Plan) -> list[int]:
        """Who sits at each desk of what is asked, by its order of desks and agencies."""
        agency = {one.id: place for place, one in enumerate(self.asked.agencies)}
        who = {
            seat.desk: agency[self.question.members[one].agency]
            for seat, one in zip(self.question.seats, plan.tolist(), strict=True)
            if one != NOBODY
        }
        return [who.get(desk.id, NOBODY) for desk in self.asked.desks]


def check(trial: Trial) -> None:
    """Whatever is told of the hub is true."""
    if not trial.found:
        check_conflict(trial)
        return
    for found in trial.found:
        assert trial.asked.broken_by(trial.by_desk(found.plan)) == set()
    best = trial.found[-1]
    proposal = proposal_of(trial.question, best.plan.tolist())
    after = trial.hub.applying(change_of(trial.hub, proposal))
    assert trial.asked.plan_of(after) == trial.by_desk(best.plan)
    assert faults(trial.asked, after) == []
    assert least_cost(trial.question) <= best.cost.total + AS_GOOD


def check_conflict(trial: Trial) -> None:
    conflict, asked = trial.conflict, trial.asked
    assert conflict
    assert not can_be_kept(asked, conflict)
    for wish in conflict:
        assert can_be_kept(asked, [one for one in conflict if one != wish])
    told = conflict_told(trial.hub, trial.question, conflict_of(trial.question))
    assert len(told) == len(conflict)
    for wish, problem in zip(conflict, told, strict=True):
        assert wish.agency is None or trial.hub.agencies[wish.agency].code in problem.what


def check_tiny(trial: Trial, every: EveryPlan) -> bool:
    """As `check`, by every plan that there is; and whether the plan found is the best of them."""
    if not trial.found:
        assert every.least_cost == np.inf
        assert not every.can_be_kept(trial.conflict)
        for wish in trial.conflict:
            assert every.can_be_kept([one for one in trial.conflict if one != wish])
        return True
    best = trial.found[-1]
    (cost,) = costs(trial.asked, np.array([trial.by_desk(best.plan)], dtype=np.intp)).tolist()
    assert best.cost.total == pytest.approx(cost)
    assert every.least_cost <= cost + AS_GOOD
    assert least_cost(trial.question) <= every.least_cost + AS_GOOD
    return bool(cost <= every.least_cost + AS_GOOD)


def hubs(batch: int, least: int, most: int, agencies: int = 7) -> Iterator[Trial]:
    for seed in range(batch * AT_ONCE, (batch + 1) * AT_ONCE):
        yield Trial.of(seed, least, most, agencies)


@pytest.mark.parametrize("batch", range(4))
def test_tiny_hubs_are_placed_at_the_least_cost_that_there_is(batch: int) -> None:
    placed, best = 0, 0
    for trial in hubs(batch, 0, 8, agencies=4):
        every = EveryPlan(trial.asked)
        check(trial)
        if every.are_few:
            placed += 1
            best += check_tiny(trial, every)
    assert placed >= 0.9 * AT_ONCE
    assert best >= 0.98 * placed


@pytest.mark.parametrize("batch", range(4, 10))
def test_every_plan_keeps_what_is_asked_or_what_cannot_be_kept_is_told(batch: int) -> None:
    plans = 0
    for trial in hubs(batch, 6, 40):
        check(trial)
        plans += bool(trial.found)
    assert 0.2 * AT_ONCE <= plans <= 0.8 * AT_ONCE


def test_the_hubs_drawn_ask_everything_that_can_be_asked() -> None:
    asked = {wish.kind for trial in hubs(5, 6, 40) for wish in (*trial.asked.barred, *_others(trial.asked))}
    assert asked == set(AskKind)


def _others(asked: Asked) -> Iterator[Wish]:
    yield from asked.kept(np.full((1, len(asked.desks)), NOBODY, dtype=np.intp))
