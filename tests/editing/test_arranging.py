"""Moving, aligning, spreading, turning and mirroring, as people expect of a drawing tool."""

import random
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.box import Axis
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.editing import arranging, desks, turning
from hubdesk.editing.arranging import ONE_LINE_MM, Edge
from hubdesk.editing.desks import DeskDetails
from hubdesk.editing.pieces import Piece, box_around, pieces
from tests.builders import a_hub

SEEDS = st.integers(0, 10**6)
AXES = st.sampled_from(Axis)
FEW = hypothesis_settings(max_examples=50)
FLOOR = Floor(RecordId("f" * 16), "F", "Floor", 1, 60_000, 60_000)


def drawn(seed: int, count: int = 6, areas: int = 2) -> Hub:
    """A floor with desks and areas of any size, place and rotation."""
    rng = random.Random(seed)

    def way() -> int:
        return rng.randrange(60_000)

    records: list[Desk | Area] = [
        Desk(
            RecordId(f"{number:016x}"),
            f"F-{number:03}",
            FLOOR.id,
            way(),
            way(),
            None,
            Decimal(rng.choice(["0", "90", "180", "22.5", "301.25"])),
            rng.randrange(500, 2_000),
            rng.randrange(500, 1_000),
        )
        for number in range(count)
    ]
    for number in range(areas):
        outline = tuple(Point(way(), way()) for _ in range(3 + rng.randrange(3)))
        records.append(Area(RecordId(f"{number:016x}"), f"A{number}", FLOOR.id, "", AreaKind.POD, outline))
    return a_hub().add(FLOOR, *records).build()


def all_pieces(hub: Hub) -> tuple[Piece, ...]:
    return pieces(hub, hub.desks, hub.areas)


@given(SEEDS, AXES)
@FEW
def test_mirrored_twice_is_as_it_was(seed: int, axis: Axis) -> None:
    now = drawn(seed)
    once = now.applying(turning.mirror(now, now.desks, now.areas, axis))
    assert box_around(all_pieces(once)) == box_around(all_pieces(now))
    assert once.applying(turning.mirror(once, once.desks, once.areas, axis)) == now


def test_a_mirrored_desk_has_its_sitter_on_the_mirrored_side() -> None:
    now = a_hub().floor("G").desk("D1", x_m=2, y_m=2).desk("D2", x_m=6, y_m=2).build()
    turned = now.applying(
        desks.set_details(now, [now.desk_codes["D1"].id], DeskDetails(rotation=Decimal(90)))
    )
    across = turned.applying(turning.mirror(turned, turned.desks, (), Axis.ACROSS))
    assert [int(desk.rotation) for desk in across.desks.values()] == [270, 0]
    down = turned.applying(turning.mirror(turned, turned.desks, (), Axis.DOWN))
    assert [int(desk.rotation) for desk in down.desks.values()] == [90, 180]


@given(SEEDS, st.decimals(-720, 720, places=2))
@FEW
def test_turned_back_is_as_it_was_to_the_millimetre(seed: int, angle: Decimal) -> None:
    now, about = drawn(seed), Point(30_000, 30_000)
    there = now.applying(turning.rotate(now, now.desks, now.areas, angle, about))
    back = there.applying(turning.rotate(there, there.desks, there.areas, -angle, about))
    for one, other in zip(all_pieces(now), all_pieces(back), strict=True):
        assert all(abs(a - b) <= 2 for a, b in zip(one.box, other.box, strict=True))
    assert [desk.rotation for desk in back.desks.values()] == [desk.rotation for desk in now.desks.values()]


@given(SEEDS)
@FEW
def test_four_quarter_turns_are_none(seed: int) -> None:
    now = hub = drawn(seed)
    for _ in range(4):
        hub = hub.applying(turning.rotate(hub, hub.desks, hub.areas, Decimal(90), Point(123, 456)))
    assert hub == now


def test_a_quarter_turn_is_clockwise_about_the_centre_of_all() -> None:
    now = a_hub().floor("G").desk("D1", x_m=2, y_m=2).desk("D2", x_m=6, y_m=2).build()
    after = now.applying(turning.rotate(now, now.desks, (), Decimal(90)))
    assert [(desk.x_mm, desk.y_mm, int(desk.rotation)) for desk in after.desks.values()] == [
        (4_000, 0, 90),
        (4_000, 4_000, 90),
    ]


@pytest.mark.parametrize(
    ("edge", "end"),
    [(Edge.LEFT, 0), (Edge.TOP, 1), (Edge.RIGHT, 2), (Edge.BOTTOM, 3)],
    ids=str,
)
@given(seed=SEEDS)
@FEW
def test_aligned_edges_are_all_the_same_and_were_the_outermost(edge: Edge, end: int, seed: int) -> None:
    now = drawn(seed)
    after = now.applying(arranging.align(now, now.desks, edge, now.areas))
    assert {piece.box[end] for piece in all_pieces(after)} == {box_around(all_pieces(now))[end]}
    assert not arranging.align(after, after.desks, edge, after.areas)


@given(SEEDS)
@FEW
def test_aligned_middles_are_the_same_to_the_millimetre(seed: int) -> None:
    now = drawn(seed)
    after = now.applying(arranging.align(now, now.desks, Edge.CENTRE, now.areas))
    assert len({piece.box.centre.x for piece in all_pieces(after)}) == 1
    after = now.applying(arranging.align(now, now.desks, Edge.MIDDLE, now.areas))
    assert len({piece.box.centre.y for piece in all_pieces(after)}) == 1


@given(SEEDS, AXES)
@FEW
def test_distributed_gaps_are_equal_to_the_millimetre(seed: int, axis: Axis) -> None:
    now = drawn(seed)
    centres = sorted(piece.centre(axis) for piece in all_pieces(now))
    after = now.applying(arranging.distribute(now, now.desks, axis, now.areas))
    if min(b - a for a, b in pairwise(centres)) <= ONE_LINE_MM:
        return
    order = {piece.record.code: piece.centre(axis) for piece in all_pieces(now)}
    spans = [
        piece.box.span(axis) for piece in sorted(all_pieces(after), key=lambda one: order[one.record.code])
    ]
    gaps = [following[0] - one[1] for one, following in pairwise(spans)]
    assert max(gaps) - min(gaps) <= 1


def test_columns_of_a_bench_are_spread_as_columns() -> None:
    builder = a_hub().floor("G")
    for number, x in enumerate((2, 4, 9)):
        builder = builder.desk(f"A{number}", x_m=x, y_m=2).desk(f"B{number}", x_m=x, y_m="2.8")
    now = builder.build()
    after = now.applying(arranging.distribute(now, now.desks, Axis.ACROSS))
    assert [desk.x_mm for desk in after.desks.values()] == [2_000, 2_000, 5_500, 5_500, 9_000, 9_000]
    spaced = now.applying(arranging.space(now, now.desks, Axis.ACROSS, 1_800))
    assert [desk.x_mm for desk in spaced.desks.values()] == [2_000, 2_000, 3_800, 3_800, 5_600, 5_600]
    assert [desk.y_mm for desk in spaced.desks.values()] == [desk.y_mm for desk in now.desks.values()]


def test_desks_that_are_almost_above_one_another_are_one_column() -> None:
    builder = a_hub().floor("G")
    for number, x in enumerate((2_000, 4_000, 9_000)):
        builder = builder.desk(f"A{number}", x_m=Decimal(x) / 1000, y_m=2)
        builder = builder.desk(f"B{number}", x_m=Decimal(x + 60) / 1000, y_m=3)
    now = builder.build()
    after = now.applying(arranging.distribute(now, now.desks, Axis.ACROSS))
    assert [desk.x_mm for desk in after.desks.values()] == [2_000, 2_060, 5_500, 5_560, 9_000, 9_060]


def test_what_cannot_be_spread_is_refused_in_words() -> None:
    now = (
        a_hub().floor("G").desk("D1", x_m=2, y_m=2).desk("D2", x_m=2, y_m=5).desk("D3", x_m=2, y_m=9).build()
    )
    ids = list(now.desks)
    with pytest.raises(Refused, match="They stand above one another"):
        arranging.distribute(now, ids, Axis.ACROSS)
    with pytest.raises(Refused, match="This takes 3 or more, and 2 is selected"):
        arranging.distribute(now, ids[:2], Axis.DOWN)
    with pytest.raises(Refused, match="A pitch of 0 m"):
        arranging.space(now, ids, Axis.DOWN, 0)
    with pytest.raises(Refused, match="nothing here that has a place"):
        arranging.align(now, [], Edge.LEFT)


def test_desks_and_areas_move_as_one_change_and_stay_together() -> None:
    square = [(2, 2), (6, 2), (6, 6), (2, 6)]
    now = a_hub().floor("G").area("A1", outline=square).desk("D1", x_m=3, y_m=3, area="A1").build()
    area, desk = now.area_codes["A1"].id, now.desk_codes["D1"].id
    change = arranging.move(now, [desk], [area], 10_000, 0)
    assert change.title == "Move desk D1 and area A1"
    after = now.applying(change)
    assert after.desks[desk].area == area
    assert after.areas[area].outline[0] == Point(12_000, 2_000)
    alone = now.applying(arranging.move(now, [], [area], 10_000, 0))
    assert alone.desks[desk] == replace(now.desks[desk], area=None)


def test_details_are_set_or_kept_field_by_field() -> None:
    now = a_hub().floor("G").desk("D1", x_m=1, y_m=1).desk("D2", x_m=3, y_m=5).build()
    details = DeskDetails(y_mm=2_000, rotation=Decimal(-90), kind=DeskKind.ACCESSIBLE)
    change = desks.set_details(now, now.desks, details)
    assert change.title == "Set y and rotation and kind of 2 desks"
    after = now.applying(change).desks.values()
    assert [(one.x_mm, one.y_mm, int(one.rotation), one.kind) for one in after] == [
        (1_000, 2_000, 270, DeskKind.ACCESSIBLE),
        (3_000, 2_000, 270, DeskKind.ACCESSIBLE),
    ]
    assert not desks.set_details(now, now.desks, DeskDetails())
