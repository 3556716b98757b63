"""An underlay lies on paper where it lies on the floor: to scale, turned and faded."""

import re
from decimal import Decimal

import pytest

from hubdesk.domain.ids import new_id
from hubdesk.domain.underlay import Underlay, UnderlayKind
from hubdesk.exchange.plan.drawing import Drawing
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Placing
from hubdesk.exchange.plan.underlays import draw_underlay
from hubdesk.exchange.underlays.picture import Label, Line, Measure, Picture, Raster

PAGE = Box(0, 0, 297, 210)
PLACING = Placing(20.0, 30.0, 100)


def an_underlay(**terms: object) -> Underlay:
    """10 × 5 units of half a metre, 1 m from the floor's left and 2 m from its top."""
    made = {
        "name": "Survey",
        "kind": UnderlayKind.DXF,
        "picture": "0" * 64,
        "width": Decimal(10),
        "height": Decimal(5),
        "mm_per_unit": Decimal(500),
        "x_mm": 1000,
        "y_mm": 2000,
        **terms,
    }
    return Underlay(new_id(), new_id(), **made)  # type: ignore[arg-type]


def a_drawing(*lines: Line, labels: tuple[Label, ...] = ()) -> Picture:
    return Picture(UnderlayKind.DXF, 10, 5, Measure.BUILDING, 500, lines=lines, labels=labels)


def drawn(underlay: Underlay, picture: Picture) -> str:
    drawing = Drawing(PAGE, "")
    draw_underlay(drawing, underlay, picture, PLACING, PAGE)
    return drawing.svg()


WALL = Line("WALLS", ((0, 0), (10, 0)))


def test_a_wall_is_as_long_as_it_is_at_that_scale() -> None:
    assert 'd="M30 50L80 50"' in drawn(an_underlay(), a_drawing(WALL))


def test_it_turns_about_its_corner() -> None:
    assert 'd="M30 50L30 100"' in drawn(an_underlay(rotation=Decimal(90)), a_drawing(WALL))


def test_hidden_layers_are_left_out() -> None:
    svg = drawn(
        an_underlay(hidden_layers=("WALLS",)),
        a_drawing(WALL, Line("DOORS", ((0, 1), (1, 1))), labels=(Label("WALLS", "B1", (0, 0), 1, 0),)),
    )
    assert "M30 50L80 50" not in svg
    assert "M30 55L35 55" in svg
    assert "B1" not in svg


def test_what_is_far_off_the_page_is_left_out() -> None:
    far = Line("WALLS", ((1000, 1000), (2000, 1000)))
    assert "M" not in re.sub("<title>.*</title>", "", drawn(an_underlay(), a_drawing(far))).replace("mm", "")


def test_labels_stand_on_their_base_line_and_small_ones_are_left_out() -> None:
    svg = drawn(
        an_underlay(),
        a_drawing(
            labels=(Label("T", "Plant", (2, 2), 0.4, 0), Label("T", "tiny", (2, 3), 0.05, 0)),
        ),
    )
    [(x, y)] = re.findall(r'<text x="([0-9.]+)" y="([0-9.]+)"', svg)
    assert (float(x), float(y)) == pytest.approx((40, 60), abs=0.002)
    assert "tiny" not in svg


def test_a_picture_of_dots_covers_its_place() -> None:
    picture = Picture(
        UnderlayKind.PNG, 10, 5, Measure.UNKNOWN, raster=Raster(10, 5, bytes((200, 30, 30, 255)) * 50)
    )
    svg = drawn(an_underlay(rotation=Decimal(15), opacity=30), picture)
    assert '<image transform="translate(30 50) rotate(15)" width="50" height="25"' in svg
    assert 'opacity="0.3"' in svg
    assert "data:image/png;base64," in svg
