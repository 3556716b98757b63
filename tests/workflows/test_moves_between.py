"""What changes between two days."""

from datetime import date, timedelta

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.workflows.moves import MoveKind
from hubdesk.workflows.moves_between import moves_between
from hubdesk.workflows.occupancy_on import occupancy_on
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub

OCTOBER, DECEMBER = date(2026, 10, 1), date(2026, 12, 1)


def told(hub: Hub, earlier: date = OCTOBER, later: date = DECEMBER) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), one.what) for one in moves_between(hub, earlier, later).moves]


def test_parkside_hands_its_careers_desks_on() -> None:
    found = moves_between(parkside(), date(2026, 11, 1), DECEMBER)
    assert [(kind.value, [one.what for one in moves]) for kind, moves in found.groups.items()] == [
        ("Agencies that leave", ["Careers Service (CRS) leaves"]),
        (
            "Desks that change hands",
            ["3 desks on the People floor from CRS to HIA: 1-042, 1-043, 1-044"],
        ),
        (
            "Licences that change",
            ["Licence L11 of HIA goes from 2 to 5 desks", "Licence L15 of CRS ends, with 3 desks"],
        ),
    ]
    assert {one.day for one in found.moves} == {date(2026, 11, 16)}
    assert found.summary == (
        "Between 1 November 2026 and 1 December 2026, 1 agency leaves, 3 desks change hands "
        "and 2 licence changes are made."
    )


def test_every_sort_of_change_is_a_line_with_its_records() -> None:
    hub = (
        a_hub()
        .agency("ONE")
        .agency("TWO")
        .agency("NEW")
        .floor(name="Ground")
        .desks(4)
        .desk("G-010", first="2026-11-03")
        .desk("G-011", last="2026-11-03")
        .area("A1", first="2026-11-05", agency="ONE")
        .area("A2", last="2026-11-05")
        .licence("L1", "ONE", {"2026-04-01": 2, "2026-11-01": 3, "2026-11-20": 3})
        .licence("L2", "NEW", 1, "2026-11-10")
        .allocation("G-001", "ONE", "2026-10-15")
        .allocation("G-002", "ONE", last="2026-11-15")
        .allocation("G-002", "TWO", "2026-11-16")
        .allocation("G-003", "TWO", last="2026-11-15")
        .allocation("G-004", "TWO", last="2026-11-15")
        .allocation("G-004", "TWO", "2026-11-16", charged_to="ONE")
        .build()
    )
    found = moves_between(hub, OCTOBER, DECEMBER)
    assert told(hub) == [
        ("2026-11-10", "NEW joins"),
        ("2026-10-15", "1 desk on the Ground floor to ONE: G-001"),
        ("2026-11-16", "1 desk on the Ground floor from ONE to TWO: G-002"),
        ("2026-11-16", "1 desk on the Ground floor from TWO: G-003"),
        ("2026-11-16", "1 desk on the Ground floor of TWO, charged to ONE: G-004"),
        ("2026-11-03", "1 desk on the Ground floor: G-010"),
        ("2026-11-04", "1 desk on the Ground floor: G-011"),
        ("2026-11-01", "Licence L1 of ONE goes from 2 to 3 desks"),
        ("2026-11-10", "Licence L2 of NEW starts with 1 desk"),
        ("2026-11-05", "Area A1 on the Ground floor opens for the sole use of ONE"),
        ("2026-11-06", "Area A2 on the Ground floor closes"),
    ]
    places = {one.kind: one for one in found.moves}
    assert places[MoveKind.VACATED].records == (hub.desk_codes["G-003"].id,)
    assert places[MoveKind.VACATED].floor == hub.floor_codes["G"].id
    assert places[MoveKind.AREA_CLOSES].records == (hub.area_codes["A2"].id,)
    assert places[MoveKind.JOINS].records == (hub.agency_codes["NEW"].id,)
    assert found.moves == moves_between(hub, DECEMBER, OCTOBER).moves


def test_the_first_day_is_as_it_is_and_the_last_counts() -> None:
    hub = a_hub().floor().desks(1).allocation("G-001", "HBC", "2026-11-16").build()
    assert told(hub, date(2026, 11, 16)) == []
    assert len(told(hub, date(2026, 11, 15), date(2026, 11, 16))) == 2
    assert told(hub, OCTOBER, date(2026, 11, 15)) == []


def test_a_stay_within_the_days_is_two_lines() -> None:
    hub = a_hub().licence("L", "HBC").floor().desks(1)
    kinds = [
        one.kind
        for one in moves_between(
            hub.allocation("G-001", "HBC", "2026-11-02", "2026-11-06").build(), OCTOBER, DECEMBER
        ).moves
    ]
    assert kinds == [MoveKind.ALLOCATED, MoveKind.VACATED]


def test_many_desks_alike_are_one_line_in_the_order_of_their_numbers() -> None:
    hub = a_hub().licence("L", "HBC").floor(name="Ground")
    for number in (10, 9, 1, 2, 3, 4, 5, 6):
        hub.desk(f"G-{number}").allocation(f"G-{number}", "HBC", "2026-11-02")
    ((_, what),) = told(hub.build())
    assert what == "8 desks on the Ground floor to HBC: G-1, G-2, G-3, G-4, G-5, G-6 and 2 more"


def test_nothing_is_said_to_change_where_nothing_does() -> None:
    found = moves_between(a_hub().build(), OCTOBER, DECEMBER)
    assert (found.moves, found.groups) == ((), {})
    assert found.summary == "Between 1 October 2026 and 1 December 2026, nothing changes."


def test_ends_of_the_calendar_do_not_matter() -> None:
    hub = random_hub(3)
    assert moves_between(hub, date.min, date.max).moves


@pytest.mark.parametrize("seed", range(10))
def test_moves_account_for_what_two_days_differ_by(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    year = hub.charging_year(2026)
    earlier, later = year.first + timedelta(days=30), year.last - timedelta(days=30)
    was, now = occupancy_on(hub, earlier), occupancy_on(hub, later)
    counted = dict.fromkeys(MoveKind, 0)
    for one in moves_between(hub, earlier, later).moves:
        counted[one.kind] += len(one.records)
    assert now.in_service - was.in_service == (
        counted[MoveKind.INTO_SERVICE] - counted[MoveKind.OUT_OF_SERVICE]
    )
    assert now.allocated - was.allocated == counted[MoveKind.ALLOCATED] - counted[MoveKind.VACATED]
    present = [sum(one.present for one in day.agencies.values()) for day in (was, now)]
    assert present[1] - present[0] == counted[MoveKind.JOINS] - counted[MoveKind.LEAVES]
