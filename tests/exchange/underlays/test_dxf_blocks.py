import pytest
from ezdxf.document import Drawing

from hubdesk.domain.problem import Refused
from hubdesk.exchange.underlays import BlockPlace, Cancelled, blocks_of, read_underlay
from tests.exchange.underlays.dotted import picture, quartered
from tests.exchange.underlays.drawings import M, desk_block, drawing, file_of, nested_blocks, room


def places(document: Drawing, *layers: str) -> tuple[BlockPlace, ...]:
    return blocks_of(file_of(document), layers or ("DESKS",))


def office() -> Drawing:
    """A room of 12 by 8 metres, for blocks to stand in."""
    document = drawing()
    room(document)
    desk_block(document)
    return document


def put(document: Drawing, block: str, x: float, y: float, **how: float | str) -> None:
    document.modelspace().add_blockref(block, (x, y), dxfattribs={"layer": "DESKS", **how})


def test_desks_are_found_with_middle_and_size_to_the_millimetre() -> None:
    document = office()
    put(document, "DESK", 1_000, 2_000)
    put(document, "DESK", 5_000, 2_000)
    first, second = places(document)
    assert (first.block, first.layer, first.within) == ("DESK", "DESKS", ())
    assert (first.at, first.centre) == ((1_000, 6_000), (1_800, 5_600))
    assert (first.width, first.depth, first.rotation, first.scale) == (1_600, 800, 0, (1, 1))
    assert second.centre == (5_800, 5_600)


def test_they_lie_on_the_picture_of_the_same_drawing() -> None:
    document = office()
    room(document, at=(-7_000, 30_000))
    put(document, "DESK", 1_000, 2_000)
    (place,) = places(document)
    drawn = [line.places for line in read_underlay(file_of(document)).lines if line.layer == "DESKS"]
    xs, ys = zip(*drawn[0], strict=True)
    assert place.centre == ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)


@pytest.mark.parametrize(("turned", "clockwise"), [(0, 0), (90, 270), (30, 330), (-45, 45), (180, 180)])
def test_a_turned_desk_keeps_its_size_and_turns_as_seen_on_the_floor(turned: float, clockwise: float) -> None:
    document = office()
    document.blocks.get("DESK").base_point = (800, 400)
    put(document, "DESK", 6_000, 4_000, rotation=turned)
    (place,) = places(document)
    assert place.centre == pytest.approx((6_000, 4_000))
    assert place.at == pytest.approx((6_000, 4_000))
    assert (place.width, place.depth, place.rotation) == pytest.approx((1_600, 800, clockwise))


def test_a_scaled_and_mirrored_desk() -> None:
    document = office()
    put(document, "DESK", 6_000, 4_000, xscale=0.5, yscale=-2)
    (place,) = places(document)
    assert (place.width, place.depth, place.rotation, *place.scale) == pytest.approx((800, 1_600, 0, 0.5, -2))
    assert place.centre == pytest.approx((6_400, 4_800))


def test_units_are_those_of_the_picture() -> None:
    document = drawing(M)
    room(document, 12, 8)
    block = document.blocks.new("DESK")
    block.add_lwpolyline([(0, 0), (1.6, 0), (1.6, 0.8), (0, 0.8)], close=True)
    put(document, "DESK", 1, 2)
    (place,) = places(document)
    mm = read_underlay(file_of(document)).mm_per_unit
    assert mm is not None
    assert (place.width * mm, place.depth * mm) == pytest.approx((1_600, 800))


def test_only_the_layers_that_were_chosen_are_looked_at() -> None:
    document = office()
    put(document, "DESK", 0, 0)
    put(document, "DESK", 0, 2_000, layer="TEXT")
    assert [place.at[1] for place in places(document)] == [8_000]
    assert len(places(document, "text", "desks")) == 2
    assert places(document, "WALLS") == ()


def test_a_bench_gives_itself_and_its_desks() -> None:
    document = office()
    bench = document.blocks.new("BENCH")
    for at in range(3):
        bench.add_blockref("DESK", (at * 1_600, 0))
        bench.add_blockref("DESK", (at * 1_600 + 1_600, 1_600), dxfattribs={"rotation": 180})
    put(document, "BENCH", 1_000, 1_000)
    outer, *desks = places(document)
    assert (outer.block, outer.within) == ("BENCH", ())
    assert (outer.width, outer.depth) == pytest.approx((4_800, 1_600))
    assert [(desk.block, desk.within) for desk in desks] == [("DESK", ("BENCH",))] * 6
    assert sorted(desk.centre for desk in desks) == [
        pytest.approx((1_800 + 1_600 * column, y)) for column in range(3) for y in (5_800, 6_600)
    ]
    assert [desk.rotation for desk in desks] == [0, 180] * 3


def test_rows_and_columns_are_as_many_places() -> None:
    document = office()
    put(document, "DESK", 0, 0, row_count=2, column_count=3, row_spacing=1_600, column_spacing=1_800)
    assert [place.at for place in places(document)] == [
        (x, y) for y in (8_000, 6_400) for x in (0, 1_800, 3_600)
    ]


def test_the_size_of_a_turned_part_is_not_guessed_too_large() -> None:
    document = office()
    outer = document.blocks.new("ROUND")
    inner = document.blocks.new("INNER")
    inner.add_circle((0, 0), 500)
    outer.add_blockref("INNER", (0, 0), dxfattribs={"rotation": 45})
    put(document, "ROUND", 6_000, 4_000)
    place = places(document)[0]
    assert (place.width, place.depth) == pytest.approx((1_000, 1_000), abs=2)


def test_a_variant_of_a_dynamic_block_is_called_as_its_user_calls_it() -> None:
    document = office()
    variant = document.blocks.new("*U7")
    variant.add_line((0, 0), (1_400, 700))
    handle = document.block_records.get("DESK").dxf.handle
    document.appids.add("AcDbBlockRepBTag")
    variant.block_record.set_xdata("AcDbBlockRepBTag", [(1070, 1), (1005, handle)])
    put(document, "*U7", 0, 0)
    (place,) = places(document)
    assert (place.block, place.width, place.depth) == ("DESK", 1_400, 700)


def test_a_block_that_draws_nothing_has_no_size() -> None:
    document = office()
    document.blocks.new("NOTE").add_attdef("CODE", (0, 0))
    put(document, "NOTE", 100, 100)
    (place,) = places(document)
    assert (place.width, place.depth) == (0, 0)


def test_hostile_and_other_files_are_refused_here_too() -> None:
    for body, code in (
        (nested_blocks(levels=7, each=10), "underlay-too-large"),
        (picture(quartered()), "underlay-wrong-kind"),
        (b"0\nSECTION\n", "underlay-damaged"),
    ):
        with pytest.raises(Refused) as refused:
            blocks_of(body, ["DESKS"], name="Ground floor.dxf")
        assert [problem.code for problem in refused.value.problems] == [code]
        assert refused.value.problems[0].where == "Ground floor.dxf"


def test_cancel_is_heard() -> None:
    with pytest.raises(Cancelled):
        blocks_of(file_of(office()), ["DESKS"], cancelled=lambda: True)
