"""What the process that reads hands back, once a hostile file has taken it over."""

import contextlib
import json
import math
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.problem import Severity
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.answer import answer_blocks, answer_fault, answer_picture
from hubdesk.exchange.underlays.answered import blocks_in, picture_in
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import LONGEST_SIDE, MOST_ANSWER_BYTES, MOST_PLACES
from hubdesk.exchange.underlays.picture import BlockPlace, Label, Layer, Line, Measure, Picture, Raster
from hubdesk.exchange.underlays.wish import Wish

HONEST = Picture(
    UnderlayKind.DXF,
    40.0,
    30.0,
    Measure.BUILDING,
    1000.0,
    (5.0, -6.0),
    raster=Raster(2, 3, bytes(range(24))),
    layers=(Layer("WALLS", 2, "#102030", shown=True, blocks=1),),
    lines=(Line("WALLS", ((0.0, 0.0), (1.0, 2.0))), Line("WALLS", ((3.0, 4.0),))),
    labels=(Label("WALLS", "Stair", (1.0, 1.0), 0.3, 90.0),),
    notes=(faults.NO_UNITS.noted_on("Ground floor"),),
)
BLOCK = BlockPlace("DESK", "DESKS", (1.0, 2.0), (1.5, 2.5), 1.6, 0.8, 90.0, (1.0, -1.0), ("BENCH",))
WISH = Wish(UnderlayKind.DXF, "Ground floor")


def refused(folder: Path, wish: Wish = WISH) -> None:
    with pytest.raises(Unfit) as unfit:
        picture_in(folder, wish)
    assert unfit.value.fault == faults.CRASHED


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Answer honestly, but for what `change` does to the picture."""
    answer_picture(folder, HONEST)
    told = json.loads((folder / "answer.json").read_text())
    change(told["picture"])
    (folder / "answer.json").write_text(json.dumps(told))


def test_an_honest_answer_is_taken_as_it_was_given(tmp_path: Path) -> None:
    answer_picture(tmp_path, HONEST)
    assert picture_in(tmp_path, WISH) == HONEST
    answer_blocks(tmp_path, [BLOCK, BLOCK])
    assert blocks_in(tmp_path, WISH) == (BLOCK, BLOCK)
    answer_fault(tmp_path, faults.DWG)
    with pytest.raises(Unfit) as unfit:
        picture_in(tmp_path, WISH)
    assert unfit.value.fault == faults.DWG


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"null",
        b"[]",
        b"7",
        b'"picture"',
        b"{}",
        b'{"picture": null}',
        b'{"picture": []}',
        b'{"picture": {}}',
        b'{"fault": null}',
        b'{"fault": {"code": "a", "what": "b"}}',
        b'{"fault": {"code": "a", "what": 7, "remedy": "c"}}',
        b'{"blocks": {}}',
        b'{"blocks": [7]}',
        b"[" * 200_000,
        b"9" * 10_000,
    ],
)
def test_what_is_no_answer_is_a_damaged_file(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "answer.json").write_bytes(body)
    refused(tmp_path)
    with pytest.raises(Unfit) as unfit:
        blocks_in(tmp_path, WISH)
    assert unfit.value.fault == faults.CRASHED


@pytest.mark.parametrize("raster", [[2, 4], [3, 3], [1, 3], [6, 0], [-2, -3], [0, 0], [2], [2, 3, 1], "ab"])
def test_dots_are_as_many_as_the_size_says(tmp_path: Path, raster: object) -> None:
    changed(tmp_path, lambda picture: picture.update(raster=raster))
    refused(tmp_path)


@pytest.mark.parametrize("side", [2.0, True, "2", None, math.nan, LONGEST_SIDE + 1, 2**62, 10**400])
def test_a_side_is_a_number_of_dots_within_bounds(tmp_path: Path, side: object) -> None:
    changed(tmp_path, lambda picture: picture.update(raster=[side, 3]))
    refused(tmp_path)


def test_no_side_is_longer_than_was_asked_for(tmp_path: Path) -> None:
    answer_picture(tmp_path, HONEST)
    refused(tmp_path, Wish(UnderlayKind.DXF, "Ground floor", longest_side=2))


def test_dots_that_are_missing_too_many_or_no_file_are_not_read(tmp_path: Path) -> None:
    answer_picture(tmp_path, HONEST)
    pixels = tmp_path / "pixels"
    pixels.write_bytes(bytes(23))
    refused(tmp_path)
    pixels.write_bytes(bytes(25))
    refused(tmp_path)
    pixels.unlink()
    refused(tmp_path)
    pixels.mkdir()
    refused(tmp_path)
    pixels.rmdir()
    (tmp_path / "elsewhere").write_bytes(bytes(24))
    pixels.symlink_to(tmp_path / "elsewhere")
    refused(tmp_path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "exe"),
        ("kind", "png"),
        ("kind", None),
        ("kind", []),
        ("measure", "by eye"),
        ("width", 0),
        ("width", -1.0),
        ("width", math.nan),
        ("width", math.inf),
        ("width", 1e300),
        ("width", 10**400),
        ("height", "30"),
        ("height", 1e-300),
        ("mm_per_unit", 0),
        ("mm_per_unit", math.nan),
        ("mm_per_unit", False),
        ("corner", [1.0]),
        ("corner", [1.0, math.inf]),
        ("corner", {"0": 1.0, "1": 2.0}),
        ("page", 1),
        ("page", -1),
        ("pages", 0),
        ("pages", 10**9),
        ("layers", None),
        ("layers", {}),
        ("layers", [{"name": "WALLS"}]),
        ("layers", [{"name": "W", "entities": -1, "colour": "#102030", "shown": True, "blocks": 0}]),
        ("layers", [{"name": "W", "entities": 1, "colour": "url(x)", "shown": True, "blocks": 0}]),
        ("layers", [{"name": "W", "entities": 1, "colour": "#102030", "shown": 1, "blocks": 0}]),
        ("lines", [["WALLS", 2]]),
        ("lines", [["WALLS", 4]]),
        ("lines", [["WALLS", 3], ["WALLS", 0]]),
        ("lines", [["WALLS", -1]]),
        ("lines", [["WALLS", 2.0], ["WALLS", 1]]),
        ("lines", [[7, 3]]),
        ("lines", [["WALLS"]]),
        ("lines", [["WALLS", 1]] * 200_001),
        ("labels", [{"layer": "W", "text": "a", "at": [0, 0], "height": -1, "rotation": 0}]),
        ("labels", [{"layer": "W", "text": "a", "at": "ab", "height": 1, "rotation": 0}]),
        ("labels", [{"layer": "W", "text": "a" * 100_000, "at": [0, 0], "height": 1, "rotation": 0}]),
        ("notes", [{"severity": "fatal", "code": "a", "what": "b", "where": "c", "remedy": "d"}]),
        ("notes", [{"severity": "warning", "code": "a", "what": "b", "where": "c"}]),
        ("notes", [{"severity": "warning", "code": "", "what": "", "where": "", "remedy": ""}] * 101),
    ],
)
def test_a_picture_of_another_shape_is_a_damaged_file(tmp_path: Path, field: str, value: object) -> None:
    changed(tmp_path, lambda picture: picture.update({field: value}))
    refused(tmp_path)


@pytest.mark.parametrize("field", ["kind", "width", "corner", "raster", "layers", "lines", "labels", "notes"])
def test_a_picture_without_one_of_its_parts_is_a_damaged_file(tmp_path: Path, field: str) -> None:
    changed(tmp_path, lambda picture: picture.pop(field))
    refused(tmp_path)


@pytest.mark.parametrize("numbers", [[math.nan] * 6, [0.0] * 5 + [math.inf], [-1e300] * 6, [0.0] * 5])
def test_places_that_are_nowhere_are_a_damaged_file(tmp_path: Path, numbers: list[float]) -> None:
    answer_picture(tmp_path, HONEST)
    (tmp_path / "places").write_bytes(array("d", numbers).tobytes())
    refused(tmp_path)


def test_what_is_endless_is_not_even_read(tmp_path: Path) -> None:
    answer_picture(tmp_path, HONEST)
    for name, most in (("places", 16 * MOST_PLACES), ("answer.json", MOST_ANSWER_BYTES)):
        with (tmp_path / name).open("r+b") as file:
            file.truncate(most + 16)  # sparse: it takes no room on the disk
        refused(tmp_path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("block", None),
        ("at", [1.0]),
        ("centre", [math.nan, 0.0]),
        ("width", -1.0),
        ("depth", "0.8"),
        ("rotation", math.inf),
        ("scale", None),
        ("within", "BENCH"),
        ("within", ["B"] * 41),
    ],
)
def test_blocks_of_another_shape_are_a_damaged_file(tmp_path: Path, field: str, value: object) -> None:
    answer_blocks(tmp_path, [BLOCK])
    told = json.loads((tmp_path / "answer.json").read_text())
    told["blocks"][0][field] = value
    (tmp_path / "answer.json").write_text(json.dumps(told))
    with pytest.raises(Unfit) as unfit:
        blocks_in(tmp_path, WISH)
    assert unfit.value.fault == faults.CRASHED


def test_half_characters_do_not_reach_the_screen(tmp_path: Path) -> None:
    changed(tmp_path, lambda picture: picture["labels"][0].update(text="Stair \ud800"))
    assert picture_in(tmp_path, WISH).labels[0].text == "Stair ?"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.sampled_from(["kind", "width", "corner", "page", "raster", "layers", "lines", "labels", "notes"]), JSON
)
@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_stands_in_a_field_it_is_a_picture_or_a_damaged_file(
    tmp_path: Path, field: str, value: object
) -> None:
    changed(tmp_path, lambda picture: picture.update({field: value}))
    picture: Picture | None = None
    with contextlib.suppress(Unfit):
        picture = picture_in(tmp_path, WISH)
    if picture is not None:
        assert all(math.isfinite(one) and one > 0 for one in (picture.width, picture.height))
        assert all(one.severity in Severity for one in picture.notes)


@pytest.mark.parametrize(("width", "height"), [(2, 4), (0, 0), (-2, -3), (3, 3)])
def test_no_raster_has_more_or_fewer_dots_than_its_size_says(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="dots"):
        Raster(width, height, bytes(24))
