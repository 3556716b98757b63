import pytest

from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import ENDINGS, kind_of
from tests.exchange.underlays.dotted import pdf, picture, quartered


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ground floor.PNG", UnderlayKind.PNG),
        ("photo.jpeg", UnderlayKind.JPEG),
        ("photo.jpg", UnderlayKind.JPEG),
        ("a.b/plan.v2.svg", UnderlayKind.SVG),
        ("plan.pdf", UnderlayKind.PDF),
        ("plan.dxf", UnderlayKind.DXF),
    ],
)
def test_a_name_tells_the_kind(name: str, kind: UnderlayKind) -> None:
    assert kind_of(name) is kind


def test_there_is_an_ending_for_every_kind() -> None:
    assert set(ENDINGS.values()) == set(UnderlayKind)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (picture(quartered()), UnderlayKind.PNG),
        (picture(quartered(), "JPEG"), UnderlayKind.JPEG),
        (pdf([""]), UnderlayKind.PDF),
        (b"junk before\n" + pdf([""]), UnderlayKind.PDF),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', UnderlayKind.SVG),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand -->\n<svg/>', UnderlayKind.SVG),
        ('<?xml version="1.0"?><svg/>'.encode("utf-16"), UnderlayKind.SVG),
        (b"  0\r\nSECTION\r\n  2\r\nHEADER\r\n", UnderlayKind.DXF),
        (b"999\nmade by hand\n0\nSECTION\n", UnderlayKind.DXF),
        (b"AutoCAD Binary DXF\r\n\x1a\x00\x00", UnderlayKind.DXF),
    ],
)
def test_contents_tell_the_kind(body: bytes, kind: UnderlayKind) -> None:
    assert kind_of(body) is kind


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("plan.dwg", "underlay-dwg"),
        ("plan.svgz", "underlay-svgz"),
        ("plan.docx", "underlay-unknown-kind"),
        ("plan", "underlay-unknown-kind"),
        (b"AC1032\0\0", "underlay-dwg"),
        (b"\x1f\x8b\x08rest", "underlay-svgz"),
        (b"Dear all", "underlay-unknown-kind"),
        (b"", "underlay-empty"),
        (b"\0\0\0\0", "underlay-empty"),
    ],
)
def test_what_can_be_no_underlay_is_refused_with_what_to_do(given: str | bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(given)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.remedy


def test_a_dwg_is_to_be_saved_as_dxf() -> None:
    with pytest.raises(Refused) as refused:
        kind_of("Ground floor.dwg")
    assert "DXF" in refused.value.problems[0].remedy
    assert refused.value.problems[0].where == "Ground floor.dwg"
