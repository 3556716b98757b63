"""Exchanges of desks: judged as the whole cost would be, and none that breaks a rule."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.score import cost_of, moves_of
from hubdesk.allocating.search.exchanges import Exchanges, exchanges
from hubdesk.allocating.search.pull import pull_of
from hubdesk.domain.ids import RecordId
from tests.allocating.keeping import broken
from tests.allocating.questions import a_question, random_question


def every_exchange(question: Question, plan: Plan) -> Exchanges:
    every = np.arange(len(plan))
    return exchanges(question, plan, pull_of(question, plan), every, every)


def after(plan: Plan, one: int, other: int) -> Plan:
    changed = plan.copy()
    changed[one], changed[other] = plan[other], plan[one]
    return changed


def but_for_pieces(question: Question, plan: Plan) -> float:
    cost = cost_of(question, plan)
    return cost.total - cost.pieces


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_what_an_exchange_gains_is_what_the_cost_falls_by(seed: int) -> None:
    question, plan = random_question(seed)
    gains = every_exchange(question, plan).gains
    before = but_for_pieces(question, plan)
    for one, other in np.argwhere(np.isfinite(gains))[::7].tolist():
        fallen = before - but_for_pieces(question, after(plan, one, other))
        assert gains[one, other] == pytest.approx(fallen, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_no_exchange_breaks_what_was_kept(seed: int) -> None:
    question, plan = random_question(seed)
    members = tuple(
        replace(member, accessible=1, together=RecordId("rule") if not place else None)
        for place, member in enumerate(question.members)
    )
    most = int(moves_of(question, plan).sum())
    question = replace(question, members=members, most_moves=most, today=_with_pins(question, plan))
    before = broken(question, plan)
    gains = every_exchange(question, plan).gains
    for one, other in np.argwhere(np.isfinite(gains))[::5].tolist():
        assert broken(question, after(plan, one, other)) <= before


def _with_pins(question: Question, plan: Plan) -> Plan:
    """Today's plan, where those that are pinned are at the seats that `plan` has them at."""
    return np.where(question.pinned, plan, question.today)


def test_a_desk_that_is_the_only_accessible_one_is_not_given_away() -> None:
    row = [(2.0 * place, 0.0) for place in range(4)]
    question = a_question({"A": 1, "B": 1}, rows=[row])
    cells = (*question.cells, replace(question.cells[0], accessible=True))
    seats = (replace(question.seats[0], cell=1), *question.seats[1:])
    wanting = (replace(question.members[0], accessible=1), question.members[1])
    question = replace(question, cells=cells, seats=seats, members=wanting)
    gains = every_exchange(question, np.array([0, 1, -1, -1])).gains
    assert not np.isfinite(gains[0]).any()
    assert np.isfinite(gains[1, 2:]).all()
