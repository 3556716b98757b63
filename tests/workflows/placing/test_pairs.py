"""Who works with whom: the ways between their desks, and what a floor shows of them."""

from datetime import date
from decimal import Decimal
from itertools import product
from random import Random

import pytest

from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.placing import PlacementSettings
from hubdesk.editing import placing
from hubdesk.workflows.placing.links_on_floor import LinksOnFloor, links_on_floor
from hubdesk.workflows.placing.pairs import mean_way, pairs_of, seated_on, told, way_told
from tests.builders import a_hub

TODAY = date(2026, 11, 23)
HUB = (
    a_hub().agency("CAB", "voluntary").agency("POL").agency("DWP").floor("G").floor("1", 1).floor("2", 2)
    .desk("G-1", "G", 1, 1).desk("G-2", "G", 3, 1).desk("G-3", "G", 6, 5)
    .desk("1-1", "1", 1, 1).desk("2-1", "2", 1, 4)
    .allocation("G-1", "CAB").allocation("G-2", "CAB").allocation("G-3", "POL").allocation("2-1", "DWP")
    .link("POL", "CAB", 7).link("CAB", "DWP", 3).link("DWP", "CAB", 2).link("HBC", "POL", 1)
    .build()
)  # fmt: skip


def on_floor(hub: Hub, code: str) -> LinksOnFloor:
    return links_on_floor(hub, hub.floor_codes[code], seated_on(hub, TODAY))


def by_hand(hub: Hub, one: list[Desk], other: list[Desk], floor_m: float) -> float:
    ways = [
        (abs(a.x_mm - b.x_mm) + abs(a.y_mm - b.y_mm)) / 1000
        + floor_m * abs(hub.floors[a.floor].level - hub.floors[b.floor].level)
        for a, b in product(one, other)
    ]
    return sum(ways) / len(ways)


def test_links_of_two_agencies_count_together_whichever_is_named_first() -> None:
    pairs = [(one.agency.code, one.other.code, one.strength) for one in pairs_of(HUB).values()]
    assert pairs == [
        ("CAB", "POL", Decimal(7)),
        ("CAB", "DWP", Decimal(5)),
        ("HBC", "POL", Decimal(1)),
    ]


def test_a_way_goes_along_walls_and_each_floor_adds_its_metres() -> None:
    seated = seated_on(HUB, TODAY)
    codes = {HUB.agencies[id_].code: desks for id_, desks in seated.items()}
    assert mean_way(HUB, codes["CAB"], codes["POL"]) == ((5 + 4) + (3 + 4)) / 2
    assert mean_way(HUB, codes["CAB"], codes["DWP"]) == 40 + (3 + 5) / 2
    nearer = HUB.applying(placing.set_up(HUB, PlacementSettings(new_id(), floor_m=Decimal(5))))
    assert mean_way(nearer, codes["CAB"], codes["DWP"]) == 10 + (3 + 5) / 2
    assert mean_way(HUB, codes["CAB"], ()) is None


@pytest.mark.parametrize("seed", range(5))
def test_the_mean_is_that_of_all_ways_one_by_one(seed: int) -> None:
    random = Random(seed)
    floors = list(HUB.floors.values())
    desks = [
        Desk(new_id(), "", random.choice(floors).id, random.randrange(40_000), random.randrange(20_000))
        for _ in range(60)
    ]
    one, other = desks[:23], desks[23:]
    assert mean_way(HUB, one, other) == pytest.approx(by_hand(HUB, one, other, 20.0), abs=1e-9)


def test_it_is_told_in_words() -> None:
    seated, pairs = seated_on(HUB, TODAY), list(pairs_of(HUB).values())
    names = [HUB.agency_codes[code].name for code in ("CAB", "POL", "DWP", "HBC")]
    assert told(HUB, pairs[0], seated) == f"{names[0]} and {names[1]}, strength 7: 8 m on average"
    assert way_told(HUB, pairs[1], seated) == "44 m on average, each floor between counted as 20 m"
    assert way_told(HUB, pairs[2], seated) == f"{names[3]} has no desk"


def test_a_floor_has_lines_between_who_sits_there_and_stubs_to_who_sits_elsewhere() -> None:
    ground = on_floor(HUB, "G")
    assert [(one.one.agency.code, one.other.agency.code) for one in ground.lines] == [("CAB", "POL")]
    assert ground.lines[0].one.at == Point(2_000, 1_000)
    (stub,) = ground.stubs
    assert (stub.middle.agency.code, stub.floor.code, stub.above) == ("CAB", "2", True)
    assert {one.agency.code for one in ground.middles} == {"CAB", "POL"}
    above = on_floor(HUB, "2")
    assert not above.lines
    assert [(one.middle.agency.code, one.floor.code, one.above) for one in above.stubs] == [
        ("DWP", "G", False)
    ]
    assert on_floor(HUB, "1") == LinksOnFloor()


def test_who_has_left_is_not_linked_any_more() -> None:
    assert not links_on_floor(HUB, HUB.floor_codes["G"], seated_on(HUB, date(2000, 1, 1))).lines
