"""Plans from few moves to short ways: each within its limit, none worse in both than another."""

from itertools import pairwise

import pytest

from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.score import cost_of
from hubdesk.workflows.placing.choices import Choice
from hubdesk.workflows.placing.curve import LIMITS, curve_of
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside
from tests.workflows.placing.proposed import as_today, plan_in, proposed


def test_parksides_plans_cost_what_they_say_and_none_is_worse_in_both() -> None:
    allocated = proposed(parkside())
    parts: list[float] = []
    curve = curve_of(allocated, parts.append, seconds=1.0)
    assert parts == sorted(parts)
    assert len(curve.choices) > 1
    for one in curve.choices:
        found, question, plan = one.allocated, one.allocated.question, plan_in(one.allocated)
        assert keeps(question, plan)
        assert found.proposal is not None
        assert found.cost == cost_of(question, plan)
        assert one.moves == found.proposal.moved
        assert one.rest == pytest.approx(found.cost.proximity + found.cost.spread + found.cost.pieces)
        if one.percent is not None:
            assert one.moves <= question.may_move.sum() * one.percent / 100
    for few, many in pairwise(curve.choices):
        assert few.moves < many.moves
        assert few.rest > many.rest
    assert not curve.impossible


def test_the_plan_at_hand_is_among_them_unless_another_is_better_in_both() -> None:
    hub = (
        a_hub()
        .agency("POL")
        .agency("CAB")
        .floor("G")
        .desks(2)
        .licence("L1", "POL", 1)
        .licence("L2", "CAB", 1)
    )
    built = hub.allocation("G-001", "POL").allocation("G-002", "CAB").link("POL", "CAB").build()
    (only,) = curve_of(as_today(built), lambda _part: None).choices
    assert only.is_at_hand
    assert (only.moves, only.rest) == (0, 10.0)


def test_limits_within_which_no_plan_keeps_the_rules_are_told() -> None:
    hub = (
        a_hub()
        .agency("POL")
        .floor("G")
        .floor("1", level=1)
        .desks(4, "G")
        .desks(4, "1")
        .licence("L1", "POL", 4)
    )
    for number in range(1, 5):
        hub = hub.allocation(f"1-{number:03}", "POL")
    curve = curve_of(proposed(hub.rule("POL", "ground floor").build(), 1), lambda _part: None)
    assert curve.impossible == tuple(limit for limit in LIMITS if limit is not None)
    (only,) = curve.choices
    assert isinstance(only, Choice)
    assert only.moves == 4
