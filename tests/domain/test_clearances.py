"""Guidance on the plan: narrow aisles, wheelchairs, overlaps, desks that reach out of where they are."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.change import adding, updating
from hubdesk.domain.clearances import (
    AISLE_MM,
    JOINED_MM,
    WHEELCHAIR_MM,
    Concern,
    Finding,
    Surroundings,
    clearances,
)
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.desk_arrays import DeskPlace, Facing, Layout, lay_out
from tests.builders import a_hub
from tests.builders.havant import havant
from tests.builders.parkside import parkside

DAY = date(2026, 5, 1)
SEEDS = st.integers(0, 10**6)


def desk(number: int, x: int, y: int, rotation: float = 0, kind: DeskKind = DeskKind.STANDARD) -> Desk:
    return Desk(
        RecordId(f"d{number:015x}"), f"D{number}", FLOOR.id, x, y, None, Decimal(str(rotation)), kind=kind
    )


FLOOR = Floor(RecordId("f" * 16), "F", "Floor", 1, 20_000, 20_000)
ACCESSIBLE = DeskKind.ACCESSIBLE


def found(*desks: Desk) -> list[tuple[Concern, int]]:
    hub = a_hub().add(FLOOR, *desks).build()
    return [(one.concern, one.gap.mm) for one in clearances(hub, FLOOR.id, DAY)]


def crowd(seed: int, count: int = 14) -> list[Desk]:
    rng = random.Random(seed)
    turns = ["0", "90", "180", "270", "30", "17.5"]
    return [
        Desk(
            RecordId(f"d{number:015x}"),
            f"D{number:02}",
            FLOOR.id,
            rng.randrange(1_000, 9_000),
            rng.randrange(1_000, 9_000),
            None,
            Decimal(rng.choice(turns)),
            rng.randrange(600, 1_800),
            rng.randrange(500, 900),
            rng.choice(list(DeskKind)),
        )
        for number in range(count)
    ]


# By hand


def test_rows_that_face_each_other_need_an_aisle() -> None:
    assert found(desk(1, 2_000, 2_000), desk(2, 2_000, 3_999, 180)) == [(Concern.AISLE, 1_199)]
    assert found(desk(1, 2_000, 2_000), desk(2, 2_000, 4_000, 180)) == []
    assert found(desk(1, 2_000, 2_000), desk(2, 2_000, 3_500)) == [(Concern.AISLE, 700)]


def test_backs_and_ends_may_stand_as_they_like() -> None:
    assert found(desk(1, 2_000, 2_000, 180), desk(2, 2_000, 3_100)) == []
    assert found(desk(1, 2_000, 2_000), desk(2, 4_000, 2_000)) == []
    assert found(desk(1, 2_000, 2_000), desk(2, 3_500, 3_200)) == []
    assert found(desk(1, 2_000, 2_000), desk(2, 3_499, 3_200)) == [(Concern.AISLE, 400)]


def test_a_desk_before_the_sitter_is_measured_straight_out_however_it_is_turned() -> None:
    turned = desk(2, 2_000, 4_000, 45)
    (only,) = found(desk(1, 2_000, 2_000), turned)
    reach = 1_200 * cos(radians(45))
    assert only == (Concern.AISLE, int(2_000 - 400 - reach))


def test_a_wheelchair_needs_room_before_an_accessible_desk_and_at_its_ends() -> None:
    middle = desk(1, 5_000, 5_000, 0, ACCESSIBLE)
    assert found(middle, desk(2, 5_000, 6_699)) == [(Concern.WHEELCHAIR, 899)]
    assert found(middle, desk(2, 5_000, 6_700)) == [(Concern.AISLE, 900)]
    assert found(middle, desk(2, 7_000, 5_000)) == [(Concern.WHEELCHAIR, 400)]
    assert found(middle, desk(2, 6_700, 5_000)) == []
    assert found(middle, desk(2, 3_000, 5_000)) == [(Concern.WHEELCHAIR, 400)]
    assert found(middle, desk(2, 7_500, 5_000)) == []
    assert found(middle, desk(2, 5_000, 4_000, 180)) == []


def test_desks_in_one_another_are_told_by_how_much() -> None:
    assert found(desk(1, 2_000, 2_000), desk(2, 3_500, 2_000)) == [(Concern.OVERLAP, 100)]
    assert found(desk(1, 2_000, 2_000), desk(2, 3_599, 2_000)) == []
    assert found(desk(1, 2_000, 2_000), desk(2, 2_000, 2_000)) == [(Concern.OVERLAP, 800)]


def test_a_desk_may_touch_the_wall_but_not_stand_in_it() -> None:
    assert found(desk(1, 800, 400)) == []
    assert found(desk(1, 600, 400)) == [(Concern.OUTSIDE_FLOOR, 200)]
    assert found(desk(1, 25_000, 400)) == [(Concern.OUTSIDE_FLOOR, 5_800)]


def test_a_desk_that_reaches_out_of_its_area_is_seen_even_where_that_turns_in() -> None:
    u_shape = [(0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9)]
    hub = (
        a_hub()
        .floor("G", width_m=30, depth_m=30)
        .area("A1", outline=u_shape)
        .desk("IN", x_m=2, y_m=2)
        .desk("NOTCH", x_m="4.5", y_m="2.7", area="A1")
        .desk("CORNER", x_m=3, y_m="2.8", area="A1")
        .desk("AWAY", x_m=20, y_m=20, area="A1")
        .build()
    )
    findings = clearances(hub, hub.floor_codes["G"].id, DAY)
    outside = {
        hub.desks[one.desks[0]].code: one.gap.mm for one in findings if one.concern is Concern.OUTSIDE_AREA
    }
    assert outside["NOTCH"] == 100
    assert outside["CORNER"] == 200
    assert outside["AWAY"] > 15_000
    assert "IN" not in outside
    assert {one.place for one in findings if one.place} == {hub.area_codes["A1"].id}


def test_a_corner_of_the_room_that_pokes_into_a_turned_desk_is_seen() -> None:
    ell = [(0, 0), (9, 0), (9, 6), (6, 6), (6, 9), (0, 9)]
    hub = a_hub().floor("G").area("A1", outline=ell).build()
    floor, (outline,) = hub.floor_codes["G"], (area.outline for area in hub.areas.values())
    poked = replace(desk(1, 5_788, 5_788, 315), floor=floor.id)
    (only,) = clearances(hub.applying(adding("A desk", poked)), floor.id, DAY)
    assert only.concern is Concern.OUTSIDE_AREA
    assert abs(only.gap.mm - 100) <= 1
    assert only.gap.start == outline[3]


def test_only_what_is_there_on_the_day_counts() -> None:
    gone = replace(desk(2, 2_000, 2_000), last=date(2026, 4, 30))
    assert found(desk(1, 2_000, 2_000), gone) == []


@pytest.mark.parametrize("sample", [parkside, havant])
def test_samples_that_are_laid_out_well_raise_no_eyebrow(sample: object) -> None:
    assert callable(sample)
    hub = sample()
    for floor in hub.floors:
        for day in (date(2026, 4, 1), date(2027, 3, 31)):
            assert clearances(hub, floor, day) == ()


# Against a check of every pair, by rays


def measured(hub: Hub) -> dict[Concern, dict[tuple[str, ...], int]]:
    """Each concern's findings, by the codes of their desks."""
    by_concern: dict[Concern, dict[tuple[str, ...], int]] = {concern: {} for concern in Concern}
    for one in clearances(hub, FLOOR.id, DAY):
        by_concern[one.concern][tuple(hub.desks[id_].code for id_ in one.desks)] = one.gap.mm
    return by_concern


def brute_force(desks: list[Desk]) -> dict[tuple[str, str], float]:
    """For each pair that does not overlap, the least way straight out from a front to the other desk."""
    ways: dict[tuple[str, str], float] = {}
    for one, other in combinations(desks, 2):
        rays = [*rays_out(one, other), *rays_out(other, one)]
        if rays:
            ways[one.code, other.code] = min(rays)
    return ways


def corners(one: Desk) -> list[tuple[float, float]]:
    turn, half, deep = radians(float(one.rotation)), one.width_mm / 2, one.depth_mm / 2
    ends = [(-half, -deep), (half, -deep), (half, deep), (-half, deep)]
    return [
        (one.x_mm + x * cos(turn) - y * sin(turn), one.y_mm + x * sin(turn) + y * cos(turn)) for x, y in ends
    ]


_TOUCHING_MM = 1.6
"""Desks that touch may stand in one another by what places are rounded, 1.5 mm, and a little noise."""


def rays_out(one: Desk, other: Desk) -> list[float]:
    """The lengths of rays from the front of `one`, at its ends and at the other's corners, to the other."""
    turn = -radians(float(one.rotation))
    shape = [
        (
            (x - one.x_mm) * cos(turn) - (y - one.y_mm) * sin(turn),
            (x - one.x_mm) * sin(turn) + (y - one.y_mm) * cos(turn) - one.depth_mm / 2,
        )
        for x, y in corners(other)
    ]
    half = one.width_mm / 2 - JOINED_MM
    starts = [-half, half, *(x for x, _ in shape if abs(x) < half)]
    hits = []
    for start in starts:
        for (ax, ay), (bx, by) in zip(shape, shape[1:] + shape[:1], strict=True):
            if min(ax, bx) <= start <= max(ax, bx) and ax != bx:
                hits.append(ay + (start - ax) / (bx - ax) * (by - ay))
    return [hit for hit in hits if hit >= -_TOUCHING_MM]


@given(SEEDS)
@hypothesis_settings(max_examples=60)
def test_aisles_are_those_that_rays_from_every_front_find(seed: int) -> None:
    desks = [replace(one, kind=DeskKind.STANDARD) for one in crowd(seed)]
    by_concern = measured(a_hub().add(FLOOR, *desks).build())
    overlapping, narrow = by_concern[Concern.OVERLAP], by_concern[Concern.AISLE]
    expected = {pair: way for pair, way in brute_force(desks).items() if pair not in overlapping}
    for pair, way in expected.items():
        if way < AISLE_MM - 1:
            assert abs(narrow[pair] - max(way, 0)) <= 2, pair
        elif way > AISLE_MM + 1:
            assert pair not in narrow
    assert set(narrow) <= set(expected)


@given(SEEDS)
@hypothesis_settings(max_examples=60)
def test_desks_overlap_where_points_of_one_lie_in_the_other(seed: int) -> None:
    desks = crowd(seed)
    overlapping = measured(a_hub().add(FLOOR, *desks).build())[Concern.OVERLAP]
    for one, other in combinations(desks, 2):
        if (one.code, other.code) in overlapping:
            depth = overlapping[one.code, other.code]
            assert 1 <= depth <= (max(one.width_mm, one.depth_mm) + max(other.width_mm, other.depth_mm))
        else:
            assert not any(lies_well_in(spot, other) for spot in spots(one))
            assert not any(lies_well_in(spot, one) for spot in spots(other))


def spots(one: Desk) -> list[tuple[float, float]]:
    """A grid of places on a desk."""
    a, b, _, d = corners(one)
    return [
        (
            a[0] + (b[0] - a[0]) * i / 8 + (d[0] - a[0]) * j / 8,
            a[1] + (b[1] - a[1]) * i / 8 + (d[1] - a[1]) * j / 8,
        )
        for i in range(9)
        for j in range(9)
    ]


def lies_well_in(spot: tuple[float, float], one: Desk) -> bool:
    turn, (x, y) = -radians(float(one.rotation)), (spot[0] - one.x_mm, spot[1] - one.y_mm)
    across, down = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
    return abs(across) < one.width_mm / 2 - 3 and abs(down) < one.depth_mm / 2 - 3


# While some are dragged


@given(SEEDS, st.integers(0, 14), st.integers(-2_000, 2_000), st.integers(-2_000, 2_000))
@hypothesis_settings(max_examples=60)
def test_what_is_seen_during_a_drag_is_what_will_be_seen_after_it(
    seed: int, count: int, right: int, down: int
) -> None:
    desks = crowd(seed)
    hub = a_hub().add(FLOOR, *desks).build()
    dragged = desks[:count]
    moved = [replace(one, x_mm=one.x_mm + right, y_mm=one.y_mm + down) for one in dragged]
    ids = {one.id for one in dragged}
    after = hub.applying(updating("Move", *zip(dragged, moved, strict=True)))
    expected = [one for one in clearances(after, FLOOR.id, DAY) if ids & set(one.desks)]
    assert list(Surroundings(hub, FLOOR.id, DAY, ids).around(moved)) == expected


@given(SEEDS)
@hypothesis_settings(max_examples=30)
def test_findings_say_what_they_measured_and_where(seed: int) -> None:
    hub = a_hub().add(FLOOR, *crowd(seed)).build()
    for one in clearances(hub, FLOOR.id, DAY):
        assert abs(length(one) - one.gap.mm) <= 3
        if one.concern is Concern.WHEELCHAIR:
            assert one.gap.mm < WHEELCHAIR_MM
            assert any(hub.desks[id_].kind is ACCESSIBLE for id_ in one.desks)


def length(one: Finding) -> float:
    (a, b), (c, d) = one.gap.start, one.gap.end
    return float(((a - c) ** 2 + (b - d) ** 2) ** 0.5)


def test_one_in_the_way_is_found_among_ten_thousand() -> None:
    floor = Floor(RecordId("e" * 16), "BIG", "Big", 1, 400_000, 400_000)
    hub: Hub = a_hub().add(floor).build()
    for bench in range(5):
        layout = Layout(100, 10, 1_600, 3_400, Facing.BACK_TO_BACK)
        hub = hub.applying(lay_out(hub, floor.id, DeskPlace(1_000, 1_000 + bench * 40_000), layout))
    hub = hub.applying(adding("One in the way", replace(desk(1, 3_000, 2_900), floor=floor.id)))
    findings = clearances(hub, floor.id, DAY)
    assert {(one.concern, one.gap.mm) for one in findings} == {(Concern.AISLE, 300), (Concern.AISLE, 700)}
    assert all(RecordId(f"d{1:015x}") in one.desks for one in findings)
