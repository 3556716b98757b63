"""Records and the places they stand for."""

from datetime import date

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.on_the_plan import on_the_plan
from tests.builders.parkside import parkside

DAY = date(2026, 11, 10)


def _codes(hub: Hub, *ids: RecordId) -> list[str]:
    return sorted(place.code for place in on_the_plan(hub, ids, DAY))


def test_records_lead_to_their_places() -> None:
    hub = parkside()
    police = hub.agency_codes["POL"]
    sits_at = sorted(hub.desks[one.desk].code for one in hub.allocations.values() if one.agency == police.id)
    [licence] = hub.licences_of[police.id]
    allocation = next(one for one in hub.allocations.values() if one.agency == police.id)
    assert len(sits_at) == 8
    assert _codes(hub, police.id) == sits_at
    assert _codes(hub, licence.id) == sits_at
    assert _codes(hub, allocation.id) == [hub.desks[allocation.desk].code]
    assert _codes(hub, allocation.id, police.id) == sits_at
    assert _codes(hub, hub.floor_codes["G"].id) == ["G"]


def test_on_a_day_when_it_sits_nowhere_an_agency_has_no_place() -> None:
    hub = parkside()
    careers = hub.agency_codes["CRS"]
    assert len(on_the_plan(hub, [careers.id], date(2026, 11, 15))) == 3
    assert on_the_plan(hub, [careers.id], date(2026, 11, 16)) == ()


def test_what_has_no_place_is_left_out() -> None:
    hub = parkside()
    line = next(iter(hub.cost_lines))
    assert on_the_plan(hub, [line, RecordId("gone")], DAY) == ()
