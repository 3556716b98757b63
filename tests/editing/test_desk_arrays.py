"""Rows, benches and arrays of desks: exact, apart from each other, and numbered on."""

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.box import Box, around
from hubdesk.domain.desk import DeskKind
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Point
from hubdesk.domain.problem import Refused
from hubdesk.editing.desk_arrays import DeskPlace, Facing, Layout, dragged, fitting, lay_out, places
from hubdesk.editing.numbering import next_area_codes, next_codes
from tests.builders import a_hub

QUARTERS = st.sampled_from([Decimal(0), Decimal(90), Decimal(180), Decimal(270)])
FACINGS = st.sampled_from(Facing)
BENCH = Layout(3, 1, facing=Facing.BACK_TO_BACK)


@st.composite
def arrays(draw: st.DrawFn) -> tuple[DeskPlace, Layout]:
    width, depth = draw(st.integers(600, 2_000)), draw(st.integers(500, 1_000))
    first = DeskPlace(
        draw(st.integers(0, 9_000)),
        draw(st.integers(0, 9_000)),
        draw(QUARTERS),
        width,
        depth,
        DeskKind.TOUCHDOWN,
    )
    sketch = Layout(
        draw(st.integers(1, 5)),
        draw(st.integers(1, 4)),
        width + draw(st.integers(0, 500)),
        0,
        draw(FACINGS),
        draw(st.integers(0, 50)),
    )
    pitch = sketch.row_depth_mm(depth) + draw(st.integers(0, 3_000))
    return first, Layout(
        sketch.columns, sketch.rows, sketch.column_pitch_mm, pitch, sketch.facing, sketch.back_gap_mm
    )


def overlap(one: Box, other: Box) -> bool:
    """By more than the millimetre that half ones are rounded to."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > 1


@given(arrays())
@hypothesis_settings(max_examples=60)
def test_the_desks_of_an_array_never_stand_in_one_another(array: tuple[DeskPlace, Layout]) -> None:
    laid = places(*array)
    assert len(laid) == array[1].desks
    assert not any(overlap(footprint(a).box, footprint(b).box) for a, b in combinations(laid, 2))


@given(arrays())
@hypothesis_settings(max_examples=60)
def test_the_first_desk_stands_where_it_was_put_and_the_pitch_is_exact(
    array: tuple[DeskPlace, Layout],
) -> None:
    first, layout = array
    laid = places(first, layout)
    assert (laid[0].x_mm, laid[0].y_mm) == (first.x_mm, first.y_mm)
    for one, following in pairwise(laid[: layout.columns]):
        steps = abs(following.x_mm - one.x_mm), abs(following.y_mm - one.y_mm)
        assert sorted(steps) == [0, layout.column_pitch_mm]


def test_the_two_rows_of_a_bench_stand_back_to_back_and_look_away() -> None:
    laid = places(DeskPlace(1_000, 400), BENCH)
    assert [(one.x_mm, one.y_mm, int(one.rotation)) for one in laid] == [
        (1_000, 400, 180),
        (2_600, 400, 180),
        (4_200, 400, 180),
        (1_000, 1_200, 0),
        (2_600, 1_200, 0),
        (4_200, 1_200, 0),
    ]
    turned = places(DeskPlace(1_000, 400, Decimal(90)), BENCH)
    assert [(one.x_mm, one.y_mm, int(one.rotation)) for one in turned[2:4]] == [
        (1_000, 3_600, 270),
        (200, 400, 90),
    ]


@given(st.integers(-30_000, 30_000), st.integers(-30_000, 30_000), FACINGS, QUARTERS)
@hypothesis_settings(max_examples=80)
def test_what_is_dragged_out_fills_the_rectangle_from_where_it_began(
    right: int, down: int, facing: Facing, rotation: Decimal
) -> None:
    desk, sketch = DeskPlace(0, 0, rotation, 1_400, 800), Layout(facing=facing, column_pitch_mm=1_500)
    a = Point(1_000, 2_000)
    first, layout = dragged(a, Point(a.x + right, a.y + down), desk, sketch)
    box = around(footprint(one).box for one in places(first, layout))
    begins = (box.left if right >= 0 else box.right), (box.top if down >= 0 else box.bottom)
    across, deep = (right, down) if rotation % 180 == 0 else (down, right)
    if right and down:
        assert begins == a
    for length, size, pitch, count in (
        (abs(across), 1_400, 1_500, layout.columns),
        (abs(deep), layout.row_depth_mm(800), layout.row_pitch_mm, layout.rows),
    ):
        taken = (count - 1) * pitch + size
        assert taken <= max(length, size) < taken + pitch


def test_how_many_fit() -> None:
    assert [fitting(length, 1_600, 1_800) for length in (0, 1_600, 3_399, 3_400, 10_600)] == [1, 1, 1, 2, 6]


def test_sixty_desks_in_benches_are_one_change() -> None:
    now = a_hub().floor("G").build()
    floor = now.floor_codes["G"].id
    layout = Layout(6, 5, facing=Facing.BACK_TO_BACK)
    change = lay_out(now, floor, DeskPlace(2_000, 2_000), layout, in_service_from=date(2026, 5, 1))
    assert change.title == "Add 60 desks G-001 to G-060"
    desks = now.applying(change).desks.values()
    assert {desk.first for desk in desks} == {date(2026, 5, 1)}
    assert len({(desk.x_mm, desk.y_mm) for desk in desks}) == 60
    assert lay_out(now, floor, DeskPlace(1, 1), Layout()).title == "Add desk G-001"


@pytest.mark.parametrize(
    "layout",
    [
        Layout(2, 1, 1_599),
        Layout(1, 2, 1_600, 799),
        Layout(1, 2, row_pitch_mm=1_599, facing=Facing.BACK_TO_BACK),
        Layout(0, 3),
        Layout(2_001, 1),
        Layout(back_gap_mm=-1),
    ],
)
def test_an_array_that_cannot_stand_is_refused(layout: Layout) -> None:
    now = a_hub().floor("G").build()
    with pytest.raises(Refused):
        lay_out(now, now.floor_codes["G"].id, DeskPlace(2_000, 2_000), layout)


def test_numbers_go_on_past_what_is_taken_and_keep_their_zeros() -> None:
    now = a_hub().floor("G").floor("1").desk("G-015", "1").desk("G-017", "1").desk("Z9").build()
    ground = now.floor_codes["G"].id
    assert next_codes(now, "G-014", 3, ground) == ("G-016", "G-018", "G-019")
    assert next_codes(now, "G-998", 2, ground) == ("G-999", "G-1000")
    assert next_codes(now, "Hot desk", 2, ground) == ("Hot desk-001", "Hot desk-002")
    assert next_codes(now, "A7B09", 2, ground) == ("A7B10", "A7B11")


def test_without_a_code_to_follow_the_floor_says_how_its_desks_are_numbered() -> None:
    now = a_hub().floor("G").floor("2").desk("D-07").desk("D-12").desk("X-90").build()
    assert next_codes(now, None, 2, now.floor_codes["G"].id) == ("D-13", "D-14")
    assert next_codes(now, None, 1, now.floor_codes["2"].id) == ("2-001",)


def test_areas_are_numbered_on_too() -> None:
    now = a_hub().floor("G").area("G-POD1").area("G-POD2").area("G-HALL").build()
    assert next_area_codes(now, "G-POD1", 2) == ("G-POD3", "G-POD4")
    assert next_area_codes(now, "G-HALL", 2) == ("G-HALL-2", "G-HALL-3")


@given(st.text(max_size=12), st.integers(1, 30))
def test_following_codes_are_always_new_and_different(after: str, count: int) -> None:
    now = a_hub().floor("G").desks(12).build()
    codes = next_codes(now, after, count, now.floor_codes["G"].id)
    assert len(set(codes)) == count
    assert not set(codes) & set(now.desk_codes)
