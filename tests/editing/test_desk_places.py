"""Desks where a drawing has them: none twice, numbered as the plan is read."""

from datetime import date
from decimal import Decimal

import pytest

from hubdesk.domain.desk import Desk
from hubdesk.domain.problem import Refused
from hubdesk.editing import desk_places
from hubdesk.editing.desk_arrays import MOST_AT_ONCE, DeskPlace
from hubdesk.editing.desk_places import SAME_MM
from tests.builders import a_hub

HUB = a_hub().floor("G", width_m=40, depth_m=20).build()
GROUND = HUB.floor_codes["G"].id
DAY = date(2026, 11, 23)


def at(x_mm: int, y_mm: int) -> DeskPlace:
    return DeskPlace(x_mm, y_mm, Decimal(90), 1_400, 700)


def test_desks_are_numbered_row_by_row_from_the_top() -> None:
    change = desk_places.put(HUB, GROUND, [at(5_000, 9_000), at(5_000, 2_000), at(2_000, 2_050)])
    placed = {one.code: (one.x_mm, one.y_mm) for one in change.added if isinstance(one, Desk)}
    assert placed == {"G-001": (2_000, 2_050), "G-002": (5_000, 2_000), "G-003": (5_000, 9_000)}
    assert change.title == "Add 3 desks from blocks"
    (desk, *_) = change.added
    assert isinstance(desk, Desk)
    assert (desk.rotation, desk.width_mm, desk.depth_mm) == (Decimal(90), 1_400, 700)


def test_what_is_drawn_twice_is_one_desk() -> None:
    near, far = at(2_000 + SAME_MM, 2_000 - SAME_MM), at(2_000 + SAME_MM + 1, 2_000)
    assert desk_places.free_of(HUB, GROUND, [at(2_000, 2_000), near, far], DAY) == (at(2_000, 2_000), far)


def test_where_a_desk_stands_none_is_put_again_until_it_is_withdrawn() -> None:
    change = desk_places.put(HUB, GROUND, [at(2_000, 2_000)], in_service_from=DAY)
    after = HUB.applying(change)
    assert desk_places.free_of(after, GROUND, [at(2_010, 2_000)], DAY) == ()
    before = date(2026, 11, 22)
    assert desk_places.free_of(after, GROUND, [at(2_010, 2_000)], before) == (at(2_010, 2_000),)


@pytest.mark.parametrize("count", [0, MOST_AT_ONCE + 1])
def test_none_and_too_many_are_refused(count: int) -> None:
    with pytest.raises(Refused):
        desk_places.put(HUB, GROUND, [at(2_000 * number, 0) for number in range(count)])
