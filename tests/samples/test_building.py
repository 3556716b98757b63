"""The sample buildings could stand: everything has its place, and people get past each other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from hubdesk.domain.area import AreaKind
from hubdesk.domain.box import Box, box_of
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Outline, double_area, encloses, rectangle
from hubdesk.domain.hub import Hub
from tests.builders.havant import havant
from tests.builders.parkside import parkside

CLEAR_AISLE_MM = 1_200
CHAIR_MM = 900
"""What a person takes up who sits at a desk."""


@pytest.fixture(scope="module", params=[parkside, havant], ids=["parkside", "havant"])
def hub(request: pytest.FixtureRequest) -> Hub:
    built = request.param()
    assert isinstance(built, Hub)
    return built


def test_areas_lie_inside_their_floor(hub: Hub) -> None:
    for area in hub.areas.values():
        assert _within(area.outline, _outline(hub.floors[area.floor])), area.code


def test_areas_do_not_overlap(hub: Hub) -> None:
    for floor in hub.floors:
        for one, other in combinations(hub.areas_on_floor[floor], 2):
            assert not _overlap(box_of(one.outline), box_of(other.outline)), (one.code, other.code)


def test_every_area_is_an_upright_rectangle_so_that_these_tests_see_it_whole(hub: Hub) -> None:
    for area in hub.areas.values():
        assert set(area.outline) == set(box_of(area.outline).outline)


def test_every_desk_and_whoever_sits_at_it_lie_inside_one_area(hub: Hub) -> None:
    for desk in hub.desks.values():
        area = hub.area_of(desk)
        assert area is not None, desk.code
        room = box_of(area.outline)
        assert _holds(room, _box(desk)), desk.code
        assert _holds(room, _chair(desk)), desk.code


def test_desks_do_not_overlap_nor_stand_where_others_sit(hub: Hub) -> None:
    for one, other in _pairs_on_a_floor(hub):
        assert not _overlap(_box(one), _box(other)), (one.code, other.code)
        assert not _overlap(_chair(one), _box(other)), (one.code, other.code)
        assert not _overlap(_chair(one), _chair(other)), (one.code, other.code)


def test_desks_touch_in_a_bench_or_leave_a_clear_aisle(hub: Hub) -> None:
    for one, other in _pairs_on_a_floor(hub):
        gap = _gap(_box(one), _box(other))
        assert gap <= 0 or gap >= CLEAR_AISLE_MM or _in_one_bench(hub, one, other), (one.code, other.code)


def test_nobody_sits_in_a_corridor(hub: Hub) -> None:
    for desk in hub.desks.values():
        area = hub.area_of(desk)
        assert area is not None
        assert area.kind in {AreaKind.NEIGHBOURHOOD, AreaKind.RESTRICTED, AreaKind.PUBLIC}


def test_there_is_a_believable_floor_to_a_desk(hub: Hub) -> None:
    for floor in hub.floors.values():
        square_metres = double_area(_outline(floor)) / 2_000_000
        most = 25 if floor.level == 0 else 12
        assert 8 <= square_metres / len(hub.desks_on_floor[floor.id]) <= most, floor.name


def test_parkside_has_the_desks_and_agencies_that_were_reported() -> None:
    hub = parkside()
    assert len(hub.desks) == 222
    assert len(hub.agencies) == 16
    assert [floor.name for floor in hub.floors.values()] == ["Ground", "People", "Place"]
    assert sum(area.kind is AreaKind.POD for area in hub.areas.values()) == 2
    assert sum(line.budget for line in hub.cost_lines.values()) == 625_000_00
    licensed = sum(hub.licensed_desks(agency, date(2026, 4, 1)) for agency in hub.agencies)
    assert 165 <= licensed <= 185
    assert 90 <= hub.licensed_desks(hub.host.id, date(2026, 4, 1)) < 100


def test_havant_has_the_seven_agencies_of_its_board() -> None:
    hub = havant()
    first, last = date(2026, 4, 1), date(2027, 3, 31)
    police, health = hub.agency_codes["HIC"].id, hub.agency_codes["NHS"].id
    assert len(hub.agencies) == 7
    assert hub.licensed_desks(police, first) == 0 < hub.licensed_desks(police, last)
    assert hub.licensed_desks(health, last) == 0 < hub.licensed_desks(health, first)


def _pairs_on_a_floor(hub: Hub) -> Iterator[tuple[Desk, Desk]]:
    for floor in hub.floors:
        yield from combinations(hub.desks_on_floor[floor], 2)


def _in_one_bench(hub: Hub, one: Desk, other: Desk) -> bool:
    """Whether desks of one area that touch, one after the other, lead from one to the other."""
    reached, edge = {one.id}, [one]
    while edge:
        here = edge.pop()
        for desk in hub.desks_on_floor[one.floor]:
            if desk.id not in reached and _gap(_box(here), _box(desk)) <= 0:
                reached.add(desk.id)
                edge.append(desk)
    return other.id in reached


def _box(desk: Desk) -> Box:
    return footprint(desk).box


def _overlap(one: Box, other: Box) -> bool:
    """Whether they share more than an edge; a wall without thickness overlaps what it cuts."""
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _gap(one: Box, other: Box) -> int:
    """The wider of the clear widths between the two, across and down; below zero where they overlap."""
    return max(
        max(one.left, other.left) - min(one.right, other.right),
        max(one.top, other.top) - min(one.bottom, other.bottom),
    )


def _holds(room: Box, box: Box) -> bool:
    return all(room.holds(corner) for corner in box.outline)


def _chair(desk: Desk) -> Box:
    """Where the sitter is: below a desk that is not turned, left of one turned by 90 degrees."""
    box = _box(desk)
    return {
        0: Box(box.left, box.bottom, box.right, box.bottom + CHAIR_MM),
        90: Box(box.left - CHAIR_MM, box.top, box.left, box.bottom),
        180: Box(box.left, box.top - CHAIR_MM, box.right, box.top),
        270: Box(box.right, box.top, box.right + CHAIR_MM, box.bottom),
    }[int(desk.rotation)]


def _outline(floor: Floor) -> Outline:
    return floor.outline or rectangle(floor.width_mm, floor.depth_mm)


def _within(inner: Outline, outer: Outline) -> bool:
    """Whether the upright rectangle `inner` lies inside `outer`, all of whose walls are upright too."""
    room = box_of(inner)
    walls = zip(outer, outer[1:] + outer[:1], strict=True)
    return all(encloses(outer, corner) for corner in inner) and not any(
        _overlap(room, box_of(wall)) for wall in walls
    )
