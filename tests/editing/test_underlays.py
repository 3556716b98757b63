"""Underlays are laid, set to scale, moved, turned and replaced; locks keep things where they are."""

from dataclasses import replace
from decimal import Decimal
from math import dist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hubdesk.domain import checks
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.domain.turning import cosine_and_sine
from hubdesk.domain.underlay import Source, Underlay, UnderlayKind
from hubdesk.editing import floors, locks, underlays
from tests.builders import a_hub

HUB = a_hub().floor("G", width_m=40, depth_m=20).desk("D1").desk("D2").area("A1", m2=9).build()
GROUND = HUB.floor_codes["G"].id
D1, D2 = (HUB.desk_codes[code].id for code in ("D1", "D2"))
SCAN = Source(UnderlayKind.PNG, "a" * 64, Decimal(2_000), Decimal(1_000))
SURVEY = Source(
    UnderlayKind.DXF, "b" * 64, Decimal(39_000), Decimal(19_000),
    corner_x=Decimal(451_200_000), corner_y=Decimal(-206_700_000),
)  # fmt: skip

ON_THE_FLOOR = st.builds(Point, st.integers(0, 40_000), st.integers(0, 20_000))
ANGLES = st.integers(-7200, 7200).map(lambda tenths: Decimal(tenths) / 10)


def laid(source: Source = SCAN, scale: str = "10", **values: object) -> Hub:
    """The hub with `source` under its ground floor, and fields of that underlay set."""
    change = underlays.lay(HUB, GROUND, "plan", source, Decimal(scale))
    (underlay,) = change.added
    assert isinstance(underlay, Underlay)
    after = HUB.applying(change)
    return after.applying(underlays.change(after, replace(underlay, **values)))  # type: ignore[arg-type]


def the(hub: Hub) -> Underlay:
    (underlay,) = hub.underlays.values()
    return underlay


def after(hub: Hub, change: Change) -> Underlay:
    """The underlay after `change`, which brings in no errors and changes nothing else."""
    assert checks.errors_of(hub, change) == ()
    assert {edit.kind for edit in change.edits} <= {Underlay}
    return the(hub.applying(change))


def seen_at(underlay: Underlay, across: Decimal, down: Decimal) -> tuple[float, float]:
    """Where on the floor, in millimetres, that place of the source is seen."""
    cosine, sine = cosine_and_sine(underlay.rotation)
    right, below = float(across * underlay.mm_per_unit), float(down * underlay.mm_per_unit)
    return (
        underlay.x_mm + right * cosine - below * sine,
        underlay.y_mm + right * sine + below * cosine,
    )


def test_what_has_no_scale_of_its_own_is_laid_as_large_as_the_floor_holds() -> None:
    tall = replace(SCAN, height=Decimal(4_000))
    for source, scale in ((SCAN, Decimal(20)), (tall, Decimal(5))):
        change = underlays.lay(HUB, GROUND, "plan.png", source)
        assert change.title == "Lay underlay “plan.png” under floor G"
        underlay = the(HUB.applying(change))
        assert (underlay.mm_per_unit, underlay.x_mm, underlay.y_mm) == (scale, 0, 0)
        assert (underlay.kind, underlay.picture, underlay.width) == (
            source.kind,
            source.picture,
            source.width,
        )


def test_two_points_and_their_distance_set_the_scale() -> None:
    hub = laid(x_mm=100, y_mm=200)
    change = underlays.calibrate(hub, the(hub).id, Point(1_100, 200), Point(1_100, 700), 1_000)
    underlay = after(hub, change)
    assert (underlay.mm_per_unit, underlay.x_mm, underlay.y_mm) == (Decimal(20), -900, 200)
    assert change.title == "Set underlay “plan” to scale"


@given(ON_THE_FLOOR, ON_THE_FLOOR, st.integers(1_000, 60_000), ANGLES)
def test_the_points_are_that_far_apart_and_the_first_stays(
    a: Point, b: Point, distance: int, rotation: Decimal
) -> None:
    assume(dist(a, b) >= 500)
    hub = laid(x_mm=-3_000, y_mm=1_234, rotation=rotation)
    before = the(hub)
    underlay = the(hub.applying(underlays.calibrate(hub, before.id, a, b, distance)))
    now = [seen_at(underlay, *under(before, point)) for point in (a, b)]
    assert dist(*now) == pytest.approx(distance, abs=0.01)
    assert dist(now[0], a) <= 0.75, "within the rounding of the corner to a millimetre"


def under(underlay: Underlay, point: Point) -> tuple[Decimal, Decimal]:
    """The place of the source that is seen at `point` of the floor."""
    cosine, sine = cosine_and_sine(underlay.rotation)
    right, below = point.x - underlay.x_mm, point.y - underlay.y_mm
    across, down = right * cosine + below * sine, below * cosine - right * sine
    return Decimal(across) / underlay.mm_per_unit, Decimal(down) / underlay.mm_per_unit


@pytest.mark.parametrize(
    ("b", "distance", "code"),
    [(Point(5, 5), 1_000, "points-coincide"), (Point(5, 6), 0, "distance-not-above-zero")],
)
def test_points_that_set_no_scale_are_refused(b: Point, distance: int, code: str) -> None:
    hub = laid()
    with pytest.raises(Refused) as refused:
        underlays.calibrate(hub, the(hub).id, Point(5, 5), b, distance)
    assert [one.code for one in refused.value.problems] == [code]


def test_a_scale_at_which_nothing_is_left_to_see_is_an_error() -> None:
    hub = laid()
    change = underlays.calibrate(hub, the(hub).id, Point(0, 0), Point(40_000, 0), 1)
    assert [one.code for one in checks.errors_of(hub, change)] == ["underlay-size"]


def test_an_underlay_is_moved_and_turned() -> None:
    hub = laid(rotation=Decimal(350))
    moved = after(hub, underlays.move(hub, the(hub).id, 1_500, -20))
    assert (moved.x_mm, moved.y_mm) == (1_500, -20)
    change = underlays.rotate(hub, the(hub).id, Point(1_000, 0), Decimal(90))
    turned = after(hub, change)
    assert (turned.x_mm, turned.y_mm, turned.rotation) == (1_000, -1_000, Decimal(80))
    assert change.title == "Rotate underlay “plan”"


@given(ON_THE_FLOOR, ANGLES)
def test_what_is_under_the_middle_of_a_turn_stays_there(about: Point, angle: Decimal) -> None:
    hub = laid(x_mm=700, y_mm=-50, rotation=Decimal("12.5"))
    underlay = after(hub, underlays.rotate(hub, the(hub).id, about, angle))
    assert 0 <= underlay.rotation < 360
    assert dist(seen_at(underlay, *under(the(hub), about)), about) <= 0.75


def test_a_finer_scan_of_the_same_sheet_takes_up_the_same_floor() -> None:
    hub = laid(x_mm=300, y_mm=400, rotation=Decimal(5), opacity=30, locked=True)
    finer = Source(UnderlayKind.JPEG, "d" * 64, Decimal(6_000), Decimal(3_000))
    underlay = after(hub, underlays.replace(hub, the(hub).id, finer))
    assert underlay == replace(
        the(hub), kind=finer.kind, picture=finer.picture, width=finer.width, height=finer.height,
        mm_per_unit=underlay.mm_per_unit,
    )  # fmt: skip
    assert underlay.width * underlay.mm_per_unit == pytest.approx(Decimal(20_000), abs=Decimal("0.001"))


@given(ANGLES)
def test_a_later_issue_of_a_drawing_lies_over_the_earlier(rotation: Decimal) -> None:
    hub = laid(SURVEY, "1", x_mm=500, y_mm=250, rotation=rotation, hidden_layers=("A-FURN",))
    later = replace(
        SURVEY, picture="e" * 64, width=Decimal(41_000), corner_x=SURVEY.corner_x - 1_500,
        corner_y=SURVEY.corner_y + 250,
    )  # fmt: skip
    before, underlay = the(hub), the(hub.applying(underlays.replace(hub, the(hub).id, later)))
    assert (underlay.mm_per_unit, underlay.hidden_layers) == (before.mm_per_unit, before.hidden_layers)
    column = SURVEY.corner_x + 4_000, SURVEY.corner_y + 3_000
    seen = [seen_at(one, column[0] - one.corner_x, column[1] - one.corner_y) for one in (before, underlay)]
    assert dist(*seen) <= 0.75


def test_another_kind_of_drawing_hides_no_layers_that_it_may_not_have() -> None:
    hub = laid(SURVEY, "1", hidden_layers=("A-FURN",))
    assert after(hub, underlays.replace(hub, the(hub).id, SCAN)).hidden_layers == ()


def test_an_underlay_is_faded_hidden_and_locked() -> None:
    hub = laid()
    id_ = the(hub).id
    change = underlays.fade(hub, id_, 20)
    assert (after(hub, change).opacity, change.title) == (20, "Fade underlay “plan” to 20 %")
    assert [one.code for one in checks.errors_of(hub, underlays.fade(hub, id_, 120))] == ["underlay-opacity"]
    assert not underlays.show(hub, id_)
    hidden = hub.applying(underlays.hide(hub, id_))
    assert not the(hidden).shown
    assert the(hidden.applying(underlays.show(hidden, id_))).shown
    locked = hub.applying(underlays.lock(hub, id_))
    assert the(locked).locked
    assert not the(locked.applying(underlays.unlock(locked, id_))).locked
    assert underlays.lock(hub, id_).title == "Lock underlay “plan”"


def test_layers_are_switched_off_and_on() -> None:
    hub = laid(SURVEY, "1")
    change = underlays.hide_layers(hub, the(hub).id, ["B", "A"])
    assert (after(hub, change).hidden_layers, change.title) == (
        ("A", "B"),
        "Hide 2 layers of underlay “plan”",
    )
    hub = hub.applying(change)
    change = underlays.show_layers(hub, the(hub).id, ["A", "C"])
    assert after(hub, change).hidden_layers == ("B",)
    assert underlays.show_layers(hub, the(hub).id, ["A"]).title == "Show layer “A” of underlay “plan”"


def test_removing_an_underlay_loses_no_desk_and_removing_a_floor_takes_its_underlays() -> None:
    hub = laid()
    assert hub.applying(underlays.remove(hub, the(hub).id)) == HUB
    assert not hub.applying(floors.remove(hub, GROUND)).underlays


def test_underlays_are_drawn_in_order_of_name() -> None:
    hub = laid()
    for name in ("walls", "furniture"):
        hub = hub.applying(underlays.add(hub, replace(the(laid()), name=name)))
    twin = replace(hub.underlays_on_floor[GROUND][0], id=RecordId("0" * 16))
    hub = hub.applying(underlays.add(hub, twin))
    assert [one.name for one in hub.underlays_on_floor[GROUND]] == ["furniture", "furniture", "plan", "walls"]
    assert hub.underlays_on_floor[GROUND][0] == twin


def test_desks_and_areas_are_locked_in_one_change() -> None:
    change = locks.lock(HUB, [D1, D2], HUB.areas)
    assert change.title == "Lock 2 desks and area A1"
    hub = HUB.applying(change)
    assert all(hub.desks[one].locked for one in (D1, D2))
    assert all(area.locked for area in hub.areas.values())
    assert locks.unlock(hub, [D1]).title == "Unlock desk D1"
    assert hub.applying(locks.unlock(hub, hub.desks, hub.areas)) == HUB
    assert not locks.unlock(HUB, [D1])
