"""How full the hub is on a day, counted by hand."""

from datetime import date

from hubdesk.workflows.occupancy_on import occupancy_on
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside

NEW_YEAR = date(2027, 1, 1)


def test_desks_are_counted_by_floor_and_agency() -> None:
    hub = (
        a_hub(host="HBC")
        .agency("POL")
        .agency("CAB", "voluntary")
        .agency("GONE")
        .floor("1", level=1)
        .floor("G")
        .desks(4)
        .desk("1-001", "1", last="2026-12-31")
        .desk("1-002", "1", first="2027-01-01")
        .licence("L01", "POL", 2)
        .licence("L02", "POL", 1)
        .licence("L03", "GONE", 5, last="2026-12-31")
        .licence("L04", "CAB", 0)
        .allocation("G-001", "POL")
        .allocation("G-002", "POL", last="2026-12-31")
        .allocation("G-003", "CAB", charged_to="POL")
        .allocation("1-001", "GONE")
        .build()
    )
    on = occupancy_on(hub, NEW_YEAR)
    assert (on.in_service, on.licensed, on.allocated, on.vacant) == (5, 3, 2, 3)
    codes = {agency.id: agency.code for agency in hub.agencies.values()}
    assert {
        codes[one.agency]: (one.licensed, one.allocated, one.to_place) for one in on.agencies.values()
    } == {
        "CAB": (0, 0, 0),
        "GONE": (0, 0, 0),
        "HBC": (0, 0, 0),
        "POL": (3, 2, 1),
    }
    assert [codes[one.agency] for one in on.agencies.values() if one.present] == ["CAB", "POL"]
    ground, first = hub.floor_codes["G"].id, hub.floor_codes["1"].id
    assert list(on.floors) == [ground, first]
    assert (on.floors[ground].in_service, on.floors[ground].allocated, on.floors[ground].vacant) == (4, 2, 2)
    assert on.floors[ground].of == {hub.agency_codes["POL"].id: 2}
    assert (on.floors[first].in_service, on.floors[first].allocated) == (1, 0)


def test_the_day_before_a_leaver_is_still_there() -> None:
    hub = a_hub().agency("CRS").floor().desks(1).licence("L1", "CRS", 1, last="2026-12-31")
    on = occupancy_on(hub.allocation("G-001", "CRS", last="2026-12-31").build(), date(2026, 12, 31))
    assert [one.present for one in on.agencies.values()] == [True, False]
    assert on.vacant == 0


def test_one_over_does_not_hide_that_another_is_short() -> None:
    hub = a_hub().agency("ONE").agency("TWO").floor().desks(2).licence("L1", "TWO", 2)
    on = occupancy_on(hub.allocation("G-001", "ONE").allocation("G-002", "ONE").build(), NEW_YEAR)
    one, two = (
        next(each for each in on.agencies.values() if each.licensed == licensed and each.present)
        for licensed in (0, 2)
    )
    assert (one.to_place, two.to_place, on.to_place) == (-2, 2, 2)


def test_parkside_passes_its_careers_desks_on_overnight() -> None:
    hub = parkside()
    crs, hia = hub.agency_codes["CRS"].id, hub.agency_codes["HIA"].id
    before, after = (occupancy_on(hub, date(2026, 11, day)) for day in (15, 16))
    assert before.in_service == after.in_service == 222
    assert (before.agencies[crs].allocated, after.agencies[crs].allocated) == (3, 0)
    assert (before.agencies[hia].allocated, after.agencies[hia].allocated) == (2, 5)
    assert before.vacant == after.vacant
    assert sum(floor.in_service for floor in after.floors.values()) == 222
