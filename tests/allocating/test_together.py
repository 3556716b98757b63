"""Desks that are placed together: vacant, in the place that was meant, and as close as can be."""

import random
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.allocating.together import closest, place_together, vacant_desks
from hubdesk.domain.desk import Desk
from hubdesk.domain.footprint import footprint
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.editing.allocations import allocate
from hubdesk.editing.desk_arrays import DeskPlace, Facing, Layout, lay_out
from tests.builders import HubBuilder, a_hub

DAY = date(2026, 5, 1)
ROOM = [(0, 0), (20, 0), (20, 10), (0, 10)]


def hub() -> HubBuilder:
    return a_hub().agency("CAB", "voluntary").floor("G", name="People").area("A1", outline=ROOM)


def benches(columns: int, rows: int) -> Hub:
    now = a_hub().agency("CAB", "voluntary").floor("G", width_m=200, depth_m=200).build()
    layout = Layout(columns, rows, 1_600, 3_800, Facing.BACK_TO_BACK)
    return now.applying(lay_out(now, now.floor_codes["G"].id, DeskPlace(1_000, 1_000), layout))


def codes(now: Hub, ids: tuple[RecordId, ...]) -> list[str]:
    return [now.desks[one].code for one in ids]


def test_a_team_sits_at_one_end_of_one_bench() -> None:
    now = benches(6, 3)
    floor = now.floor_codes["G"].id
    assert codes(now, place_together(now, floor, 4, DAY)) == ["G-001", "G-002", "G-007", "G-008"]
    assert codes(now, place_together(now, floor, 1, DAY)) == ["G-001"]


def test_a_whole_bench_is_better_than_parts_of_two() -> None:
    now = benches(3, 2)
    first, cab = DAY, now.agency_codes["CAB"].id
    taken = now.applying(allocate(now, [now.desk_codes["G-003"].id], cab, first))
    chosen = place_together(taken, now.floor_codes["G"].id, 6, DAY)
    assert codes(taken, chosen) == [f"G-{number:03}" for number in range(7, 13)]


def test_desks_that_join_up_are_better_than_a_little_less_way() -> None:
    now = a_hub().floor("G").desk("A", x_m=2, y_m=2).desk("B", x_m="3.6", y_m=2).desk("C", x_m=2, y_m="3.4")
    built = now.build()
    assert [desk.code for desk in closest(built.desks.values(), 2)] == ["A", "B"]


def test_only_what_is_vacant_and_in_service_all_the_while_is_taken() -> None:
    now = (
        hub()
        .desk("FREE", x_m=1, y_m=1)
        .desk("TAKEN", x_m=3, y_m=1)
        .desk("LATER", x_m=5, y_m=1)
        .desk("LEFT", x_m=7, y_m=1)
        .desk("NOT-YET", x_m=9, y_m=1, first="2026-06-01")
        .desk("ENDS", x_m=11, y_m=1, last="2026-06-30")
        .desk("OUTSIDE", x_m=30, y_m=1)
        .allocation("TAKEN", "CAB", "2026-04-01")
        .allocation("LATER", "CAB", "2026-08-01")
        .allocation("LEFT", "CAB", "2026-01-01", "2026-04-30")
        .build()
    )
    area, floor = now.area_codes["A1"].id, now.floor_codes["G"].id

    def vacant(place: RecordId, last: date | None) -> list[str]:
        return [desk.code for desk in vacant_desks(now, place, DAY, last)]

    assert vacant(area, None) == ["FREE", "LEFT"], "nobody is placed for good where a desk goes soon"
    assert vacant(area, date(2026, 6, 30)) == ["FREE", "LATER", "LEFT", "ENDS"]
    assert vacant(area, date(2026, 7, 31)) == ["FREE", "LATER", "LEFT"]
    assert vacant(floor, None) == ["FREE", "LEFT", "OUTSIDE"]


def test_too_few_vacant_desks_are_said_in_words() -> None:
    now = hub().desk("D1", x_m=1, y_m=1).desk("D2", x_m=3, y_m=1).build()
    area, floor = now.area_codes["A1"].id, now.floor_codes["G"].id
    with pytest.raises(Refused, match="Only 2 vacant desks in area A1 from 1 May 2026"):
        place_together(now, area, 3, DAY)
    with pytest.raises(Refused, match="Only 2 vacant desks in People floor"):
        place_together(now, floor, 6, DAY)
    with pytest.raises(Refused, match="0 is not a number of desks"):
        place_together(now, floor, 0, DAY)
    empty = hub().build()
    with pytest.raises(Refused, match="No vacant desk in area A1"):
        place_together(empty, empty.area_codes["A1"].id, 1, DAY)


def scattered(seed: int, count: int) -> list[Desk]:
    """Vacant desks of a floor laid out in benches, so many of them left over."""
    rng = random.Random(seed)
    return rng.sample(sorted(benches(5, 3).desks.values(), key=lambda one: one.code), count)


def cost(desks: tuple[Desk, ...]) -> float:
    """Independently: the root mean square way to the middle, and a metre for each further group."""
    x, y = (sum(values) / len(desks) for values in zip(*((one.x_mm, one.y_mm) for one in desks), strict=True))
    spread = (sum((one.x_mm - x) ** 2 + (one.y_mm - y) ** 2 for one in desks) / len(desks)) ** 0.5
    groups = {one.id: {one.id} for one in desks}
    for one, other in combinations(desks, 2):
        if footprint(one).box.grown(100).meets(footprint(other).box):
            merged = groups[one.id] | groups[other.id]
            for member in merged:
                groups[member] = merged
    return float(spread + 1_000 * (len({frozenset(group) for group in groups.values()}) - 1))


@given(st.integers(0, 10**6), st.integers(1, 5))
@hypothesis_settings(max_examples=40, deadline=None)
def test_nothing_closer_is_found_by_trying_everything(seed: int, count: int) -> None:
    desks = scattered(seed, 11)
    chosen = closest(desks, count)
    assert len(chosen) == count
    best = min(cost(pick) for pick in combinations(desks, count))
    assert cost(chosen) <= best * 1.1 + 1e-6


@given(st.integers(0, 10**6))
@hypothesis_settings(max_examples=20)
def test_the_same_desks_in_another_order_give_the_same_pick(seed: int) -> None:
    desks = scattered(seed, 15)
    assert closest(desks, 5) == closest(desks[::-1], 5)


def test_twenty_of_hundreds_of_vacant_desks_are_picked() -> None:
    now = benches(25, 10)
    chosen = place_together(now, now.floor_codes["G"].id, 20, DAY)
    assert len(set(chosen)) == 20


def test_more_desks_than_can_be_tried_one_by_one_still_give_a_close_pick() -> None:
    now = benches(40, 20)
    chosen = place_together(now, now.floor_codes["G"].id, 8, DAY)
    assert cost(tuple(now.desks[one] for one in chosen)) == pytest.approx(1_833, abs=1)
