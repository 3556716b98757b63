import pytest
from PIL import Image

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import Measure, Raster, read_underlay
from tests.exchange.underlays.dotted import picture, png_bomb, quartered
from tests.exchange.underlays.refusing import refusal

RED, BLUE, WHITE = (255, 0, 0, 255), (0, 0, 255, 255), (255, 255, 255, 255)


def dot(raster: Raster | None, x: int, y: int) -> tuple[int, ...]:
    assert raster is not None
    at = 4 * (y * raster.width + x)
    return tuple(raster.rgba[at : at + 4])


def test_a_png_comes_out_dot_by_dot() -> None:
    read = read_underlay(picture(quartered()), UnderlayKind.PNG)
    assert (read.kind, read.width, read.height) == (UnderlayKind.PNG, 40.0, 20.0)
    assert read.raster is not None
    assert (read.raster.width, read.raster.height, len(read.raster.rgba)) == (40, 20, 40 * 20 * 4)
    assert [dot(read.raster, *at) for at in ((0, 0), (19, 9), (20, 9), (19, 10))] == [RED, RED, BLUE, BLUE]


def test_a_jpeg_comes_out_too() -> None:
    read = read_underlay(picture(quartered((64, 64)), "JPEG", quality=95, subsampling=0), UnderlayKind.JPEG)
    assert all(abs(a - b) < 6 for a, b in zip(dot(read.raster, 5, 5), RED, strict=True))
    assert all(abs(a - b) < 6 for a, b in zip(dot(read.raster, 60, 60), BLUE, strict=True))


def test_a_photo_taken_sideways_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera's right side was up
    read = read_underlay(picture(quartered((64, 32)), "JPEG", exif=exif, quality=95))
    assert (read.width, read.height) == (32.0, 64.0)
    assert read.raster is not None
    assert (read.raster.width, read.raster.height) == (32, 64)
    assert dot(read.raster, 28, 4)[0] > 200  # red is at the top right now


@pytest.mark.parametrize(
    ("dpi", "mm"), [((300, 300), 25.4 / 300), ((100, 100), 0.254), ((1, 1), None), ((300, 150), None)]
)
def test_dots_to_the_inch_measure_the_paper_where_they_are_likely(
    dpi: tuple[int, int], mm: float | None
) -> None:
    read = read_underlay(picture(quartered(), dpi=dpi))
    if mm is None:
        assert (read.measure, read.mm_per_unit) == (Measure.UNKNOWN, None)
    else:
        assert read.measure is Measure.PAPER
        assert read.mm_per_unit == pytest.approx(mm, rel=1e-4)


def test_a_picture_without_dots_to_the_inch_has_to_be_calibrated() -> None:
    assert read_underlay(picture(quartered())).measure is Measure.UNKNOWN


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_large_picture_is_drawn_smaller_but_keeps_its_own_units(form: str) -> None:
    read = read_underlay(picture(quartered((900, 600)), form), longest_side=300)
    assert (read.width, read.height) == (900.0, 600.0)
    assert read.raster is not None
    assert (read.raster.width, read.raster.height) == (300, 200)
    assert dot(read.raster, 10, 10)[0] > 250
    assert dot(read.raster, 290, 190)[2] > 250


def test_what_is_see_through_is_laid_on_white() -> None:
    clear = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    clear.putpixel((1, 1), RED)
    read = read_underlay(picture(clear))
    assert (dot(read.raster, 0, 0), dot(read.raster, 1, 1)) == (WHITE, RED)
    paletted = Image.new("P", (4, 4), 0)
    paletted.putpalette([255, 0, 0, 0, 0, 255])
    paletted.putpixel((2, 2), 1)
    read = read_underlay(picture(paletted, transparency=0))
    assert (dot(read.raster, 0, 0), dot(read.raster, 2, 2)) == (WHITE, BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "CMYK"])
def test_every_way_to_hold_colours_is_read(mode: str) -> None:
    image = quartered().convert(mode)
    form = "JPEG" if mode == "CMYK" else "PNG"
    expected = image.convert("RGBA").getpixel((5, 5))
    assert isinstance(expected, tuple)
    assert dot(read_underlay(picture(image, form)).raster, 5, 5) == pytest.approx(expected, abs=6)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    grey = Image.new("I;16", (4, 4), 0x8000)
    assert dot(read_underlay(picture(grey)).raster, 1, 1) == (128, 128, 128, 255)


def test_a_picture_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() -> None:
    bomb = png_bomb(50_000, 20_000)
    assert len(bomb) < 200_000
    problem = refusal(bomb)
    assert problem.code == "underlay-too-large"
    assert "50,000 × 20,000" in problem.what


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_picture_is_damaged(form: str, share: float) -> None:
    body = picture(Image.effect_noise((200, 200), 80).convert("RGB"), form)
    assert refusal(body[: int(len(body) * share)]).code == "underlay-damaged"


def test_a_picture_is_not_taken_for_what_it_is_not() -> None:
    problem = refusal(picture(quartered()), UnderlayKind.PDF)
    assert problem.code == "underlay-wrong-kind"
    assert "PDF" in problem.what
