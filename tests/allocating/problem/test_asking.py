"""The question that a hub asks: who is to have how many desks, where nobody may sit, and what stays."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import NOBODY, Question, Weights
from hubdesk.domain.days import holds
from hubdesk.domain.ids import new_id
from hubdesk.domain.placement import misfits
from hubdesk.domain.placing import PlacementSettings
from tests.builders import random_hub
from tests.builders.hub import HubBuilder, a_hub

DAY = date(2026, 11, 23)


def building() -> HubBuilder:
    """The host, police and advice; a ground floor of 12 desks in two rows, six of them an area of its own."""
    hub = a_hub().agency("POL").agency("CAB", "voluntary").floor("G").floor("1", 1)
    left = [(0, 0), (13, 0), (13, 4), (0, 4)]
    return hub.area("G-N1", outline=left).desks(12)


def wanted(question: Question) -> dict[str, int]:
    return {member.code: member.desks for member in question.members}


def barred(question: Question, code: str) -> set[str]:
    """The desks where an agency may not sit."""
    (member,) = (place for place, one in enumerate(question.members) if one.code == code)
    return {seat.code for seat in question.seats if not question.may_sit[member, seat.cell]}


def test_an_agency_is_to_have_what_it_is_licensed_for_on_the_day() -> None:
    hub = building().licence("L1", "POL", {"2026-04-01": 2, "2026-12-01": 5}).build()
    assert wanted(question_of(hub, DAY)) == {"POL": 2}
    assert wanted(question_of(hub, date(2026, 12, 1))) == {"POL": 5}


def test_who_has_no_licence_keeps_as_many_desks_as_it_has() -> None:
    hub = building().allocation("G-001", "HBC").allocation("G-002", "HBC").licence("L1", "CAB", 1).build()
    assert wanted(question_of(hub, DAY)) == {"CAB": 1, "HBC": 2}


def test_a_desk_that_another_pays_for_is_beside_the_licence_of_who_sits_there() -> None:
    hub = building().licence("L1", "POL", 3).licence("L2", "CAB", 2)
    hub = hub.allocation("G-001", "POL", charged_to="CAB")
    assert wanted(question_of(hub.build(), DAY)) == {"CAB": 1, "POL": 4}


def test_who_pays_for_a_desk_that_is_out_of_service_pays_for_none() -> None:
    hub = building().licence("L1", "POL", 3).licence("L2", "CAB", 2).desk("G-OLD", last="2026-06-30")
    hub = hub.allocation("G-OLD", "POL", charged_to="CAB")
    assert wanted(question_of(hub.build(), DAY)) == {"CAB": 2, "POL": 3}


def test_who_wants_more_accessible_desks_than_it_has_wants_all_of_them_so() -> None:
    hub = building().agency("NHS", accessible_desks=3).licence("L1", "NHS", 2)
    (member,) = question_of(hub.build(), DAY).members
    assert (member.desks, member.accessible) == (2, 2)


def test_a_desk_said_to_be_in_an_area_of_another_floor_is_on_its_own() -> None:
    hub = building().licence("L1", "POL", 1).rule("POL", "ground floor")
    question = question_of(hub.desk("1-001", "1", area="G-N1").build(), DAY)
    assert barred(question, "POL") == {"1-001"}
    assert {
        question.cells[seat.cell].place for seat in question.seats if seat.code in ("1-001", "G-001")
    } == {next(iter(hub.build().areas))}


def test_touchdown_desks_are_no_part_of_it_but_where_one_is_allocated() -> None:
    hub = building().desk("G-T1", kind="touchdown").desk("G-T2", kind="touchdown").allocation("G-T2", "CAB")
    question = question_of(hub.build(), DAY)
    assert "G-T1" not in {seat.code for seat in question.seats}
    stays = [seat.code for seat, pinned in zip(question.seats, question.pinned, strict=True) if pinned]
    assert stays == ["G-T2"]


def test_who_is_to_come_later_keeps_the_desk_that_waits() -> None:
    hub = building().allocation("G-001", "CAB", "2027-04-01").licence("L1", "POL", 2)
    hub = hub.allocation("G-002", "POL", last="2027-03-31").allocation("G-002", "CAB", "2027-04-01")
    question = question_of(hub.allocation("G-003", "POL").build(), DAY)
    assert "G-001" not in {seat.code for seat in question.seats}
    stays = [seat.code for seat, pinned in zip(question.seats, question.pinned, strict=True) if pinned]
    assert stays == ["G-002"]


def test_a_desk_that_goes_out_of_service_is_given_to_nobody_more() -> None:
    hub = building().desk("G-OLD", last="2027-06-30").desk("G-OLDER", last="2027-06-30")
    question = question_of(hub.allocation("G-OLDER", "CAB", last="2027-06-30").build(), DAY)
    stays = [seat.code for seat, pinned in zip(question.seats, question.pinned, strict=True) if pinned]
    assert stays == ["G-OLDER"]
    assert "G-OLD" not in {seat.code for seat in question.seats}


def test_desks_out_of_service_are_no_part_of_it() -> None:
    hub = building().desk("G-OLD", last="2026-10-31").desk("G-NEW", first="2026-12-01").build()
    assert {seat.code for seat in question_of(hub, DAY).seats} == {f"G-{one:03}" for one in range(1, 13)}


def test_what_is_pinned_stays_where_it_is_today() -> None:
    hub = (
        building().licence("L1", "POL", 2).allocation("G-003", "POL", pinned=True).allocation("G-004", "POL")
    )
    question = question_of(hub.build(), DAY)
    pinned = np.flatnonzero(question.pinned)
    assert [question.seats[one].code for one in pinned] == ["G-003"]
    assert question.today[pinned].tolist() == [0]
    assert (question.today != NOBODY).sum() == 2


def test_rules_and_restricted_areas_bar_agencies_from_places() -> None:
    ground = {f"G-{one:03}" for one in range(1, 13)}
    in_area = {f"G-{one:03}" for one in range(1, 7)}
    hub = building().desk("1-001", "1").licence("L1", "POL", 1).licence("L2", "CAB", 1)
    assert barred(question_of(hub.build(), DAY), "POL") == set()
    ruled = hub.rule("POL", "stay on floor", "1").rule("CAB", "keep out of", "G-N1").build()
    assert barred(question_of(ruled, DAY), "POL") == ground
    assert barred(question_of(ruled, DAY), "CAB") == in_area


def test_who_sits_in_one_place_by_rule_is_marked() -> None:
    hub = building().licence("L1", "POL", 1).licence("L2", "CAB", 1).rule("CAB", "keep together").build()
    marked = {member.code: member.together for member in question_of(hub, DAY).members}
    (rule,) = hub.placement_rules
    assert marked == {"CAB": rule, "POL": None}


def test_links_and_weights_are_those_of_the_hub() -> None:
    hub = building().licence("L1", "POL", 1).licence("L2", "CAB", 1).link("POL", "CAB", 7).link("POL", "HBC")
    asked = question_of(hub.build(), DAY)
    assert asked.links.tolist() == [[0, 7], [7, 0]]
    assert asked.weights == Weights(20, 3, 20, 1)
    weighed = hub.add(PlacementSettings(new_id(), Decimal(15), Decimal(1), Decimal("2.5"), Decimal(0)))
    assert question_of(weighed.build(), DAY).weights == Weights(15, 1, 2.5, 0)


def test_a_limit_on_moves_is_of_the_desks_that_agencies_have_and_keep() -> None:
    hub = building().licence("L1", "POL", 4).licence("L2", "CAB", 6)
    for place in range(1, 7):
        hub = hub.allocation(f"G-{place:03}", "POL")
    for place in range(7, 11):
        hub = hub.allocation(f"G-{place:03}", "CAB")
    question = question_of(hub.build(), DAY, most_moved=30)
    assert question.may_move.tolist() == [4, 4]
    assert question.most_moves == 2


@pytest.mark.parametrize("seed", range(20))
def test_nobody_may_sit_where_the_rules_speak_against_it(seed: int) -> None:
    hub = random_hub(seed, agencies=6, lines=1, desks=20)
    question = question_of(hub, DAY)
    in_question = {seat.desk for seat in question.seats}
    assert all(holds(hub.desks[desk], DAY) for desk in in_question)
    for place, member in enumerate(question.members):
        agency = hub.agencies[member.agency]
        for seat in question.seats:
            against = list(misfits(hub, agency, hub.desks[seat.desk], DAY))
            assert question.may_sit[place, seat.cell] == (not against)
