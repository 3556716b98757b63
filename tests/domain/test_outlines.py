"""Outlines as they are drawn, and straight cuts through them; those that turn in as well."""

from math import cos, hypot, pi, sin

import pytest
from hypothesis import assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.cutting import cuts, halves
from hubdesk.domain.geometry import Outline, Point, double_area, edges, encloses, rectangle
from hubdesk.domain.outlines import (
    OutlineFault,
    fault,
    side_of,
    tidied,
    with_corner_inserted,
    with_corner_moved,
    without_corner,
)

PLACES = st.integers(-9_000, 9_000)
POINTS = st.builds(Point, PLACES, PLACES)
U_SHAPE = tuple(Point(x, y) for x, y in ((0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9)))
STEPS = tuple(Point(x, y) for x, y in ((0, 0), (6, 0), (6, 2), (4, 2), (4, 4), (2, 4), (2, 6), (0, 6)))


@st.composite
def stars(draw: st.DrawFn) -> Outline:
    """Outlines that turn in and out around the middle."""
    lengths = draw(st.lists(st.integers(1_000, 9_000), min_size=3, max_size=9))
    turns = [2 * pi * place / len(lengths) for place in range(len(lengths))]
    return tuple(
        Point(round(length * cos(turn)), round(length * sin(turn)))
        for length, turn in zip(lengths, turns, strict=True)
    )


@given(stars())
def test_an_outline_around_a_middle_has_no_fault(outline: Outline) -> None:
    assert fault(outline) is None
    assert fault(outline[::-1]) is None


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        ((), OutlineFault.TOO_FEW),
        (((0, 0), (4, 0)), OutlineFault.TOO_FEW),
        (((0, 0), (4, 0), (8, 0)), OutlineFault.TOO_FEW),
        (((0, 0), (4, 0), (0, 0)), OutlineFault.TOO_FEW),
        (((0, 0), (4, 4), (4, 0), (0, 3)), OutlineFault.CROSSES_ITSELF),
        (((0, 0), (8, 0), (4, 0), (4, 4)), OutlineFault.CROSSES_ITSELF),
        (((0, 0), (8, 0), (8, 8), (4, 0), (0, 8)), OutlineFault.CROSSES_ITSELF),
        (((0, 0), (4, 0), (8, 0), (8, 8), (0, 8)), None),
        (((0, 0), (4, 0), (4, 4)), None),
        (((0, 0), (4, 0), (4, 0), (4, 4), (0, 0)), None),
    ],
    ids=str,
)
def test_what_is_no_outline_is_seen(
    corners: tuple[tuple[int, int], ...], expected: OutlineFault | None
) -> None:
    assert fault(tuple(Point(*corner) for corner in corners)) is expected


@given(st.lists(POINTS, min_size=4, max_size=6, unique=True))
def test_an_outline_with_a_fault_free_shape_has_sides_that_meet_only_at_corners(corners: list[Point]) -> None:
    outline = tuple(corners)
    assume(double_area(outline))
    sides = list(edges(outline))

    def crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
        (a, b), (c, d) = one, other
        return side_of(a, b, c) * side_of(a, b, d) < 0 and side_of(c, d, a) * side_of(c, d, b) < 0

    if any(crossing(one, other) for one in sides for other in sides):
        assert fault(outline) is OutlineFault.CROSSES_ITSELF


def test_corners_are_moved_put_in_and_taken_away() -> None:
    room = rectangle(4, 2)
    assert with_corner_moved(room, 2, Point(5, 5))[2] == Point(5, 5)
    assert with_corner_inserted(room, 3, Point(0, 1)) == (*room, Point(0, 1))
    assert without_corner(with_corner_inserted(room, 0, Point(2, 0)), 1) == room
    assert tidied((room[0], room[0], *room[1:], room[0])) == room


@given(stars(), POINTS, POINTS)
@hypothesis_settings(max_examples=200)
def test_the_two_parts_of_a_cut_make_up_the_whole(outline: Outline, a: Point, b: Point) -> None:
    around = sum(hypot(d.x - c.x, d.y - c.y) for c, d in edges(outline))
    for cut in cuts(outline, a, b):
        parts = halves(outline, cut)
        if parts is None:
            continue
        one, other = parts
        assert fault(one) is None
        assert fault(other) is None
        assert double_area(one) >= double_area(other)
        assert abs(double_area(one) + double_area(other) - double_area(outline)) <= 2 * around


@given(st.integers(1, 5_999), st.integers(1, 3_999))
def test_an_upright_cut_through_a_room_is_exact(across: int, down: int) -> None:
    room = rectangle(6_000, 4_000)
    for a, b in ((Point(across, -5), Point(across, 9_000)), (Point(-5, down), Point(9_000, down))):
        (cut,) = cuts(room, a, b)
        parts = halves(room, cut)
        assert parts is not None
        assert sum(double_area(part) for part in parts) == double_area(room)
        assert {len(part) for part in parts} == {4}


def test_of_two_halves_alike_the_one_with_the_first_corner_comes_first() -> None:
    room = rectangle(6_000, 4_000)
    for a, b in ((Point(3_000, -5), Point(3_000, 5_000)), (Point(3_000, 5_000), Point(3_000, -5))):
        (cut,) = cuts(room, a, b)
        parts = halves(room, cut)
        assert parts is not None
        assert room[0] in parts[0]


def test_a_line_that_ends_inside_is_drawn_on_to_the_walls() -> None:
    room = rectangle(6_000, 4_000)
    (cut,) = cuts(room, Point(2_000, 1_000), Point(2_000, 3_000))
    assert {cut.start, cut.end} == {Point(2_000, 0), Point(2_000, 4_000)}


@pytest.mark.parametrize(
    ("outline", "a", "b", "count"),
    [
        (U_SHAPE, (-1, 6), (10, 6), 2),
        (U_SHAPE, (-1, 6), (4, 6), 1),
        (U_SHAPE, (-1, 1), (10, 1), 1),
        (U_SHAPE, (0, 3), (9, 3), 2),
        (U_SHAPE, (-1, 0), (10, 0), 0),
        (U_SHAPE, (4, 4), (5, 8), 0),
        (U_SHAPE, (20, 20), (30, 20), 0),
        (U_SHAPE, (1, 1), (1, 1), 0),
        (STEPS, (4, 4), (0, 0), 1),
        (STEPS, (6, 2), (0, 2), 1),
    ],
    ids=str,
)
def test_how_often_a_line_goes_through(
    outline: Outline, a: tuple[int, int], b: tuple[int, int], count: int
) -> None:
    assert len(cuts(outline, Point(*a), Point(*b))) == count


def test_the_parts_of_a_shape_that_turns_in_hold_what_was_on_their_side() -> None:
    (cut,) = cuts(U_SHAPE, Point(-1, 6), Point(4, 6))
    parts = halves(U_SHAPE, cut)
    assert parts is not None
    larger, smaller = parts
    assert (double_area(larger), double_area(smaller)) == (2 * 54, 2 * 9)
    assert encloses(larger, Point(8, 8))
    assert encloses(smaller, Point(1, 8))
