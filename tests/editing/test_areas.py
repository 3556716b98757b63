"""Areas drawn, reshaped, moved and split; what is said to be in them follows."""

from datetime import date
from decimal import Decimal

import pytest

from hubdesk.domain import checks
from hubdesk.domain.area import AreaKind
from hubdesk.domain.geometry import Point, double_area, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing import areas, floors
from hubdesk.editing.splitting import split
from tests.builders import a_hub

POD = [(2, 2), (8, 2), (8, 6), (2, 6)]
FIRST = date(2026, 9, 1)


def hub() -> Hub:
    return (
        a_hub()
        .agency("CAB", "voluntary")
        .floor("G")
        .area("G-POD1", outline=POD, kind="pod", agency="CAB", m2="23.99")
        .desk("G-001", x_m=3, y_m=3, area="G-POD1")
        .desk("G-002", x_m=7, y_m=3, area="G-POD1")
        .desk("G-003", x_m=7, y_m=5)
        .desk("G-004", x_m=20, y_m=5, area="G-POD1")
        .drop_in("CAB", "G-POD1", "Tuesday")
        .rule("CAB", "keep out of", "G-POD1")
        .build()
    )


def test_a_pod_split_in_two_is_two_pods() -> None:
    now = hub()
    pod = now.area_codes["G-POD1"]
    change = split(now, pod.id, Point(6_000, 0), Point(6_000, 9_000))
    assert change.title == "Split area G-POD1 into G-POD1 and G-POD1-2"
    assert not checks.errors_of(now, change)
    after = now.applying(change)
    kept, other = after.area_codes["G-POD1"], after.area_codes["G-POD1-2"]
    assert kept.id == pod.id
    assert double_area(kept.outline) == 2 * double_area(other.outline)
    assert (other.kind, other.name, other.agency) == (AreaKind.POD, "G-POD1 (2)", pod.agency)
    assert (kept.area_m2, other.area_m2) == (Decimal("15.99"), Decimal("8.00"))
    in_area = {desk.code: after.area_of(desk) for desk in after.desks.values()}
    assert in_area == {"G-001": kept, "G-002": other, "G-003": other, "G-004": kept}
    assert [one.area for one in after.drop_ins.values()] == [kept.id]
    assert sorted(rule.value for rule in after.placement_rules.values()) == ["G-POD1", "G-POD1-2"]


def test_a_desk_on_the_cut_stays_where_it_was() -> None:
    now = hub()
    pod = now.area_codes["G-POD1"]
    after = now.applying(split(now, pod.id, Point(7_000, 0), Point(7_000, 9_000)))
    assert after.desk_codes["G-002"].area == pod.id


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (Point(9_000, 0), Point(9_000, 9_000), "goes through it nowhere"),
        (Point(2_000, 0), Point(2_000, 9_000), "goes through it nowhere"),
        (Point(0, 2_001), Point(2_001, 0), "goes through it nowhere"),
    ],
)
def test_a_cut_that_makes_no_two_areas_is_refused(a: Point, b: Point, why: str) -> None:
    now = hub()
    with pytest.raises(Refused, match=why):
        split(now, now.area_codes["G-POD1"].id, a, b)


def test_a_cut_that_goes_through_twice_or_leaves_nothing_is_refused() -> None:
    u_shape = [(0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9)]
    now = a_hub().floor("G").area("A1", outline=u_shape).area("A2", m2=5).build()
    with pytest.raises(Refused, match="goes through it more than once"):
        split(now, now.area_codes["A1"].id, Point(0, 6_000), Point(9_000, 6_000))
    with pytest.raises(Refused, match="leaves nothing"):
        split(now, now.area_codes["A1"].id, Point(-10_000, -1), Point(20_000, 1))
    with pytest.raises(Refused, match="nowhere"):
        split(now, now.area_codes["A2"].id, Point(0, 0), Point(9, 9))


def test_a_reshaped_area_lets_go_of_the_desks_that_stand_outside() -> None:
    now = hub()
    pod = now.area_codes["G-POD1"]
    change = areas.reshape(now, pod.id, (*pod.outline[:1], Point(5_000, 2_000), *pod.outline[2:]))
    assert change.title == "Reshape area G-POD1"
    after = now.applying(change)
    assert [after.desk_codes[code].area for code in ("G-001", "G-002", "G-004")] == [pod.id, None, None]
    with pytest.raises(Refused, match="its sides cross"):
        areas.reshape(now, pod.id, (*pod.outline[:1], Point(5_000, 9_000), *pod.outline[2:]))
    with pytest.raises(Refused, match="three corners or more"):
        areas.reshape(now, pod.id, pod.outline[:2])


def test_an_area_moves_with_every_desk_that_stands_in_it() -> None:
    now = hub()
    pod = now.area_codes["G-POD1"]
    change = areas.move_with_desks(now, pod.id, 10_000, 1_000)
    assert change.title == "Move 4 desks and area G-POD1"
    after = now.applying(change)
    for code in ("G-001", "G-002", "G-003"):
        assert after.area_of(after.desk_codes[code]) == after.areas[pod.id]
        assert after.desk_codes[code].x_mm == now.desk_codes[code].x_mm + 10_000


def test_a_drawn_area_is_called_by_its_floor_and_kind() -> None:
    now = hub()
    ground = now.floor_codes["G"].id
    after = now.applying(areas.draw(now, ground, AreaKind.POD, rectangle(2_000, 2_000), FIRST))
    drawn = after.area_codes["G-POD2"]
    assert (drawn.name, drawn.first, drawn.agency) == ("Pod G-POD2", FIRST, None)
    named = areas.draw(after, ground, AreaKind.NEIGHBOURHOOD, rectangle(2_000, 2_000), None, "Housing")
    assert named.title == "Add area G-N1"
    with pytest.raises(Refused):
        areas.draw(now, ground, AreaKind.POD, rectangle(2_000, 0), FIRST)


def test_a_floor_takes_its_size_from_its_outline() -> None:
    now = hub()
    floor = now.floor_codes["G"]
    ell = tuple(
        Point(x, y)
        for x, y in ((0, 0), (30_000, 0), (30_000, 9_000), (15_000, 9_000), (15_000, 5_000), (0, 5_000))
    )
    after = now.applying(floors.set_outline(now, floor.id, ell)).floors[floor.id]
    assert (after.outline, after.width_mm, after.depth_mm) == (ell, 30_000, 9_000)
    with pytest.raises(Refused, match="left of or above"):
        floors.set_outline(now, floor.id, tuple(Point(-corner.x, corner.y) for corner in ell))
    with pytest.raises(Refused, match="its sides cross"):
        floors.set_outline(now, floor.id, (ell[0], ell[2], ell[1], Point(0, 5_000)))
