"""A plan as moves, and as one change of the hub."""

from datetime import date

import numpy as np
import pytest

from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.proposal import change_of, moved_by_agency, part_of, who_needs_whom
from hubdesk.domain.checks import problems
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Severity
from hubdesk.domain.timeline import ONE_DAY
from tests.builders import random_hub
from tests.builders.hub import HubBuilder, a_hub

DAY = date(2026, 11, 23)


def building() -> HubBuilder:
    """Police at three desks with one more licensed, advice at two; ten desks in a row."""
    hub = a_hub().agency("POL").agency("CAB", "voluntary").floor("G").desks(10)
    hub = hub.licence("L1", "POL", 4).licence("L2", "CAB", 1)
    for desk, agency in (("G-001", "POL"), ("G-002", "POL"), ("G-005", "POL"), ("G-008", "CAB")):
        hub = hub.allocation(desk, agency)
    return hub.allocation("G-009", "CAB", charged_to="POL")


def sitting(hub: Hub, day: date) -> dict[str, str]:
    found = {desk.code: hub.allocation_on(desk.id, day) for desk in hub.desks.values()}
    return {code: hub.agencies[one.agency].code for code, one in found.items() if one}


def placing(question: Question, who: dict[str, str]) -> list[int]:
    codes = [member.code for member in question.members]
    return [codes.index(who[seat.code]) if seat.code in who else NOBODY for seat in question.seats]


def test_who_stays_is_left_alone_and_who_moves_goes_to_the_nearest_new_desk() -> None:
    hub = building().build()
    question = question_of(hub, DAY)
    who = {"G-001": "POL", "G-002": "POL", "G-003": "POL", "G-004": "CAB", "G-010": "CAB"}
    proposal = proposal_of(question, placing(question, who))
    codes = {desk.id: desk.code for desk in hub.desks.values()}
    told = [
        (one.come_from and codes[one.come_from], one.go_to and codes[one.go_to]) for one in proposal.moves
    ]
    assert told == [("G-008", "G-004"), ("G-009", "G-010"), ("G-005", "G-003")]
    assert proposal.moved == 3
    assert sorted(moved_by_agency(proposal).values()) == [1, 2]
    after = hub.applying(change_of(hub, proposal))
    assert sitting(after, DAY) == who
    assert sitting(after, DAY - ONE_DAY) == sitting(hub, DAY - ONE_DAY)
    stays = hub.allocation_on(hub.desk_codes["G-001"].id, DAY)
    assert stays
    assert after.allocations[stays.id] == stays


def test_a_desk_that_another_pays_for_is_paid_for_after_the_move() -> None:
    hub = building().build()
    question = question_of(hub, DAY)
    who = {"G-001": "POL", "G-002": "POL", "G-005": "POL", "G-008": "CAB", "G-010": "CAB"}
    after = hub.applying(change_of(hub, proposal_of(question, placing(question, who))))
    moved = after.allocation_on(after.desk_codes["G-010"].id, DAY)
    assert moved
    assert moved.charged_to == hub.agency_codes["POL"].id


def test_for_a_desk_given_back_that_another_pays_for_it_pays_for_one_that_is_left() -> None:
    hub = building().build()
    question = question_of(hub, DAY)
    who = {"G-001": "POL", "G-002": "POL", "G-005": "POL", "G-008": "CAB"}
    after = hub.applying(change_of(hub, proposal_of(question, placing(question, who))))
    police, advice = hub.agency_codes["POL"].id, hub.agency_codes["CAB"].id
    left = after.allocation_on(after.desk_codes["G-008"].id, DAY)
    assert left
    assert (left.agency, left.payer) == (advice, police)
    before = after.allocation_on(after.desk_codes["G-008"].id, DAY - ONE_DAY)
    assert before
    assert before.payer == advice


def test_a_stay_keeps_its_last_day_when_it_moves() -> None:
    hub = a_hub().agency("POL").floor("G").desks(3).licence("L1", "POL", 1)
    hub = hub.allocation("G-001", "POL", last="2027-03-31")
    built = hub.build()
    question = question_of(built, DAY)
    proposal = proposal_of(question, placing(question, {"G-003": "POL"}))
    after = built.applying(change_of(built, proposal))
    moved = after.allocation_on(after.desk_codes["G-003"].id, DAY)
    assert moved
    assert moved.last == date(2027, 3, 31)


def test_more_desks_and_fewer_are_told_as_such() -> None:
    hub = building().build()
    question = question_of(hub, DAY)
    who = {f"G-{one:03}": "POL" for one in (1, 2, 3, 5)} | {"G-008": "CAB"}
    moves = proposal_of(question, placing(question, who)).moves
    codes = {desk.id: desk.code for desk in hub.desks.values()}
    assert [one.go_to and codes[one.go_to] for one in moves if one.come_from is None] == ["G-003"]
    assert [one.come_from and codes[one.come_from] for one in moves if one.go_to is None] == ["G-009"]


def any_plan(question: Question, seed: int) -> Plan:
    plan = np.random.default_rng(seed).integers(-1, max(len(question.members), 1), len(question.seats))
    return np.where(plan < len(question.members), plan, NOBODY)


@pytest.mark.parametrize("seed", range(15))
def test_the_change_seats_everybody_as_proposed_and_brings_no_error(seed: int) -> None:
    hub = random_hub(seed, agencies=5, lines=1, desks=20)
    question = question_of(hub, DAY)
    proposal = proposal_of(question, any_plan(question, seed).tolist())
    after = hub.applying(change_of(hub, proposal))
    seats = {seat.desk for seat in question.seats}
    now = {desk: after.allocation_on(desk, DAY) for desk in seats}
    there: dict[RecordId, RecordId] = {desk: one.agency for desk, one in now.items() if one}
    assert there == dict(proposal.places)
    errors = [one for one in problems(after) if one.severity is Severity.ERROR]
    assert errors == [one for one in problems(hub) if one.severity is Severity.ERROR]


def test_who_is_to_go_where_somebody_sits_can_only_do_so_with_them() -> None:
    hub = building().agency("DWP").licence("L3", "DWP", 1).allocation("G-010", "DWP").build()
    question = question_of(hub, DAY)
    who = {"G-001": "POL", "G-002": "POL", "G-008": "POL", "G-003": "POL", "G-010": "CAB", "G-005": "CAB"}
    proposal = proposal_of(question, placing(question, {**who, "G-004": "DWP"}))
    ids = {agency.code: agency.id for agency in hub.agencies.values()}

    def needed(code: str) -> set[str]:
        return {hub.agencies[one].code for one in who_needs_whom(proposal, hub)[ids[code]]}

    assert needed("DWP") == {"DWP"}
    assert needed("CAB") == needed("POL") == {"POL", "CAB", "DWP"}

    part = part_of(proposal, who_needs_whom(proposal, hub)[ids["DWP"]])
    after = hub.applying(change_of(hub, part))
    seated = {desk: agency for desk, agency in sitting(hub, DAY).items() if agency != "DWP"}
    assert sitting(after, DAY) == {**seated, "G-004": "DWP"}
    places = {hub.desks[desk].code: hub.agencies[agency].code for desk, agency in part.places}
    assert places == sitting(after, DAY)
