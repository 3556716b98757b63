"""How far a desk is from each side of another."""

from decimal import Decimal

import pytest

from hubdesk.domain.footprint import Footprint, footprint
from hubdesk.domain.gaps import Gap, Side, clear_width, overlap
from hubdesk.domain.geometry import Point
from hubdesk.editing.desk_arrays import DeskPlace


def desk(x: int, y: int, rotation: int = 0) -> Footprint:
    return footprint(DeskPlace(x, y, Decimal(rotation)))


@pytest.mark.parametrize(
    ("side", "other"),
    [
        (Side.FRONT, desk(0, 1_300)),
        (Side.RIGHT, desk(2_100, 0)),
        (Side.LEFT, desk(-2_100, 0)),
    ],
    ids=str,
)
def test_a_desk_is_before_one_side_only(side: Side, other: Footprint) -> None:
    seen = {one: clear_width(desk(0, 0), one, other, 100) for one in Side}
    assert {one for one, gap in seen.items() if gap is not None} == {side}
    gap = seen[side]
    assert gap is not None
    assert gap.mm == 500


def test_sides_turn_with_the_desk() -> None:
    assert clear_width(desk(0, 0, 90), Side.FRONT, desk(-1_300, 0, 90), 100) == Gap(
        500, Point(-400, 0), Point(-900, 0)
    )
    assert clear_width(desk(0, 0, 90), Side.RIGHT, desk(0, 2_100, 90), 100) == Gap(
        500, Point(0, 800), Point(0, 1_300)
    )


def test_desks_that_touch_do_not_overlap() -> None:
    assert overlap(desk(0, 0), desk(1_600, 0)) is None
    assert overlap(desk(0, 0), desk(0, 800, 180)) is None
    assert overlap(desk(0, 0), desk(0, 700)) == Gap(100, Point(0, 300), Point(0, 400))
