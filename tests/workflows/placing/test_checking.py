"""What breaks a rule on a day, and the repair that moves the fewest desks."""

from datetime import date

import numpy as np
import pytest

from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.proposal import Proposal, change_of
from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.checking import Repair, broken_columns, broken_told
from hubdesk.workflows.placing.repair import broken_on, nearest_repair
from tests.builders.hub import HubBuilder, a_hub
from tests.builders.parkside import parkside

DAY = date(2026, 12, 1)


class Unwanted(Exception):
    pass


def wanted() -> None:
    """Nobody has cancelled."""


def building() -> HubBuilder:
    """Two floors of six desks; police at three of the upper, advice at two of the ground floor."""
    hub = a_hub().agency("POL").agency("CAB").floor("G").floor("1", level=1).desks(6).desks(6, "1")
    hub = hub.licence("L1", "POL", 3).licence("L2", "CAB", 2)
    for desk, agency in (
        ("1-001", "POL"),
        ("1-002", "POL"),
        ("1-003", "POL"),
        ("G-001", "CAB"),
        ("G-002", "CAB"),
    ):
        hub = hub.allocation(desk, agency)
    return hub


def told(hub: Hub) -> list[tuple[str, str, str]]:
    return [(row.code, row.what, row.which) for row in broken_on(hub, DAY)]


def plan_of(question: Question, proposal: Proposal) -> Plan:
    place = {member.agency: number for number, member in enumerate(question.members)}
    who = {desk: place[agency] for desk, agency in proposal.places}
    return np.array([who.get(seat.desk, NOBODY) for seat in question.seats], dtype=np.intp)


def test_nothing_is_broken_and_that_is_said() -> None:
    hub = building().build()
    assert broken_on(hub, DAY) == ()
    assert broken_told((), DAY) == "On 1 December 2026 everybody sits as the rules and licences have it."


def test_desks_that_break_one_rule_are_one_row() -> None:
    hub = building().rule("POL", "ground floor").build()
    assert told(hub) == [
        ("POL", "POL is to be on the ground floor, and this is floor 1", "1-001, 1-002, 1-003")
    ]
    (row,) = broken_on(hub, DAY)
    shown = {column.id: column.text(row) for column in broken_columns()}
    assert shown["count"] == "3"
    assert shown["remedy"] == "Choose a desk on the ground floor"
    assert broken_told((row,), DAY) == "On 1 December 2026, 1 thing that 1 agency needs is not kept."


def test_areas_of_others_licences_and_accessible_desks_are_told() -> None:
    hub = building().agency("NHS", accessible_desks=1).licence("L3", "NHS", 2)
    hub = hub.area("Cells", "1", "CAB", outline=((0, 0), (100, 0), (100, 100), (0, 100)))
    built = hub.allocation("G-005", "NHS").build()
    assert told(built) == [
        ("NHS", "NHS is to have 2 desks, by the licences, and has 1", ""),
        ("NHS", "NHS wants 1 accessible desk, and has none", ""),
        ("POL", "They are in area Cells, which is for the sole use of CAB", "1-001, 1-002, 1-003"),
    ]


def test_an_agency_that_is_apart_is_told_once() -> None:
    hub = building().rule("POL", "keep together").licence("L3", "POL", 1).allocation("G-006", "POL")
    ((code, what, _),) = told(hub.build())
    assert code == "POL"
    assert what.startswith("POL is to be kept together, and its desks would be in 2 places")


def repaired(hub: Hub) -> tuple[Repair, Hub]:
    repair = nearest_repair(hub, DAY, wanted)
    assert repair.proposal is not None
    return repair, hub.applying(change_of(hub, repair.proposal))


def test_the_nearest_repair_moves_no_more_than_it_must() -> None:
    hub = building().rule("POL", "ground floor").build()
    repair, after = repaired(hub)
    assert repair.proposal
    assert repair.proposal.moved == 3
    assert broken_on(after, DAY) == ()
    assert {one.agency for one in repair.proposal.moves} == {hub.agency_codes["POL"].id}


def test_who_is_in_the_way_makes_room_and_nobody_else() -> None:
    hub = building().licence("L3", "CAB", 3)
    for desk in ("G-003", "G-004", "G-005"):
        hub = hub.allocation(desk, "CAB")
    built = hub.rule("POL", "ground floor").build()
    repair, after = repaired(built)
    assert repair.proposal
    assert repair.proposal.moved == 5
    assert broken_on(after, DAY) == ()


def test_what_is_licensed_and_not_placed_is_placed_without_a_move() -> None:
    hub = building().licence("L3", "POL", 2).build()
    repair, after = repaired(hub)
    assert repair.proposal
    assert repair.proposal.moved == 0
    assert len(repair.proposal.moves) == 2
    assert broken_on(after, DAY) == ()


def test_where_no_plan_keeps_all_the_clash_is_told() -> None:
    hub = building().licence("L3", "POL", 4).rule("POL", "ground floor").build()
    repair = nearest_repair(hub, DAY, wanted)
    assert repair.proposal is None
    assert [one.what for one in repair.conflict] == [
        "POL is to have 7 desks, and there are 6 where it may sit",
        "POL is to be on the ground floor",
    ]


def test_a_repair_of_parkside_keeps_every_rule() -> None:
    hub = parkside()
    assert broken_on(hub, DAY)
    repair, after = repaired(hub)
    assert broken_on(after, DAY) == ()
    question = question_of(hub, DAY)
    assert repair.proposal
    assert keeps(question, plan_of(question, repair.proposal))


def test_it_ends_when_it_is_not_wanted_any_more() -> None:
    hub = building().rule("POL", "ground floor").build()
    asked = iter(range(3))

    def unwanted() -> None:
        if next(asked) == 2:
            raise Unwanted

    with pytest.raises(Unwanted):
        nearest_repair(hub, DAY, unwanted)
