"""The best place for somebody new: near those it works with, without anybody moving or with few who do."""

from datetime import date
from decimal import Decimal

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.rule import RuleKind
from hubdesk.workflows.placing.newcomer import (
    Newcomer,
    NewcomerPlace,
    NewcomerPlaces,
    newcomer_change,
    newcomer_columns,
)
from hubdesk.workflows.placing.newcomer_places import place_with_moves, places_for
from tests.builders.hub import HubBuilder, a_hub

DAY = date(2026, 12, 1)
SECONDS = 2.0


class Unwanted(Exception):
    pass


def wanted() -> None:
    """Nobody has cancelled."""


def building() -> HubBuilder:
    """Three areas side by side on a long floor: West, Middle and East, four desks in each.

    Police have all of Middle, advice two desks of East; West is free.
    """
    hub = a_hub().agency("POL", name="Police").agency("CAB", name="Advice").agency("NEW", name="Newcomers")
    hub = hub.floor("G", width_m=60, depth_m=10)
    for place, name in enumerate(("West", "Middle", "East")):
        left = 20 * place
        hub = hub.area(name, "G", outline=((left, 0), (left + 20, 0), (left + 20, 10), (left, 10)))
        for number in range(4):
            hub = hub.desk(f"{name[0]}-{number + 1}", "G", left + 2 + 3 * number, 5)
    for desk in ("M-1", "M-2", "M-3", "M-4"):
        hub = hub.allocation(desk, "POL")
    for desk in ("E-1", "E-2"):
        hub = hub.allocation(desk, "CAB")
    return hub.licence("L1", "POL", 4).licence("L2", "CAB", 2).licence("L3", "NEW", 2)


def of(hub: Hub, code: str) -> RecordId:
    return hub.agency_codes[code].id


def by_place(found: NewcomerPlaces) -> dict[str, NewcomerPlace]:
    return {row.place.removeprefix("area "): row for row in found.places}


def desks_of(hub: Hub, row: NewcomerPlace) -> set[str]:
    assert row.proposal is not None
    return {hub.desks[one.go_to].code for one in row.proposal.moves if one.go_to and one.come_from is None}


def test_the_best_place_is_near_those_it_works_with() -> None:
    hub = building().link("NEW", "CAB", 5).build()
    found = places_for(hub, DAY, Newcomer(2, of(hub, "NEW")))
    assert [row.place for row in found.places] == ["area East", "area West", "area Middle"]
    best, other, full = found.places
    assert desks_of(hub, best) == {"E-3", "E-4"}
    assert best.metres == Decimal("6.0")
    assert best.told == "Advice 6.0 m"
    assert best.cost is not None
    assert other.cost is not None
    # 5 × the mean way, and 3 × that between its own two desks.
    assert best.cost == 5 * 6 + 3 * 3
    assert other.cost > best.cost
    assert desks_of(hub, other) == {"W-3", "W-4"}
    assert (full.cost, full.proposal) == (None, None)
    assert full.told == "2 desks short, 4 held by Police"
    assert [row.free for row in found.places] == [2, 4, 0]
    assert found.notes == ()


def test_somebody_new_works_with_whom_one_says_and_keeps_its_rules() -> None:
    hub = building().floor("1", level=1).desks(5, "1").build()
    links = ((of(hub, "POL"), Decimal(4)), (of(hub, "CAB"), Decimal(1)))
    upstairs = ((RuleKind.STAY_ON_FLOOR, "1"),)
    near = places_for(hub, DAY, Newcomer(2, works_with=links)).places
    assert near[0].place == "area East"
    rows = by_place(places_for(hub, DAY, Newcomer(2, works_with=links, rules=upstairs)))
    assert rows["1 floor, outside areas"].proposal is not None
    assert rows["East"].told == "the newcomer is to stay on floor 1"
    assert rows["East"].proposal is None


def test_accessible_desks_are_among_its_own() -> None:
    hub = building().desk("W-9", "G", 19, 5, kind="accessible").build()
    rows = by_place(places_for(hub, DAY, Newcomer(2, accessible=1)))
    assert "W-9" in desks_of(hub, rows["West"])
    assert "accessible" in rows["East"].told


def test_accepting_allocates_its_desks_from_the_day() -> None:
    hub = building().link("NEW", "CAB", 5).build()
    found = places_for(hub, DAY, Newcomer(2, of(hub, "NEW")))
    change = newcomer_change(hub, found, found.places[0])
    assert change.title == "Allocate 2 desks to NEW from 1 December 2026"
    after = hub.applying(change)
    for code in ("E-3", "E-4"):
        sits = after.allocation_on(hub.desk_codes[code].id, DAY)
        assert sits
        assert sits.agency == of(hub, "NEW")


def test_more_desks_than_licensed_and_those_of_others_are_thought_of() -> None:
    hub = building().licence("L4", "POL", 3).build()
    found = places_for(hub, DAY, Newcomer(4, of(hub, "NEW")))
    licence, waiting = found.notes
    assert licence.what.startswith("NEW is licensed for 2 desks, and 4 would be allocated")
    assert waiting.what == "2 desks would be left, and 3 are licensed that nobody has yet (POL 3)"


def test_with_moves_who_is_in_the_way_makes_room() -> None:
    hub = (
        building().rule("NEW", "keep out of", "West").licence("L4", "CAB", 1).allocation("E-3", "CAB").build()
    )
    alone = places_for(hub, DAY, Newcomer(4, of(hub, "NEW")))
    assert not any(row.proposal for row in alone.places)
    moving = place_with_moves(hub, DAY, Newcomer(4, of(hub, "NEW")), 100, SECONDS, wanted)
    assert isinstance(moving, NewcomerPlace)
    assert moving.moved >= 3
    assert "West" not in moving.place
    change = newcomer_change(hub, alone, moving)
    after = hub.applying(change)
    sits = [one for desk in after.desks if (one := after.allocation_on(desk, DAY))]
    assert sum(one.agency == of(hub, "NEW") for one in sits) == 4
    assert sum(one.agency == of(hub, "POL") for one in sits) == 4
    assert sum(one.agency == of(hub, "CAB") for one in sits) == 3


def test_looking_further_is_never_worse_than_the_best_place_as_it_is() -> None:
    hub = building().link("NEW", "CAB", 5).build()
    newcomer = Newcomer(2, of(hub, "NEW"))
    further = place_with_moves(hub, DAY, newcomer, 50, SECONDS, wanted)
    assert isinstance(further, NewcomerPlace)
    best = places_for(hub, DAY, newcomer).places[0].cost
    assert best is not None
    assert further.cost is not None
    assert further.cost <= best


def test_without_a_move_it_may_sit_in_several_places() -> None:
    hub = building().build()
    assert all(row.proposal is None for row in places_for(hub, DAY, Newcomer(5)).places)
    several = place_with_moves(hub, DAY, Newcomer(5), 0, SECONDS, wanted)
    assert isinstance(several, NewcomerPlace)
    assert several.moved == 0
    assert "West" in several.place
    assert "East" in several.place


def test_where_there_is_no_room_at_all_that_is_told() -> None:
    hub = building().build()
    conflict = place_with_moves(hub, DAY, Newcomer(7), 100, SECONDS, wanted)
    assert isinstance(conflict, tuple)
    assert any("the newcomer is to have 7 desks" in one.what for one in conflict)


def test_it_ends_when_it_is_not_wanted_any_more() -> None:
    asked = iter(range(3))

    def unwanted() -> None:
        if next(asked) == 2:
            raise Unwanted

    with pytest.raises(Unwanted):
        place_with_moves(building().build(), DAY, Newcomer(2), 10, SECONDS, unwanted)


def test_the_table_says_how_far_and_what_stands_against_it() -> None:
    hub = building().link("NEW", "CAB", 5).build()
    best, *_, full = places_for(hub, DAY, Newcomer(2, of(hub, "NEW"))).places
    columns = {column.id: column for column in newcomer_columns()}
    assert columns["metres"].text(best) == "6.0"
    assert columns["cost"].text(best) == "39"
    assert columns["moved"].text(best) == "0"
    assert columns["cost"].text(full) == ""
    assert columns["moved"].text(full) == ""
