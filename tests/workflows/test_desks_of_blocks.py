"""Which blocks of a drawing there are, and the desks that they would be."""

from dataclasses import replace
from decimal import Decimal

from hubdesk.domain.desk import DeskKind
from hubdesk.domain.ids import RecordId
from hubdesk.domain.underlay import Underlay, UnderlayKind
from hubdesk.editing.desk_arrays import DeskPlace
from hubdesk.exchange.underlays import BlockPlace
from hubdesk.workflows.desks_of_blocks import AsDesks, BlockKind, desk_places, kinds_of_block

IN_METRES = Underlay(
    RecordId("u" * 16),
    RecordId("f" * 16),
    "survey",
    UnderlayKind.DXF,
    "a" * 64,
    Decimal(20),
    Decimal(10),
    Decimal(1_000),
    x_mm=500,
)
DESK = BlockPlace("DESK", "FURN", (1.0, 1.0), (2.0, 3.0), 1.6, 0.8, 0.0, (1.0, 1.0))
BENCH = replace(DESK, block="BENCH", width=3.2)
WITHIN = replace(DESK, centre=(2.8, 3.0), within=("BENCH",))


def test_blocks_are_counted_with_their_size_on_the_floor() -> None:
    plant = replace(DESK, block="PLANT", width=0.4, depth=0.4)
    kinds = kinds_of_block(IN_METRES, [plant, DESK, DESK, replace(DESK, width=1.2)])
    assert kinds == (BlockKind("DESK", "FURN", 3, 1_600, 800), BlockKind("PLANT", "FURN", 1, 400, 400))
    assert [kind.could_be_a_desk for kind in kinds] == [True, False]


def test_a_desk_stands_where_its_block_is_drawn() -> None:
    how = AsDesks([("DESK", "FURN")], DeskKind.TOUCHDOWN)
    turned = replace(DESK, rotation=350.5)
    assert desk_places(IN_METRES, [turned, BENCH], how) == (
        DeskPlace(2_500, 3_000, Decimal("350.5"), 1_600, 800, DeskKind.TOUCHDOWN),
    )


def test_the_turn_of_the_underlay_is_added_to_that_of_the_block() -> None:
    (place,) = desk_places(
        replace(IN_METRES, rotation=Decimal(20)),
        [replace(DESK, rotation=350.0)],
        AsDesks([("DESK", "FURN")]),
    )
    assert place.rotation == 10


def test_one_may_sit_at_the_short_side_and_a_size_may_be_typed() -> None:
    chosen = [("DESK", "FURN")]
    (place,) = desk_places(IN_METRES, [DESK], AsDesks(chosen, quarters=1))
    assert (place.rotation, place.width_mm, place.depth_mm) == (Decimal(90), 800, 1_600)
    (place,) = desk_places(IN_METRES, [DESK], AsDesks(chosen, size=(1_400, 700), quarters=2))
    assert (place.rotation, place.width_mm, place.depth_mm) == (Decimal(180), 1_400, 700)


def test_a_desk_within_a_chosen_bench_is_a_part_of_it() -> None:
    both = AsDesks([("DESK", "FURN"), ("BENCH", "FURN")])
    assert [place.width_mm for place in desk_places(IN_METRES, [BENCH, WITHIN], both)] == [3_200]
    desks = AsDesks([("DESK", "FURN")])
    assert [place.x_mm for place in desk_places(IN_METRES, [BENCH, WITHIN], desks)] == [3_300]
