"""Trying a place anyway: what it costs and who goes where is what the two plans say."""

from collections import Counter

import pytest

from hubdesk.allocating.score import cost_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.placement import place_of
from hubdesk.workflows.placing.trying import Tried, tried_told, trying
from tests.builders.hub import HubBuilder, a_hub
from tests.workflows.placing.proposed import DAY, as_today, plan_in

SECONDS = 1.0


def building() -> HubBuilder:
    """Two areas of four desks; the police sit in both, advice in the front one."""
    hub = a_hub().agency("POL", name="Police").agency("CAB", name="Advice").floor("G")
    hub = hub.area("G-A").area("G-B").licence("L1", "POL", 3).licence("L2", "CAB", 2)
    for number in range(8):
        area = "G-A" if number < 4 else "G-B"
        hub = hub.desk(f"G-{number + 1:03}", "G", 1 + 2 * (number % 4) + 20 * (number // 4), 3, area=area)
    for desk, agency in ((1, "CAB"), (2, "CAB"), (3, "POL"), (4, "POL"), (5, "POL")):
        hub = hub.allocation(f"G-{desk:03}", agency)
    return hub.link("POL", "CAB", 6)


def tried(hub: Hub, code: str, area: str) -> Tried:
    heard: list[object] = []
    found = trying(
        hub, as_today(hub), hub.agency_codes[code].id, hub.area_codes[area].id, heard.append, SECONDS
    )
    assert heard
    return found


def test_it_sits_there_and_the_difference_is_that_of_the_two_plans() -> None:
    hub = building().build()
    found, at_hand = tried(hub, "POL", "G-B"), as_today(hub)
    assert found.allocated is not None
    assert found.allocated.proposal is not None
    assert found.more is not None
    where = {
        place_of(hub, hub.desks[desk], DAY)
        for desk, who in found.allocated.proposal.places
        if hub.agencies[who].code == "POL"
    }
    assert where == {hub.area_codes["G-B"].id}
    question = at_hand.question
    then, now = cost_of(question, plan_in(found.allocated)), cost_of(question, plan_in(at_hand))
    assert found.more.total == pytest.approx(then.total - now.total)
    assert found.may_be_chosen
    moved = Counter(
        (hub.agencies[one.agency].code, one.desks) for one in found.shifts if one.come_from != one.go_to
    )
    assert moved == {("POL", 2): 1} or moved == {("POL", 2): 1, ("CAB", 2): 1}
    told = list(tried_told(hub, at_hand, found))
    assert told[0].startswith(f"The plan costs {abs(found.more.total):,.1f} ")
    assert "Police: 2 desks from area G-A to area G-B." in told


def test_a_rule_in_the_way_is_lifted_and_said_and_the_plan_is_not_to_be_chosen() -> None:
    hub = building().rule("POL", "keep out of", "G-B").build()
    found = tried(hub, "POL", "G-B")
    assert found.lifted == ("POL is to keep out of G-B",)
    assert not found.may_be_chosen
    assert "Lifted for this: POL is to keep out of G-B." in list(tried_told(hub, as_today(hub), found))


def test_where_others_cannot_go_elsewhere_it_is_said_what_cannot_be_kept() -> None:
    hub = building().rule("CAB", "keep out of", "G-B").licence("L3", "CAB", 2).build()
    found = tried(hub, "POL", "G-A")
    assert found.allocated is None
    assert {one.code for one in found.conflict} <= {"plan-desks", "plan-rule"}
    (told,) = tried_told(hub, as_today(hub), found)
    assert told.startswith("With Police in area G-A, not everything else can be kept: ")
    assert "CAB is to keep out of G-B" in told
