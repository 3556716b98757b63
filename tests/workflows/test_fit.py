"""What speaks against an agency at a desk, told while it is being chosen."""

import random
from datetime import date, timedelta

import pytest

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.checks.sharing import beyond_licences
from hubdesk.domain.checks.spells import above_zero, within
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import allocations
from hubdesk.workflows.fit import Fit, misplaced_on
from tests.builders.hub import HubBuilder, a_hub
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub

DAY = date(2026, 11, 7)
WEST = ((0, 0), (10, 0), (10, 20), (0, 20))
EAST = ((10, 0), (40, 0), (40, 20), (10, 20))


def two_floors() -> HubBuilder:
    """On each floor desk 001 in the west, 006 in the east; the public comes to the ground floor alone."""
    hub = a_hub().agency("POL").agency("CAB", "voluntary").licence("L1", "POL", 2).licence("L2", "CAB", 9)
    for level, code in enumerate("G1"):
        hub.floor(code, level)
        hub.area(f"{code}-W", code, outline=WEST).area(f"{code}-E", code, outline=EAST)
        hub.desks(6, code)
    return hub.area("G-REC", kind="reception")


def fit(hub: Hub, agency: str = "POL", first: date = DAY, last: date | None = None) -> Fit:
    return Fit(hub, hub.agency_codes[agency].id, first, last)


def ids(hub: Hub, *codes: str) -> list[RecordId]:
    return [hub.desk_codes[code].id for code in codes]


def told(hub: Hub, *codes: str, agency: str = "POL") -> list[str]:
    return [one.code for one in fit(hub, agency).against(ids(hub, *codes))]


def test_nothing_speaks_against_a_vacant_desk_within_the_licence() -> None:
    assert told(two_floors().build(), "G-001", "1-006") == []


def test_one_desk_too_many_is_counted_and_dated() -> None:
    hub = two_floors().allocation("G-001", "POL").build()
    assert told(hub, "G-002") == []
    (problem,) = fit(hub).against(ids(hub, "G-002", "G-003"))
    assert problem.what == "POL is licensed for 2 desks, and 3 would be allocated from 7 November 2026 on"
    assert problem.remedy == "Add desks to its licence, or choose fewer"
    assert problem.records == (hub.agency_codes["POL"].id,)


def test_a_desk_that_is_charged_to_it_already_counts_once() -> None:
    hub = two_floors().allocation("G-001", "POL").allocation("G-002", "CAB", charged_to="POL").build()
    assert [one.code for one in fit(hub).against(ids(hub, "G-001", "G-002"))] == ["desk-taken"]


def test_a_licence_that_ends_is_seen_ahead() -> None:
    hub = two_floors().agency("CRS").licence("L3", "CRS", 1, last="2026-11-15").build()
    (problem,) = fit(hub, "CRS").against(ids(hub, "G-001"))
    assert problem.what == "CRS is licensed for 0 desks, and 1 would be allocated from 16 November 2026 on"
    assert fit(hub, "CRS", last=date(2026, 11, 15)).against(ids(hub, "G-001")) == ()


def test_where_a_later_day_is_worse_it_says_so() -> None:
    hub = two_floors().agency("CRS").licence("L3", "CRS", {"2026-04-01": 2, "2026-12-01": 1}).build()
    (problem,) = fit(hub, "CRS").against(ids(hub, "G-001", "G-002", "G-003"))
    assert problem.what == (
        "CRS is licensed for 2 desks, and 3 would be allocated from 7 November 2026 on"
        "; from 1 December 2026, 3 for 1 desk"
    )


@pytest.mark.parametrize("seed", range(20))
def test_a_stroke_says_what_the_allocation_will_do(seed: int) -> None:
    """Over random hubs: who makes room, and whether the licence is gone beyond, is as it turns out."""
    hub, rng = random_hub(seed, year=2026), random.Random(seed)
    year = hub.charging_year(2026)
    first = year.first + timedelta(days=rng.randrange(300))
    last = rng.choice([None, first, first + timedelta(days=90)])
    for agency in hub.agencies:
        desks = rng.sample(list(hub.desks), rng.randrange(1, 8))
        change = allocations.allocate(hub, desks, agency, first, last)
        said = Fit(hub, agency, first, last).against(desks)
        amounts = beyond_licences(hub.applying(change)).get(agency, [])
        beyond = within(above_zero(amounts), first, last or date.max)
        assert ("allocation-beyond-licence" in {one.code for one in said}) == bool(beyond)
        taken = {one.records[1] for one in said if one.code == "desk-taken"}
        room = {
            edit.id
            for edit in change.edits
            if isinstance(edit.before, Allocation) and edit.before.agency != agency
        }
        assert taken == room


@pytest.mark.parametrize(
    ("rule", "value", "desk", "code"),
    [
        ("needs public access", "", "1-001", "no-public-access"),
        ("needs public access", "", "G-001", None),
        ("ground floor", "", "1-001", "not-on-ground-floor"),
        ("ground floor", "", "G-001", None),
        ("needs clearance", "police vetting", "G-001", "clearance-missing"),
        ("stay on floor", "1", "G-001", "off-its-floor"),
        ("stay on floor", "1", "1-001", None),
        ("keep out of", "G", "G-001", "kept-out"),
        ("keep out of", "G-W", "G-001", "kept-out"),
        ("keep out of", "G-W", "G-006", None),
        ("keep together", "", "G-001", None),
    ],
)
def test_each_rule_is_judged_at_the_desk(rule: str, value: str, desk: str, code: str | None) -> None:
    hub = two_floors().rule("POL", rule, value).build()
    assert told(hub, desk) == ([code] if code else [])
    assert told(hub, desk, agency="CAB") == []
    for problem in fit(hub).against_desk(*ids(hub, desk)):
        assert problem.records[0] == hub.desk_codes[desk].id
        assert problem.where == f"desk {desk}"
        assert problem.remedy


def test_a_cleared_area_suits_those_who_need_it_and_no_others() -> None:
    hub = (
        two_floors()
        .area("G-VET", kind="restricted", clearance="Police vetting")
        .desk("V-1", area="G-VET")
        .rule("POL", "needs clearance", "police vetting")
        .rule("CAB", "needs public access")
        .build()
    )
    assert told(hub, "V-1") == []
    assert told(hub, "V-1", agency="CAB") == ["area-needs-clearance", "no-public-access"]


def test_an_area_of_sole_use_is_its_agencys() -> None:
    hub = two_floors().area("G-CAB", agency="CAB").desk("C-1", area="G-CAB").build()
    (problem,) = fit(hub).against(ids(hub, "C-1"))
    assert problem.what == "It is in area G-CAB, which is for the sole use of CAB"
    assert told(hub, "C-1", agency="CAB") == []


def test_an_area_is_there_on_its_days_alone() -> None:
    hub = two_floors().area("A", agency="CAB", outline=WEST, first="2027-01-01").build()
    assert told(hub, "1-001") == []
    assert [one.code for one in fit(hub, first=date(2027, 1, 1)).against(ids(hub, "G-001"))] == [
        "area-of-another"
    ]


def test_desks_that_would_be_apart_are_counted_by_place() -> None:
    hub = two_floors().rule("CAB", "keep together").allocation("G-001", "CAB").build()
    assert told(hub, "G-002", agency="CAB") == []
    (problem,) = fit(hub, "CAB").against(ids(hub, "G-002", "G-006"))
    assert problem.what == (
        "CAB is to be kept together, and its desks would be in 2 places: 2 in area G-W, 1 in area G-E"
    )
    assert problem.remedy == "Choose desks in area G-W, or move its others too"
    assert problem.records[0] == hub.desk_codes["G-006"].id


def test_who_would_make_room_is_named_with_the_days() -> None:
    hub = two_floors().allocation("G-001", "CAB", "2027-01-01").build()
    (problem,) = fit(hub).against(ids(hub, "G-001"))
    assert problem.what == "It is allocated to CAB from 1 January 2027 on, who would make room"
    assert fit(hub, last=date(2026, 12, 31)).against(ids(hub, "G-001")) == ()


@pytest.mark.parametrize(
    ("first", "last", "what"),
    [
        ("2026-12-01", None, "It comes into service on 1 December 2026"),
        (None, "2026-12-31", "It is in service until 31 December 2026"),
    ],
)
def test_a_desk_out_of_service_says_when_it_is_in(first: str | None, last: str | None, what: str) -> None:
    hub = two_floors().desk("G-900", first=first, last=last).build()
    assert [one.what for one in fit(hub).against(ids(hub, "G-900"))] == [what]


def test_a_desk_that_leaves_service_adds_nothing_to_the_licence_afterwards() -> None:
    hub = two_floors().agency("CRS").licence("L3", "CRS", 1, last="2026-12-31")
    built = hub.desk("G-900", last="2026-12-31").build()
    assert [one.code for one in fit(built, "CRS").against(ids(built, "G-900"))] == [
        "allocation-outside-service"
    ]


def test_parkside_keeps_its_own_rules_but_for_what_is_moved() -> None:
    hub = parkside()
    assert list(misplaced_on(hub, DAY)) == []
    jobcentre, probation = (hub.agency_codes[code].id for code in ("DWP", "PRO"))
    upstairs = [desk.id for desk in hub.desks.values() if desk.code == "2-001"]
    hub = hub.applying(allocations.allocate(hub, upstairs, jobcentre, DAY))
    found = [(one.code, one.where) for one in misplaced_on(hub, DAY)]
    assert found == [("no-public-access", "desk 2-001"), ("not-on-ground-floor", "desk 2-001")]
    hub = hub.applying(allocations.allocate(hub, upstairs, probation, DAY))
    assert {one.code for one in misplaced_on(hub, DAY)} == {"clearance-missing", "not-together"}
