"""A floor on paper: true to scale, read by everybody, and for one agency silent about the others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.exchange.plan.paper import SCALES, Paper
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.plan_sheet import PlanWanted, prices, write_plan
from hubdesk.workflows.standing import Standing
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside
from tests.exchange.plan.pages import Page, metadata_of, pages_of, picture_of

DAY = date(2026, 11, 23)
WANTED = PlanWanted(floor="1", day=DAY, made=DAY)


@pytest.fixture(scope="module")
def hub() -> Hub:
    return parkside()


def page_of(hub: Hub, wanted: PlanWanted, path: Path) -> Page:
    """The one page of the plan, written to `path`."""
    write_plan(hub, wanted, path)
    [page] = pages_of(path)
    return page


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


# True to scale


def test_ten_metres_at_1_to_100_are_a_hundred_millimetres(tmp_path: Path) -> None:
    hub = a_hub().floor(width_m=10, depth_m="6").build()
    path = tmp_path / "plan.pdf"
    write_plan(hub, replace(WANTED, floor="G", scale=100), path)
    dpi = 508
    picture = picture_of(path, dpi)
    middle_x, middle_y = picture.width // 2, round(picture.height * 0.35)
    walls = [_dark_from(picture.getpixel, middle_x, middle_y, step) for step in (-1, 1)]  # type: ignore[arg-type]
    assert (walls[1] - walls[0]) / dpi * 25.4 == pytest.approx(100, abs=0.1)


def _dark_from(pixel: Callable[[tuple[int, int]], int], x: int, y: int, step: int) -> float:
    """The middle of the first dark line from (x, y) to the left or to the right."""
    while pixel((x, y)) > 128:
        x += step
    begins = x
    while pixel((x, y)) <= 128:
        x += step
    return (begins + x - step) / 2


def test_a_picture_knows_its_scale_too(hub: Hub, tmp_path: Path) -> None:
    write_plan(hub, WANTED, tmp_path / "plan.png")
    with Image.open(tmp_path / "plan.png") as picture:
        across, down = (
            side / dots * 25.4 for side, dots in zip(picture.size, picture.info["dpi"], strict=True)
        )
    assert (across, down) == pytest.approx((297, 210), abs=0.1)


@pytest.mark.parametrize("paper", Paper)
def test_pages_are_as_large_as_their_paper(hub: Hub, tmp_path: Path, paper: Paper) -> None:
    page = page_of(hub, replace(WANTED, paper=paper), tmp_path / "plan.pdf")
    assert sorted((page.width, page.height)) == pytest.approx(paper.value, abs=0.01)


def test_the_largest_scale_that_fits_is_chosen_and_said(hub: Hub, tmp_path: Path) -> None:
    for paper, scale in ((Paper.A4, 200), (Paper.A3, 125)):
        wanted = replace(WANTED, paper=paper)
        assert write_plan(hub, wanted, tmp_path / "plan.pdf").scale == scale
        assert pages_of(tmp_path / "plan.pdf")[0].says(f"1:{scale} on {paper.name}")
        finer = SCALES[SCALES.index(scale) - 1]
        with pytest.raises(Refused) as refusal:
            write_plan(hub, replace(wanted, scale=finer), tmp_path / "finer.pdf")
        assert codes(refusal) == ["paper-too-small"]
        assert f"1:{scale} on {paper.name}" in refusal.value.problems[0].remedy


def test_a_deep_floor_is_drawn_upright(tmp_path: Path) -> None:
    hub = a_hub().floor(width_m=12, depth_m=24).build()
    page = page_of(hub, replace(WANTED, floor="G"), tmp_path / "plan.pdf")
    assert page.height > page.width


# Read by everybody


def test_what_is_written_can_be_taken_out_as_text(hub: Hub, tmp_path: Path) -> None:
    page = page_of(hub, replace(WANTED, paper=Paper.A3), tmp_path / "plan.pdf")
    for words in ("Parkside", "People floor", "23 November 2026", "1 of 1", "84 desks by agency"):
        assert page.says(words)
    for area in hub.areas_on_floor[hub.floor_codes["1"].id]:
        assert page.says(area.name), area.name
    for desk in hub.desks_on_floor[hub.floor_codes["1"].id]:
        assert page.says(desk.code), desk.code


def test_it_is_tagged_and_titled(hub: Hub, tmp_path: Path) -> None:
    write_plan(hub, WANTED, tmp_path / "plan.pdf")
    metadata = metadata_of(tmp_path / "plan.pdf")
    assert metadata["tagged"] == "True"
    assert metadata["Title"] == "Parkside, 1 · People floor, as at 23 November 2026. Services to people"
    assert metadata["CreationDate"].startswith("D:20261123")
    content = (tmp_path / "plan.pdf").read_bytes()
    assert b"/Lang(en-GB)" in content
    assert b"pdfuaid:part" in content
    in_words = "Leicestershire County Council: 9; ".encode("utf-16-be").hex().upper().encode()
    assert in_words in content


def test_the_same_plan_on_the_same_day_is_the_same_file(hub: Hub, tmp_path: Path) -> None:
    for name in ("plan.pdf", "plan.svg", "plan.png"):
        write_plan(hub, WANTED, tmp_path / name)
        write_plan(hub, WANTED, tmp_path / f"again-{name}")
        assert (tmp_path / name).read_bytes() == (tmp_path / f"again-{name}").read_bytes()


def test_letters_that_the_typeface_lacks_stop_nothing(tmp_path: Path) -> None:
    hub = a_hub(name="Hwb Tŷ 中 😀").floor().build()
    page = page_of(hub, replace(WANTED, floor="G"), tmp_path / "plan.pdf")
    assert page.says("Hwb Tŷ")


@pytest.mark.parametrize(("floor", "paper"), list(product(("G", "1", "2"), Paper)))
def test_nothing_is_written_over_something_else_or_off_the_page(
    hub: Hub, tmp_path: Path, floor: str, paper: Paper
) -> None:
    legible(page_of(hub, replace(WANTED, floor=floor, paper=paper), tmp_path / "plan.pdf"))


def many_agencies(count: int, width_m: int, depth_m: int) -> Hub:
    """A floor with a desk for each of so many agencies with long names."""
    builder = a_hub("The Public Service Hub of Somewhere-on-the-Water and Districts").floor(
        width_m=width_m, depth_m=depth_m
    )
    for place in range(count):
        code = f"AG{place:03}"
        name = f"Citizens Advice of Leicestershire, Rutland and the Vale of Belvoir {place}"
        builder.agency(code, name=name if place % 2 else f"Police {place}")
        builder.desk(code, x_m=1 + place % 10 * 2, y_m=1 + place // 10).allocation(code, code)
    return builder.desk("FREE", x_m=1, y_m=18).build()


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("width_m", "depth_m"), [(40, 20), (22, 34)])
@pytest.mark.parametrize("count", [12, 31, 130])
def test_a_long_legend_leaves_room_for_the_floor(
    tmp_path: Path, count: int, width_m: int, depth_m: int, paper: Paper
) -> None:
    hub = many_agencies(count, width_m, depth_m)
    page = page_of(hub, replace(WANTED, floor="G", paper=paper), tmp_path / "plan.pdf")
    legible(page)
    assert page.says("Vacant")
    assert page.says(f"AG{count - 1:03}")
    if count < 32:
        assert page.says("Belvoir 11")


def legible(page: Page) -> None:
    """See that all letters are inside the frame, and none on another."""
    for letter in page.letters:
        assert 10 <= letter.left <= letter.right <= page.width - 10
        assert 10 <= letter.top <= letter.bottom <= page.height - 10
    in_order = sorted(page.letters, key=lambda letter: letter.left)
    for place, one in enumerate(in_order):
        for other in in_order[place + 1 :]:
            if other.left >= one.right:
                break
            assert one.common(other) <= 0.25 * min(one.size, other.size), (one, other)


@pytest.mark.parametrize("by", ColourBy)
def test_the_legend_tells_what_the_colours_mean(hub: Hub, tmp_path: Path, by: ColourBy) -> None:
    yearly = prices(Standing(hub, 0, ()), DAY)
    page = page_of(hub, replace(WANTED, by=by, yearly=yearly), tmp_path / "plan.pdf")
    told = {
        ColourBy.AGENCY: "Leicestershire Partnership NHS Trust",
        ColourBy.SECTOR: "Public sector",
        ColourBy.AREA: "Housing and benefits",
        ColourBy.LICENCE: "Within licence",
        ColourBy.PRICE: "to under £",
        ColourBy.REVIEW: "Not asked",
    }
    assert page.says(told[by])
    assert page.says("Vacant") == (by is not ColourBy.AREA)


def test_a_desk_that_is_not_in_service_is_not_there(tmp_path: Path) -> None:
    hub = a_hub().floor().desk("OLD", last="2026-10-31").desk("NEW", first="2026-12-01", x_m=5).build()
    for day, code in ((date(2026, 10, 31), "OLD"), (date(2026, 12, 1), "NEW")):
        page = page_of(hub, replace(WANTED, floor="G", day=day), tmp_path / "plan.pdf")
        assert page.says(code)
        assert page.says("1 desk by agency")
    page = page_of(hub, replace(WANTED, floor="G"), tmp_path / "plan.pdf")
    assert page.says("No desks in service")


def test_prices_need_figures() -> None:
    hub = a_hub().floor().build()
    with pytest.raises(Refused) as refusal:
        prices(Standing(hub, 0, ()), DAY)
    assert codes(refusal) == ["nothing-to-charge"]


# Over several pages


def test_a_scale_too_large_for_the_paper_goes_over_several_pages(hub: Hub, tmp_path: Path) -> None:
    written = write_plan(hub, replace(WANTED, scale=75, tiled=True), tmp_path / "plan.pdf")
    pages = pages_of(tmp_path / "plan.pdf")
    assert written.pages == len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert page.says(f"{number} of {len(pages)}")
        assert page.says("Key plan")
        assert page.says("joins page")
    for desk in hub.desks_on_floor[hub.floor_codes["1"].id]:
        assert any(page.says(desk.code) for page in pages)


def test_tiles_that_turn_out_to_be_one_page_are_one_page(hub: Hub, tmp_path: Path) -> None:
    page = page_of(hub, replace(WANTED, scale=250, tiled=True), tmp_path / "plan.pdf")
    assert not page.says("Key plan")


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_only_a_pdf_has_several_pages(hub: Hub, tmp_path: Path, ending: str) -> None:
    with pytest.raises(Refused) as refusal:
        write_plan(hub, replace(WANTED, scale=50, tiled=True), tmp_path / f"plan.{ending}")
    assert codes(refusal) == ["one-page-only"]
    assert list(tmp_path.iterdir()) == []


# Refusals


def test_all_that_is_wrong_is_told_at_once(hub: Hub, tmp_path: Path) -> None:
    wanted = replace(WANTED, floor="9", agency="XYZ", tiled=True, by=ColourBy.PRICE)
    with pytest.raises(Refused) as refusal:
        write_plan(hub, wanted, tmp_path / "plan.doc")
    assert codes(refusal) == [
        "unknown-ending",
        "no-such-floor",
        "no-such-agency",
        "tells-of-others",
        "tiles-need-a-scale",
    ]
    assert "1, 2, G" in refusal.value.problems[1].remedy


def test_a_hub_without_floors_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        write_plan(a_hub().build(), WANTED, tmp_path / "plan.pdf")
    assert "Draw a floor first" in refusal.value.problems[0].remedy


def test_a_floor_too_large_for_any_sheet_is_refused_in_words(tmp_path: Path) -> None:
    hub = a_hub().floor(width_m=900, depth_m=900).build()
    with pytest.raises(Refused) as refusal:
        write_plan(hub, replace(WANTED, floor="G"), tmp_path / "plan.pdf")
    assert codes(refusal) == ["paper-too-small"]
    with pytest.raises(Refused) as refusal:
        write_plan(hub, replace(WANTED, floor="G", scale=50, tiled=True), tmp_path / "plan.pdf")
    assert codes(refusal) == ["too-many-pages"]


def test_what_was_there_stays_when_it_cannot_be_written(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        write_plan(hub, WANTED, tmp_path / "no such folder" / "plan.pdf")
    assert codes(refusal) == ["no-such-folder"]
