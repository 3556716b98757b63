"""Areas and insides of outlines, exact in whole millimetres."""

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.geometry import Point, double_area, encloses, rectangle

SIZES = st.integers(1, 100_000)
PLACES = st.integers(-50, 50)
POINTS = st.builds(Point, PLACES, PLACES)
L_SHAPE = (Point(0, 0), Point(10, 0), Point(10, 4), Point(4, 4), Point(4, 10), Point(0, 10))


@given(SIZES, SIZES)
def test_a_rectangle_has_its_area_and_holds_its_edge(width: int, depth: int) -> None:
    outline = rectangle(width, depth)
    assert double_area(outline) == 2 * width * depth
    for corner in outline:
        assert encloses(outline, corner)
    assert encloses(outline, Point(width // 2, depth))
    assert not encloses(outline, Point(width + 1, depth))
    assert not encloses(outline, Point(-1, 0))


@given(POINTS, POINTS, POINTS, POINTS)
def test_a_point_is_in_a_triangle_when_the_three_around_it_make_it_up(
    a: Point, b: Point, c: Point, point: Point
) -> None:
    around = double_area((a, b, point)) + double_area((b, c, point)) + double_area((c, a, point))
    if double_area((a, b, c)):
        assert encloses((a, b, c), point) == (around == double_area((a, b, c)))


@given(POINTS)
def test_an_outline_that_turns_in_leaves_its_corner_out(point: Point) -> None:
    inside = (0 <= point.x <= 10 and 0 <= point.y <= 4) or (0 <= point.x <= 4 and 0 <= point.y <= 10)
    assert encloses(L_SHAPE, point) == inside
    assert encloses(L_SHAPE[::-1], point) == inside
    assert double_area(L_SHAPE) == double_area(L_SHAPE[::-1]) == 2 * 64


@given(st.lists(POINTS, max_size=2), POINTS)
def test_nothing_drawn_encloses_no_area(outline: list[Point], point: Point) -> None:
    assert double_area(tuple(outline)) == 0
    assert encloses((), point) is False
