"""Short searches for many questions: each is answered from the plan at hand on."""

import time
from dataclasses import replace

import numpy as np

from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.several import Answer, Several
from tests.allocating.questions import a_question

LONG_ENOUGH_S = 240


def answers(several: Several) -> dict[int, Answer]:
    told: dict[int, Answer] = {}
    until = time.monotonic() + LONG_ENOUGH_S
    while several.goes_on and time.monotonic() < until:
        told.update({one.number: one for one in several.news(1.0)})
    several.stop()
    return told


def question() -> Question:
    rows = [[(2.0 * place, 3.0 * row) for place in range(4) for row in range(2)] for _ in range(2)]
    return a_question(
        {"A": 3, "B": 3, "C": 4}, rows=rows, links={("A", "B"): 5.0, ("B", "C"): 2.0}, today="ABCABCABC.C"
    )


def test_each_question_is_answered_no_worse_than_by_the_plan_at_hand() -> None:
    asked = question()
    plan = np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, -1, 2, -1, -1, -1, -1, -1])
    assert keeps(asked, plan)
    limited = [asked.moving_at_most(percent) for percent in (0, 20, 100)]
    told = answers(Several(limited, plan, seconds=LONG_ENOUGH_S))
    assert sorted(told) == [0, 1, 2]
    costs = []
    for number, one in told.items():
        assert one.plan is not None
        assert keeps(limited[number], np.array(one.plan))
        costs.append((number, cost_of(asked, np.array(one.plan)).total))
        assert 0 < one.bound <= costs[-1][1]
    assert dict(costs)[0] >= dict(costs)[1] >= dict(costs)[2]
    assert dict(costs)[2] < cost_of(asked, plan).total
    assert told == answers(Several(limited, plan, seconds=LONG_ENOUGH_S))


def test_a_question_that_cannot_be_kept_has_no_plan() -> None:
    asked = question()
    (a, b, c) = asked.members
    too_many = replace(asked, members=(replace(a, desks=20), b, c))
    assert answers(Several([too_many, asked], asked.today))[0].plan is None


def test_it_ends_when_it_is_told_to() -> None:
    several = Several([question()] * 500, question().today)
    while not list(several.news(1.0)):
        assert several.goes_on
    several.stop()
    assert not several.goes_on
