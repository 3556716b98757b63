import math
from itertools import pairwise

import pytest

from hubdesk.domain.problem import Severity
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import Layer, Measure, Picture, read_underlay
from tests.exchange.underlays.drawings import (
    CM,
    FEET,
    INCH,
    MM,
    NONE,
    M,
    desk_block,
    drawing,
    file_of,
    nested_blocks,
    room,
)
from tests.exchange.underlays.refusing import refusal


def codes(picture: Picture) -> set[str]:
    return {note.code for note in picture.notes}


def lines_on(picture: Picture, layer: str) -> list[tuple[tuple[float, float], ...]]:
    return [line.places for line in picture.lines if line.layer == layer]


@pytest.mark.parametrize("form", ["asc", "bin"])
def test_walls_come_out_in_their_units_from_the_top_left_corner(form: str) -> None:
    document = drawing()
    room(document, at=(1_000, 2_000))
    read = read_underlay(file_of(document, form), UnderlayKind.DXF)
    assert (read.measure, read.mm_per_unit) == (Measure.BUILDING, 1.0)
    assert (read.width, read.height, read.corner) == (12_000, 8_000, (1_000, -10_000))
    assert lines_on(read, "WALLS") == [((0, 8_000), (12_000, 8_000), (12_000, 0), (0, 0), (0, 8_000))]
    assert read.raster is None
    assert read.notes == ()


@pytest.mark.parametrize(
    ("units", "mm"),
    [(MM, 1), (CM, 10), (M, 1_000), (INCH, 25.4), (FEET, 304.8), (14, 100), (NONE, None), (18, None)],
)
def test_the_drawings_units_make_millimetres(units: int, mm: float | None) -> None:
    document = drawing(units)
    size = 12_000 / (mm or 1)
    room(document, size, size / 2)
    read = read_underlay(file_of(document))
    assert read.mm_per_unit == mm
    if mm is None:
        assert read.measure is Measure.UNKNOWN
        (note,) = read.notes
        assert (note.code, note.severity) == ("underlay-no-units", Severity.WARNING)
    else:
        assert read.measure is Measure.BUILDING
        assert read.width * mm == pytest.approx(12_000)
        assert read.notes == ()


def test_units_that_make_a_floor_of_kilometres_are_doubted() -> None:
    document = drawing(M)
    room(document, 12_000, 8_000)
    (note,) = read_underlay(file_of(document)).notes
    assert note.code == "underlay-unlikely-size"
    assert "12,000.0 m" in note.what


def test_curves_are_true_to_a_millimetre() -> None:
    document = drawing()
    model = document.modelspace()
    model.add_circle((0, 0), 5_000, dxfattribs={"layer": "WALLS"})
    model.add_arc((0, 0), 900, 0, 90, dxfattribs={"layer": "DESKS"})
    model.add_ellipse((0, 0), (4_000, 0), 0.5, dxfattribs={"layer": "TEXT"})
    read = read_underlay(file_of(document))
    x, y = -read.corner[0], -read.corner[1]  # where the drawing's own corner of coordinates lies
    for layer, radius in (("WALLS", 5_000), ("DESKS", 900)):
        (run,) = lines_on(read, layer)
        for (x1, y1), (x2, y2) in pairwise(run):
            middle = math.hypot((x1 + x2) / 2 - x, (y1 + y2) / 2 - y)
            assert radius - 1 <= middle <= radius
    (arc,) = lines_on(read, "DESKS")
    assert [*arc[0], *arc[-1]] == pytest.approx([x + 900, y, x, y - 900])
    (ellipse,) = lines_on(read, "TEXT")
    xs, ys = zip(*ellipse, strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx(
        (x - 4_000, x + 4_000, y - 2_000, y + 2_000), abs=1
    )


def test_every_common_kind_of_entity_is_drawn() -> None:
    document = drawing()
    model = document.modelspace()
    room(document)
    model.add_lwpolyline([(0, 0, 1), (1_000, 0)], format="xyb", dxfattribs={"layer": "bulge"})
    model.add_spline([(0, 0), (500, 900), (1_000, 0)], dxfattribs={"layer": "spline"})
    model.add_polyline2d([(0, 0), (5, 5), (9, 0)], dxfattribs={"layer": "old"})
    model.add_solid([(0, 0), (1, 0), (0, 1), (1, 1)], dxfattribs={"layer": "solid"})
    hatch = model.add_hatch(dxfattribs={"layer": "hatch"})
    hatch.paths.add_polyline_path([(0, 0), (300, 0), (300, 300)], is_closed=True)
    model.add_linear_dim(base=(0, -500), p1=(0, 0), p2=(12_000, 0), dxfattribs={"layer": "sizes"}).render()
    layers = {layer.name: layer.entities for layer in read_underlay(file_of(document)).layers}
    assert layers["WALLS"] == 1
    assert {"bulge", "spline", "old", "solid", "hatch"} <= {
        name for name, many in layers.items() if many == 1
    }
    assert layers["sizes"] > 3


def test_layers_have_names_counts_colours_and_whether_they_show() -> None:
    document = drawing()
    document.layers.add("Hidden", color=5).off()
    document.layers.add("Frozen", true_color=0x102030).freeze()
    document.layers.add("Unused")
    room(document)
    model = document.modelspace()
    model.add_line((0, 0), (9, 9), dxfattribs={"layer": "desks"})
    model.add_line((0, 0), (9, 8), dxfattribs={"layer": "DESKS"})
    model.add_line((0, 0), (9, 9), dxfattribs={"layer": "HIDDEN"})
    model.add_line((0, 0), (9, 9), dxfattribs={"layer": "Frozen"})
    model.add_line((0, 0), (9, 9), dxfattribs={"layer": "TEXT"})
    model.add_line((0, 0), (9, 9), dxfattribs={"layer": "of nobody"})
    assert read_underlay(file_of(document)).layers == (
        Layer("DESKS", 2, "#00ff00", shown=True),
        Layer("Frozen", 1, "#102030", shown=False),
        Layer("Hidden", 1, "#0000ff", shown=False),
        Layer("of nobody", 1, "#000000", shown=True),
        Layer("TEXT", 1, "#000000", shown=True),
        Layer("WALLS", 1, "#ff0000", shown=True),
    )


def test_what_lies_on_layer_0_of_a_block_is_on_the_layer_of_its_user() -> None:
    document = drawing()
    block = desk_block(document)
    block.add_line((0, 0), (100, 100), dxfattribs={"layer": "TEXT"})
    document.modelspace().add_blockref("DESK", (1_000, 1_000), dxfattribs={"layer": "DESKS"})
    room(document)
    read = read_underlay(file_of(document))
    assert lines_on(read, "DESKS") == [
        ((1_000, 7_000), (2_600, 7_000), (2_600, 6_200), (1_000, 6_200), (1_000, 7_000))
    ]
    assert lines_on(read, "TEXT") == [((1_000, 7_000), (1_100, 6_900))]


def test_what_is_in_a_block_on_a_frozen_layer_does_not_show_either() -> None:
    document = drawing()
    document.layers.add("Old").freeze()
    desk_block(document).add_line((0, 0), (100, 100), dxfattribs={"layer": "TEXT"})
    document.modelspace().add_blockref("DESK", (0, 0), dxfattribs={"layer": "Old"})
    read = read_underlay(file_of(document))
    assert read.layers == (Layer("Old", 2, "#000000", shown=False, blocks=1),)


def test_a_layer_with_nothing_but_uses_of_blocks_is_listed_to_be_chosen() -> None:
    document = drawing()
    document.blocks.new("DESK").add_lwpolyline([(0, 0), (1_600, 800)], dxfattribs={"layer": "TEXT"})
    for at in range(3):
        document.modelspace().add_blockref("DESK", (at * 2_000, 0), dxfattribs={"layer": "desks"})
    layers = read_underlay(file_of(document)).layers
    assert [(layer.name, layer.entities, layer.blocks) for layer in layers] == [
        ("DESKS", 0, 3),
        ("TEXT", 3, 0),
    ]


def test_blocks_in_blocks_are_turned_scaled_and_mirrored() -> None:
    document = drawing()
    inner = document.blocks.new("INNER")
    inner.add_line((0, 0), (10, 0))
    outer = document.blocks.new("OUTER")
    outer.add_blockref("INNER", (100, 0), dxfattribs={"rotation": 90, "xscale": 2, "yscale": 2})
    model = document.modelspace()
    model.add_blockref("OUTER", (1_000, 0), dxfattribs={"xscale": -1, "layer": "DESKS"})
    model.add_line((0, 0), (0, 500), dxfattribs={"layer": "WALLS"})
    (run,) = lines_on(read_underlay(file_of(document)), "DESKS")
    assert [*run[0], *run[1]] == pytest.approx([900, 500, 900, 480])


def test_rows_and_columns_of_one_insert_are_all_drawn() -> None:
    document = drawing()
    desk_block(document)
    grid = {
        "row_count": 3,
        "column_count": 4,
        "row_spacing": 1_600,
        "column_spacing": 2_000,
        "layer": "DESKS",
    }
    document.modelspace().add_blockref("DESK", (0, 0), dxfattribs=grid)
    read = read_underlay(file_of(document))
    assert len(lines_on(read, "DESKS")) == 12
    assert (read.width, read.height) == (3 * 2_000 + 1_600, 2 * 1_600 + 800)


def test_what_is_mirrored_by_its_own_axis_lies_where_cad_shows_it() -> None:
    document = drawing()
    room(document)
    flipped = {"extrusion": (0, 0, -1), "layer": "DESKS"}
    document.modelspace().add_arc((-3_000, 2_000), 500, 0, 90, dxfattribs=flipped)
    (arc,) = lines_on(read_underlay(file_of(document)), "DESKS")
    xs, ys = zip(*arc, strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((2_500, 3_000, 5_500, 6_000))


def test_texts_become_labels_near_their_place() -> None:
    document = drawing()
    room(document)
    model = document.modelspace()
    model.add_text("Foyer", height=250, rotation=90, dxfattribs={"insert": (500, 1_000), "layer": "TEXT"})
    model.add_mtext(
        "People\\Pfloor", dxfattribs={"insert": (6_000, 4_000), "char_height": 200, "layer": "TEXT"}
    )
    foyer, people, floor = read_underlay(file_of(document)).labels
    assert (foyer.text, foyer.layer, foyer.height, foyer.rotation) == ("Foyer", "TEXT", 250, 270)
    assert [*foyer.at] == [500, 7_000]
    assert (people.text, *people.at) == ("People", 6_000, 4_200)
    assert floor.text == "floor"
    assert floor.at[1] > people.at[1]


def test_an_attribute_of_a_block_is_a_label() -> None:
    document = drawing()
    room(document)
    desk_block(document)
    desk = document.modelspace().add_blockref("DESK", (0, 0), dxfattribs={"layer": "DESKS"})
    desk.add_attrib("CODE", "D-17", insert=(100, 100))
    assert [(label.text, label.layer) for label in read_underlay(file_of(document)).labels] == [
        ("D-17", "DESKS")
    ]


def test_linked_drawings_and_pictures_are_left_out_with_a_note() -> None:
    document = drawing()
    room(document)
    document.add_xref_def("grid.dwg", "GRID")
    document.modelspace().add_blockref("GRID", (0, 0))
    image = document.add_image_def("/etc/passwd", (10, 10))
    document.modelspace().add_image(image, (0, 0), (10, 10))
    (note,) = read_underlay(file_of(document)).notes
    assert (note.code, note.severity) == ("underlay-left-out", Severity.WARNING)
    assert "GRID" in note.what
    assert "IMAGE" in note.what


def test_ten_million_entities_out_of_nested_blocks_are_counted_and_not_drawn() -> None:
    bomb = nested_blocks(levels=7, each=10)
    assert len(bomb) < 40_000
    problem = refusal(bomb)
    assert problem.code == "underlay-too-large"
    assert "200,000" in problem.what


def test_blocks_nested_too_deep_are_refused() -> None:
    assert refusal(nested_blocks(levels=300, each=1)).code == "underlay-too-large"


def test_a_thousand_million_by_rows_and_columns_are_refused() -> None:
    document = drawing()
    desk_block(document)
    grid = {"row_count": 32_767, "column_count": 32_767, "row_spacing": 1, "column_spacing": 1}
    document.modelspace().add_blockref("DESK", (0, 0), dxfattribs=grid)
    assert refusal(file_of(document)).code == "underlay-too-large"


def test_a_block_that_holds_itself_is_damaged() -> None:
    document = drawing()
    for one, other in (("A", "B"), ("B", "A")):
        document.blocks.new(one).add_blockref(other, (0, 0))
    document.modelspace().add_blockref("A", (0, 0))
    assert refusal(file_of(document)).code == "underlay-damaged"


def test_a_drawing_without_extent_says_so() -> None:
    document = drawing()
    assert refusal(file_of(document)).code == "underlay-nothing-drawn"
    document.modelspace().add_line((0, 0), (9_000, 0))
    assert refusal(file_of(document)).code == "underlay-nothing-drawn"


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_truncated_drawing_is_damaged_not_halved(share: float) -> None:
    document = drawing()
    for at in range(200):
        room(document, at=(at, at))
    body = file_of(document)
    assert refusal(body[: int(len(body) * share)]).code == "underlay-damaged"


def test_a_carelessly_written_drawing_is_mended() -> None:
    by_hand = (
        "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\nWALLS\n10\n0\n20\n0\n11\n5000\n21\n3000\n0\nENDSEC\n0\nEOF\n"
    )
    read = read_underlay(by_hand.encode())
    assert (read.width, read.height) == (5_000, 3_000)
    assert read.mm_per_unit is None
    assert codes(read) == {"underlay-no-units"}


def test_one_broken_entity_is_left_out_with_a_note_and_the_rest_is_drawn() -> None:
    document = drawing()
    room(document)
    document.modelspace().add_circle((0, 0), 77_777, dxfattribs={"layer": "DESKS"})
    body = file_of(document).replace(b"\n77777.0\n", b"\n1e999\n")
    read = read_underlay(body)
    assert [layer.name for layer in read.layers] == ["WALLS"]
    assert codes(read) == {"underlay-left-out"}
