"""Where a drag comes to lie: on edges, centres and equal gaps, else on the grid; never far from the hand."""

from decimal import Decimal
from math import hypot

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.desktop.plan.guides import AlignmentGuide, GapGuide
from hubdesk.desktop.plan.snapping import Snapper, SnapTo, to_grid
from hubdesk.desktop.plan.snapping_points import PointSnapper, along, stepped
from hubdesk.domain.box import Axis, Box
from hubdesk.domain.geometry import Point

PLACES = st.integers(-20_000, 20_000)
SIZES = st.integers(1, 3_000)
BOXES = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), PLACES, PLACES, SIZES, SIZES)
BOTH = SnapTo.GRID | SnapTo.OBJECTS


def desk(left: int, top: int) -> Box:
    return Box(left, top, left + 1_600, top + 800)


@given(st.lists(BOXES, max_size=12), BOXES, PLACES, PLACES, st.integers(0, 400), st.integers(1, 500))
@hypothesis_settings(max_examples=150)
def test_snapping_never_moves_further_than_the_tolerance_or_half_the_grid(
    stands: list[Box], moving: Box, right: int, down: int, tolerance: int, grid: int
) -> None:
    for to, most in ((SnapTo.OBJECTS, tolerance), (SnapTo.GRID, grid / 2), (BOTH, max(tolerance, grid / 2))):
        snapped = Snapper(stands, [], to, grid).moving(moving, right, down, tolerance)
        assert abs(snapped.right_mm - right) <= most
        assert abs(snapped.down_mm - down) <= most
    free = Snapper(stands, [], SnapTo.NOTHING, grid).moving(moving, right, down, tolerance)
    assert (free.right_mm, free.down_mm, free.guides) == (right, down, ())


@given(st.lists(BOXES, max_size=12), BOXES, PLACES, PLACES, st.integers(0, 400))
@hypothesis_settings(max_examples=150)
def test_what_has_snapped_stays_and_its_guides_hold(
    stands: list[Box], moving: Box, right: int, down: int, tolerance: int
) -> None:
    snapper = Snapper(stands, [], SnapTo.OBJECTS, 100)
    snapped = snapper.moving(moving, right, down, tolerance)
    again = snapper.moving(moving.moved(snapped.right_mm, snapped.down_mm), 0, 0, 0)
    assert again.guides == snapped.guides
    there = moving.moved(snapped.right_mm, snapped.down_mm)
    for guide in snapped.guides:
        start, end = there.span(guide.axis)
        if isinstance(guide, AlignmentGuide):
            assert guide.at_mm in {start, (start + end) // 2, end}
        else:
            assert all(abs(last - first - guide.gap_mm) <= 1 for first, last in guide.spans)


def test_an_edge_in_reach_beats_the_grid() -> None:
    snapper = Snapper([desk(1_030, 0)], [], BOTH, 100)
    snapped = snapper.moving(desk(0, 3_000), 1_010, 40, 50)
    assert (snapped.right_mm, snapped.down_mm) == (1_030, 0)
    assert AlignmentGuide(Axis.ACROSS, 1_030, 0, 3_800) in snapped.guides
    assert snapper.moving(desk(0, 3_000), 960, 0, 20).right_mm == 1_000


def test_centres_draw_as_edges_do() -> None:
    snapped = Snapper([Box(0, 0, 3_000, 800)], [], SnapTo.OBJECTS, 100).moving(desk(0, 2_000), 690, 0, 30)
    assert snapped.right_mm == 700
    assert [guide.at_mm for guide in snapped.guides if isinstance(guide, AlignmentGuide)] == [1_500]


def test_the_nearest_of_two_lines_draws() -> None:
    snapper = Snapper([desk(1_000, 0), desk(1_030, 5_000)], [], SnapTo.OBJECTS, 100)
    assert snapper.moving(desk(0, 2_000), 1_010, 0, 50).right_mm == 1_000
    assert snapper.moving(desk(0, 2_000), 1_020, 0, 50).right_mm == 1_030


def test_things_far_off_do_not_draw() -> None:
    assert (
        Snapper([desk(1_000, 40_000)], [], SnapTo.OBJECTS, 100).moving(desk(0, 0), 990, 0, 50).right_mm == 990
    )


def test_a_gap_like_the_next_one_is_found_and_measured() -> None:
    snapper = Snapper([desk(0, 0), desk(2_000, 0)], [], SnapTo.OBJECTS, 100)
    snapped = snapper.moving(desk(0, 100), 3_985, 0, 40)
    assert snapped.right_mm == 4_000
    assert GapGuide(Axis.ACROSS, ((1_600, 2_000), (3_600, 4_000)), 500, 400) in snapped.guides
    before = snapper.moving(desk(0, 100), -2_010, 0, 40)
    assert before.right_mm == -2_000


def test_the_middle_between_two_neighbours_draws() -> None:
    snapped = Snapper([desk(0, 0), desk(5_000, 0)], [], SnapTo.OBJECTS, 100).moving(desk(0, 70), 2_480, 0, 40)
    assert snapped.right_mm == 2_500
    assert GapGuide(Axis.ACROSS, ((1_600, 2_500), (4_100, 5_000)), 470, 900) in snapped.guides


def test_a_wall_draws_along_its_whole_length() -> None:
    hall = Box(0, 0, 30_000, 20_000).outline
    snapped = Snapper([], [hall], SnapTo.OBJECTS, 100).moving(desk(0, 10_000), 28_390, 0, 40)
    assert snapped.right_mm == 28_400
    assert AlignmentGuide(Axis.ACROSS, 30_000, 0, 20_000) in snapped.guides


@given(PLACES, st.integers(1, 3_000))
def test_the_grid_is_never_more_than_half_a_pitch_away(place: int, grid: int) -> None:
    assert (place + to_grid(place, grid)) % grid == 0
    assert abs(to_grid(place, grid)) <= grid / 2


def test_a_point_goes_to_a_corner_then_an_edge_then_the_angle() -> None:
    room = (Point(0, 0), Point(4_000, 0), Point(6_000, 3_000), Point(0, 3_000))
    snapper = PointSnapper([], [room], SnapTo.OBJECTS | SnapTo.ANGLE, 100)
    assert snapper.point(Point(3_970, 20), 50).point == Point(4_000, 0)
    assert snapper.point(Point(2_000, 30), 50).point == Point(2_000, 0)
    assert snapper.point(Point(5_020, 1_500), 50).point == Point(5_006, 1_509)
    assert snapper.point(Point(9_050, 1_000), 40, Point(8_000, 0)).point == Point(9_025, 1_025)


def test_a_point_without_anything_near_goes_to_the_grid() -> None:
    snapper = PointSnapper([desk(0, 0)], [], BOTH, 250)
    assert snapper.point(Point(20_130, 19_870), 30).point == Point(20_250, 19_750)


@given(st.builds(Point, PLACES, PLACES), st.sampled_from([15, 45, 90]))
def test_along_keeps_to_a_direction_and_comes_no_further_than_the_hand(at: Point, step: int) -> None:
    start = Point(100, 200)
    point = along(start, at, step)
    assert hypot(point.x - start.x, point.y - start.y) <= hypot(at.x - start.x, at.y - start.y) + 1
    again = along(start, point, step)  # each end is rounded to the millimetre
    assert max(abs(again.x - point.x), abs(again.y - point.y)) <= 1


@given(st.floats(-1_000, 1_000))
def test_a_rotation_goes_to_the_nearest_step(rotation: float) -> None:
    there = stepped(rotation)
    assert there % 15 == 0
    assert 0 <= there < 360
    away = (float(there) - rotation) % 360
    assert min(away, 360 - away) <= 7.5 + 1e-9


def test_rotations_step_in_words_that_desks_use() -> None:
    assert (stepped(44), stepped(359), stepped(-50)) == (Decimal(45), Decimal(0), Decimal(315))
