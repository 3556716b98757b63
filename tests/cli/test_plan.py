"""`hubdesk plan`: a floor on paper without a screen."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from hubdesk.cli.given import now
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.ids import new_id
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.underlays import read_underlay
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.underlay_files import kept
from tests.command_line import done, misused, refused
from tests.exchange.plan.pages import pages_of


def test_a_floor_goes_into_a_pdf(parkside: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.pdf"
    ended = done("plan", parkside, "--floor", "1", "--as-at", "7 Nov 2026", "--paper", "A3", out)
    assert ended.out == f"Wrote {out}: 1:125 on A3\n"
    [page] = pages_of(out)
    assert page.says("7 November 2026")


def test_for_one_agency_over_several_pages(parkside: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.pdf"
    asked = ("--floor", "G", "--agency", "CAB", "--scale", "1:75", "--tiled")
    assert "pages" in done("plan", parkside, *asked, out).out
    assert all(page.says("For Citizens Advice") for page in pages_of(out))


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("PDF", b"%PDF")])
def test_the_ending_says_what_it_is(parkside: Path, tmp_path: Path, ending: str, begins: bytes) -> None:
    out = tmp_path / f"people.{ending}"
    done("plan", parkside, "--floor", "1", "--colour-by", "price", "--as-at", "2026-11-07", out)
    assert out.read_bytes().startswith(begins)


def test_what_cannot_be_done_is_told_and_nothing_is_written(parkside: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.pdf"
    ended = refused("plan", parkside, "--floor", "7", "--agency", "ABC", out)
    assert "Choose one of: 1, 2, G" in ended.err
    assert "no agency with the code “ABC”" in ended.err
    ended = refused("plan", parkside, "--floor", "1", "--scale", "1:50", out)
    assert "1:200 on A4, or choose 1:125 on A3, or spread it over several pages" in ended.err
    assert not out.exists()


def test_it_never_takes_the_place_of_a_hub(parkside: Path) -> None:
    content = parkside.read_bytes()
    assert "is a hub" in refused("plan", parkside, "--floor", "1", parkside).err
    assert parkside.read_bytes() == content


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--scale", "1:42", "none of 1:50"),
        ("--as-at", "31 June 2026", "is not a day"),
        ("--as-at", "soon", "is not a day"),
        ("--paper", "A0", "A3"),
    ],
)
def test_slips_are_wrong_usage(parkside: Path, tmp_path: Path, option: str, value: str, told: str) -> None:
    ended = misused("plan", parkside, "--floor", "1", option, value, tmp_path / "people.pdf")
    assert told in ended.err


def test_over_the_drawing_that_lies_under_the_floor(parkside: Path, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (420, 180), "#c81e1e").save(picture, "PNG")
    with open_store(str(parkside), user="us", mode=Mode.WRITE) as store:
        document = Document(store, clock=now)
        floor = document.hub.floor_codes["1"]
        read = read_underlay(picture.getvalue())
        source = kept(store, picture.getvalue(), read)
        under = Underlay(
            new_id(),
            floor.id,
            "Survey",
            source.kind,
            source.picture,
            source.width,
            source.height,
            Decimal(100),
        )
        document.apply(Change("Lay a survey under it", (Edit(None, under),)))
    over, plain, theirs = (tmp_path / f"{name}.png" for name in ("over", "plain", "theirs"))
    done("plan", parkside, "--floor", "1", over)
    done("plan", parkside, "--floor", "1", "--no-underlay", plain)
    done("plan", parkside, "--floor", "1", "--agency", "HIA", theirs)
    assert _reddish(over) > 0.2
    assert max(_reddish(plain), _reddish(theirs)) < 0.01


def _reddish(path: Path) -> float:
    """How much of a picture is far more red than green and blue."""
    with Image.open(path) as picture:
        red, green, blue = picture.convert("RGB").resize((300, 200)).split()
    others = ImageChops.lighter(green, blue)
    return sum(ImageChops.subtract(red, others).histogram()[30:]) / (300 * 200)
