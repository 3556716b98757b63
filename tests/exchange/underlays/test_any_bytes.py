"""Whatever the bytes, they are a picture or refused in words."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import kind_of, read_underlay
from tests.exchange.underlays.dotted import pdf, picture, quartered
from tests.exchange.underlays.drawings import desk_block, drawing, file_of, room
from tests.exchange.underlays.test_svg import SQUARE, svg


def plan() -> bytes:
    """A room with a desk."""
    document = drawing()
    room(document)
    desk_block(document)
    document.modelspace().add_blockref("DESK", (0, 0), dxfattribs={"layer": "DESKS"})
    return file_of(document)


WHOLE = {
    UnderlayKind.PNG: picture(quartered()),
    UnderlayKind.JPEG: picture(quartered(), "JPEG"),
    UnderlayKind.SVG: svg(SQUARE),
    UnderlayKind.PDF: pdf(["1 0 0 rg 0 0 9 9 re f"]),
    UnderlayKind.DXF: plan(),
}


@given(st.binary(max_size=4_096))
def test_the_kind_of_any_bytes_is_known_or_refused(body: bytes) -> None:
    with suppress(Refused):
        assert kind_of(body) in UnderlayKind


@settings(max_examples=6)
@given(body=st.binary(min_size=1, max_size=2_000))
@pytest.mark.parametrize("kind", UnderlayKind)
def test_random_bytes_after_a_good_beginning(kind: UnderlayKind, body: bytes) -> None:
    _taken_or_refused(WHOLE[kind][:80] + body)


@settings(max_examples=8)
@given(st.data())
@pytest.mark.parametrize("kind", UnderlayKind)
def test_one_stretch_of_a_good_file_overwritten(kind: UnderlayKind, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    at = data.draw(st.integers(0, len(whole) - 1), label="at")
    scrap = data.draw(st.binary(min_size=1, max_size=40), label="scrap")
    _taken_or_refused(whole[:at] + scrap + whole[at + len(scrap) :])


def _taken_or_refused(body: bytes) -> None:
    with suppress(Refused):  # what a refusal says has its own tests
        read = read_underlay(body, longest_side=64)
        assert max(read.width, read.height) > 0
        assert (read.raster is None) == (read.kind is UnderlayKind.DXF)
