import base64

import pytest

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import Measure, Picture, read_underlay
from tests.exchange.underlays.dotted import picture, png_bomb, quartered
from tests.exchange.underlays.refusing import refusal
from tests.exchange.underlays.test_dots import BLUE, RED, WHITE, dot

A3 = 'width="420mm" height="297mm" viewBox="0 0 420 297"'
SQUARE = '<rect x="100" y="100" width="100" height="100" fill="red"/>'


def svg(inside: str, size: str = A3, before: str = "") -> bytes:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
        f"{inside}</svg>"
    ).encode()


def colour_at(read: Picture, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place in the picture's own units."""
    assert read.raster is not None
    return dot(
        read.raster, int(x * read.raster.width / read.width), int(y * read.raster.height / read.height)
    )


def data(body: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(body).decode()}"


def test_a_sheet_in_millimetres_keeps_its_size() -> None:
    read = read_underlay(svg(""), UnderlayKind.SVG)
    assert (read.width, read.height, *read.corner) == pytest.approx((420, 297, 0, 0))
    assert read.measure is Measure.PAPER
    assert read.mm_per_unit == pytest.approx(1)
    assert read.raster is not None
    assert (read.raster.width, read.raster.height) == (4_961, 3_508)


def test_what_is_drawn_lies_where_it_was_drawn_to_the_millimetre() -> None:
    read = read_underlay(svg(SQUARE))
    inside, outside = [(100.1, 100.1), (199.9, 199.9)], [(99.9, 150), (150, 99.9), (200.1, 150), (150, 200.1)]
    assert {colour_at(read, *at) for at in inside} == {RED}
    assert {colour_at(read, *at) for at in outside} == {WHITE}


@pytest.mark.parametrize(
    ("size", "width", "height", "mm"),
    [
        ('viewBox="0 0 800 600"', 800, 600, None),
        ('width="100%" height="100%" viewBox="0 0 800 600"', 800, 600, None),
        ('width="800" height="600"', 800, 600, None),
        ('width="800px" height="600px" viewBox="0 0 400 300"', 400, 300, None),
        ('width="400" viewBox="0 0 800 600"', 800, 600, None),
        ('height="300mm" viewBox="0 0 800 600"', 800, 600, 0.5),
        ('width="4in" height="3in"', 384, 288, 25.4 / 96),
        ('width="72pt" height="36pt" viewBox="0 0 72 36"', 72, 36, 25.4 / 72),
        ('width="30cm" height="20cm" viewBox="0 0 300 200"', 300, 200, 1),
    ],
)
def test_every_way_to_give_a_size(size: str, width: float, height: float, mm: float | None) -> None:
    read = read_underlay(svg("", size), longest_side=50)
    assert (read.width, read.height) == pytest.approx((width, height))
    assert read.mm_per_unit == (None if mm is None else pytest.approx(mm))
    assert read.measure is (Measure.UNKNOWN if mm is None else Measure.PAPER)


def test_a_drawing_of_another_shape_than_its_sheet_lies_in_the_middle() -> None:
    read = read_underlay(svg(SQUARE, 'width="400mm" height="200mm" viewBox="100 100 100 100"'))
    assert (read.width, read.height, *read.corner) == pytest.approx((200, 100, 50, 100))
    assert [colour_at(read, x, 50) for x in (49, 51, 149, 151)] == [WHITE, RED, RED, WHITE]


@pytest.mark.parametrize(
    "size", ["", 'width="0" height="0"', 'viewBox="0 0 -5 5"', 'width="1e999" height="1"']
)
def test_a_drawing_without_a_size_is_refused(size: str) -> None:
    assert refusal(svg(SQUARE, size)).code == "underlay-no-size"


def test_styles_copies_texts_and_embedded_pictures_are_drawn() -> None:
    inside = (
        "<style>.room{fill:blue}</style>"
        "<defs><g id='desk'><rect class='room' width='10' height='10'/></g></defs>"
        "<use href='#desk' x='20' y='20'/><use xlink:href='#desk' x='40' y='20'/>"
        f"<image x='100' y='100' width='40' height='20' href='{data(picture(quartered()))}'/>"
        "<text x='200' y='100' font-size='60'>Hall</text>"
    )
    read = read_underlay(svg(inside))
    assert [colour_at(read, *at) for at in ((25, 25), (45, 25), (35, 25))] == [BLUE, BLUE, WHITE]
    assert [colour_at(read, *at) for at in ((105, 105), (135, 115))] == [RED, BLUE]
    assert any(colour_at(read, 200 + at / 2, 80) != WHITE for at in range(200))


def test_scripts_and_links_to_pages_are_left_out_and_the_rest_is_drawn() -> None:
    inside = f"<script>alert(1)</script><a href='https://example.org/'>{SQUARE}</a>"
    before = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'
    assert colour_at(read_underlay(svg(inside, before=before)), 150, 150) == RED


@pytest.mark.parametrize("copies", [f"<g id='a0'>{SQUARE}</g>", SQUARE.replace("<rect", "<rect id='a0'")])
def test_copies_of_copies_are_counted_before_anything_is_drawn(copies: str) -> None:
    nested = "".join(
        f"<g id='a{level}'>" + f"<use xlink:href='#a{level - 1}'/>" * 10 + "</g>" for level in range(1, 9)
    )
    bomb = svg(f"<defs>{copies}{nested}</defs><use href='#a8'/>")
    assert len(bomb) < 4_000
    problem = refusal(bomb)
    assert problem.code == "underlay-too-large"
    assert "200,000" in problem.what


@pytest.mark.parametrize(
    "inside",
    [
        "<image href='file:///etc/passwd' width='9' height='9'/>",
        "<image xlink:href='http://example.org/a.png' width='9' height='9'/>",
        "<image href='../body' width='9' height='9'/>",
        "<use href='other.svg#part'/>",
        "<style>@import url(http://example.org/a.css);</style>",
        "<style>@import 'a.css';</style>",
        "<rect style='fill:url(other.svg#red)'/>",
        "<rect filter='url( \"file:///a.svg#f\" )'/>",
        "<filter id='f'><feImage href='file:///etc/passwd'/></filter>",
    ],
)
def test_links_to_other_files_are_refused_by_name(inside: str) -> None:
    problem = refusal(svg(inside))
    assert problem.code == "underlay-links"
    assert any(part in problem.what for part in ("example.org", "file:///", "body", "other.svg", "a.css"))


def test_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    before = f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">{laughs}]>'
    assert refusal(svg("<text>&l9;</text>", before=before)).code == "underlay-entities"
    before = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    assert refusal(svg("<text>&x;</text>", before=before)).code == "underlay-entities"


def test_a_bomb_embedded_in_a_drawing_is_refused() -> None:
    inside = f"<image href='{data(png_bomb(50_000, 20_000))}' width='9' height='9'/>"
    assert refusal(svg(inside)).code == "underlay-too-large"


@pytest.mark.parametrize(
    ("link", "code"),
    [
        (data(svg(SQUARE), "svg+xml"), "underlay-embedded"),
        ("data:text/html,hello", "underlay-embedded"),
        (data(b"no picture"), "underlay-damaged"),
    ],
)
def test_only_pictures_of_dots_may_be_embedded(link: str, code: str) -> None:
    assert refusal(svg(f"<image href='{link}' width='9' height='9'/>")).code == code


def test_a_copy_of_itself_is_damaged() -> None:
    assert (
        refusal(svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>")).code
        == "underlay-damaged"
    )


@pytest.mark.parametrize("levels", [300, 100_000])
def test_groups_too_deep_in_one_another_are_refused(levels: int) -> None:
    assert refusal(svg("<g>" * levels + "</g>" * levels)).code == "underlay-too-large"


def test_deep_copies_of_copies_are_refused() -> None:
    chain = "".join(f"<g id='a{at}'><use href='#a{at - 1}'/></g>" for at in range(1, 2_000))
    assert refusal(svg(f"<g id='a0'/>{chain}")).code == "underlay-too-large"


def test_more_elements_than_any_plan_are_refused() -> None:
    assert refusal(svg("<g/>" * 450_000)).code == "underlay-too-large"


def test_a_filter_without_end_is_cut_off() -> None:
    waves = "<feTurbulence baseFrequency='.9' numOctaves='90000000'/>"
    inside = f"<filter id='f'>{waves}</filter><rect width='420' height='297' filter='url(#f)'/>"
    assert refusal(svg(inside), seconds=3).code == "underlay-too-slow"


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_drawing_is_damaged(share: float) -> None:
    body = svg(SQUARE * 50)
    assert refusal(body[: int(len(body) * share)]).code == "underlay-damaged"
