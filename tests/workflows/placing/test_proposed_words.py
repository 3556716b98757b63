"""What a proposal comes to, said so that a dearer plan is understood."""

from datetime import date

import numpy as np
import pytest

from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.score import cost_of
from hubdesk.workflows.placing.curve import curve_of
from hubdesk.workflows.placing.proposed_words import proposal_told
from hubdesk.workflows.placing.proposing import Allocated
from tests.builders import a_hub

DAY = date(2026, 11, 23)


def asked(desks: int) -> Question:
    """A row of five desks, AAA at the first two and licensed for so many; BBB at the fifth works with it."""
    hub = a_hub().agency("AAA").agency("BBB").floor("G").desks(5).licence("L1", "AAA", desks)
    hub = hub.licence("L2", "BBB", 1).allocation("G-001", "AAA").allocation("G-002", "AAA")
    return question_of(hub.allocation("G-005", "BBB").link("AAA", "BBB", 5).build(), DAY)


def proposed(question: Question, sits: list[int]) -> Allocated:
    today, then = cost_of(question, question.today), cost_of(question, np.array(sits, dtype=np.intp))
    return Allocated(question, 1.0, proposal_of(question, sits), then, today, 0.0)


@pytest.mark.parametrize(
    ("desks", "told"),
    [
        (2, []),
        (3, ["Today’s plan is without 1 desk that agencies are to have."]),
        (4, ["Today’s plan is without 2 desks that agencies are to have."]),
    ],
)
def test_it_is_said_that_today_somebody_has_too_few_desks(desks: int, told: list[str]) -> None:
    sits = [0 if place < desks else -1 for place in range(4)]
    first, *rest = proposal_told(proposed(asked(desks), [*sits, 1]))
    assert first.startswith("From 23 November 2026: nobody moves. It costs ")
    assert rest == told


def test_the_plan_at_hand_has_the_limit_that_was_given() -> None:
    """A quarter of three desks is none, and so is a tenth, which nobody asked for."""
    question = asked(2).moving_at_most(25)
    at_hand = proposed(question, [0, 0, -1, -1, 1])
    curve = curve_of(at_hand, lambda _part: None, 0.1)
    assert [one.percent for one in curve.choices if one.is_at_hand] == [25]
