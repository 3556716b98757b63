"""Going from desk to desk: in the order a plan is read, and in a direction."""

import random

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.domain.ids import RecordId
from hubdesk.domain.reading_order import neighbour, reading_order

RIGHT, LEFT, UP, DOWN = Point(1, 0), Point(-1, 0), Point(0, -1), Point(0, 1)


def a_desk(code: str, x: int, y: int) -> Desk:
    return Desk(RecordId(code), code, RecordId("floor"), x, y)


A, B, C = a_desk("A", 1_000, 1_050), a_desk("B", 3_000, 1_000), a_desk("C", 5_000, 1_200)
D, E = a_desk("D", 1_000, 3_000), a_desk("E", 3_400, 3_000)
ALL = (E, D, C, B, A)


def test_rows_are_read_from_the_left_though_they_are_not_quite_straight() -> None:
    assert reading_order(ALL) == (A, B, C, D, E)


def test_the_neighbour_is_the_one_straight_ahead() -> None:
    assert neighbour(A, ALL, RIGHT) == B
    assert neighbour(B, ALL, RIGHT) == C
    assert neighbour(B, ALL, DOWN) == E
    assert neighbour(E, ALL, UP) == B
    assert neighbour(E, ALL, LEFT) == D


def test_at_the_end_there_is_none() -> None:
    assert neighbour(C, ALL, RIGHT) is None
    assert neighbour(A, ALL, UP) is None
    assert reading_order(()) == ()


@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)), max_size=20), st.integers(0, 99))
def test_the_order_does_not_depend_on_how_desks_come_and_loses_none(
    places: list[tuple[int, int]], seed: int
) -> None:
    desks = [a_desk(f"D{number}", x, y) for number, (x, y) in enumerate(places)]
    ordered = reading_order(random.Random(seed).sample(desks, len(desks)))
    assert ordered == reading_order(desks)
    assert set(ordered) == set(desks)


@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)), min_size=1, max_size=20))
def test_an_arrow_leads_the_way_it_points(places: list[tuple[int, int]]) -> None:
    here, *others = (a_desk(f"D{number}", x, y) for number, (x, y) in enumerate(places))
    for way in (RIGHT, LEFT, UP, DOWN):
        there = neighbour(here, [here, *others], way)
        if there is not None:
            assert (there.x_mm - here.x_mm) * way.x + (there.y_mm - here.y_mm) * way.y > 0
