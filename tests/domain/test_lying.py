"""Places of a drawing and places of the floor, both ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.geometry import Point
from hubdesk.domain.ids import RecordId
from hubdesk.domain.lying import edges, is_over, middle, on_drawing, on_floor
from hubdesk.domain.underlay import Underlay, UnderlayKind


def lying(rotation: int = 0, scale: str = "10", x_mm: int = 1_000, y_mm: int = 2_000) -> Underlay:
    return Underlay(
        RecordId("u" * 16),
        RecordId("f" * 16),
        "plan",
        UnderlayKind.PNG,
        "a" * 64,
        Decimal(400),
        Decimal(200),
        Decimal(scale),
        x_mm=x_mm,
        y_mm=y_mm,
        rotation=Decimal(rotation),
    )


def test_it_covers_its_rectangle_and_no_more() -> None:
    under = lying()
    assert edges(under) == (
        Point(1_000, 2_000),
        Point(5_000, 2_000),
        Point(5_000, 4_000),
        Point(1_000, 4_000),
    )
    assert middle(under) == Point(3_000, 3_000)
    assert is_over(under, Point(1_001, 3_999))
    assert not is_over(under, Point(999, 3_000))
    assert not is_over(under, Point(3_000, 4_001))


def test_a_quarter_turn_is_clockwise_about_the_corner() -> None:
    assert edges(lying(90)) == (
        Point(1_000, 2_000),
        Point(1_000, 6_000),
        Point(-1_000, 6_000),
        Point(-1_000, 2_000),
    )


@given(st.integers(0, 359), st.floats(0, 400), st.floats(0, 200))
def test_a_place_goes_to_the_floor_and_back(rotation: int, across: float, down: float) -> None:
    under = lying(rotation)
    assert on_drawing(under, on_floor(under, across, down)) == pytest.approx((across, down), abs=0.08)
