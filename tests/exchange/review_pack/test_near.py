"""The parts of a floor that are shown from near hold every desk of the agency, and are few."""

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.box import Box, around
from hubdesk.exchange.review_pack.near import parts_of

FLOOR = Box(0, 0, 60_000, 30_000)


def desk(x: int, y: int) -> Box:
    return Box(x, y, x + 1_600, y + 800)


def test_desks_beside_each_other_are_one_part_with_what_is_around() -> None:
    [part] = parts_of(FLOOR, [desk(20_000, 10_000), desk(22_000, 10_000)])
    assert part == Box(17_800, 8_100, 25_800, 12_700)


def test_desks_far_apart_are_a_part_each() -> None:
    first, second = parts_of(FLOOR, [desk(50_000, 10_000), desk(20_000, 10_000), desk(22_000, 10_000)])
    assert first.right < second.left


def test_a_row_of_desks_is_parted_in_the_middle() -> None:
    parts = parts_of(FLOOR, [desk(2_000 * number, 0) for number in range(10)])
    assert [(one.left, one.right) for one in parts] == [(0, 11_600), (9_000, 20_600)]


def test_a_part_in_which_all_has_been_seen_is_left_out() -> None:
    spread = [desk(20_000, 0), desk(20_000, 3_800), desk(33_000, 0), desk(28_000, 10_000)]
    parts = parts_of(FLOOR, spread)
    assert len(parts) == len({around([part]) for part in parts})
    assert all(any(holds(part, one) for part in parts) for one in spread)


def test_desks_as_no_hub_has_them_are_not_shown_from_near() -> None:
    assert parts_of(FLOOR, [Box(0, 0, 50_000, 800)]) == ()
    assert parts_of(FLOOR, []) == ()


def holds(part: Box, one: Box) -> bool:
    return around([part, one]) == part


@given(
    st.lists(st.builds(desk, st.integers(0, 9_000_000), st.integers(0, 9_000_000)), min_size=1, max_size=30)
)
def test_every_desk_is_in_a_part_and_parts_are_few_and_on_the_floor(desks: list[Box]) -> None:
    floor = around([FLOOR, *desks])
    parts = parts_of(floor, desks)
    assert 1 <= len(parts) <= 4
    assert all(any(holds(part, one) for part in parts) for one in desks)
    assert all(holds(floor, part) for part in parts)
