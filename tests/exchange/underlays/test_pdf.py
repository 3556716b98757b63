import pytest

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import Measure, read_underlay
from tests.exchange.underlays.dotted import A3_LANDSCAPE, locked_pdf, pdf
from tests.exchange.underlays.refusing import refusal
from tests.exchange.underlays.test_dots import RED, WHITE, dot

MM = 72 / 25.4
"""Points in a millimetre."""


def square(left_mm: float, bottom_mm: float, side_mm: float) -> str:
    """A red square on the page."""
    return f"1 0 0 rg {left_mm * MM} {bottom_mm * MM} {side_mm * MM} {side_mm * MM} re f"


def test_a_page_keeps_its_size_on_paper() -> None:
    read = read_underlay(pdf([""]), UnderlayKind.PDF)
    assert (read.measure, read.page, read.pages) == (Measure.PAPER, 0, 1)
    assert read.mm_per_unit is not None
    assert read.width * read.mm_per_unit == pytest.approx(420, abs=0.01)
    assert read.height * read.mm_per_unit == pytest.approx(297, abs=0.01)


def test_what_is_drawn_lies_where_it_was_drawn_to_the_millimetre() -> None:
    # At 1:100 a millimetre here is ten centimetres of building, so look a tenth of one beside the edges.
    read = read_underlay(pdf([square(100, 97, 100)]))
    assert read.raster is not None
    dots = read.raster.width / 420
    edges = {(100.1, 100.1): RED, (99.9, 100.1): WHITE, (100.1, 99.9): WHITE, (199.9, 199.9): RED}
    for (x, y), colour in (edges | {(200.1, 199.9): WHITE, (199.9, 200.1): WHITE}).items():
        assert dot(read.raster, int(x * dots), int(y * dots)) == colour, (x, y)


def test_any_page_can_be_chosen() -> None:
    body = pdf(["", square(0, 0, 400), ""])
    read = read_underlay(body, page=1)
    assert (read.page, read.pages, dot(read.raster, 9, 9)) == (1, 3, RED)
    assert dot(read_underlay(body, page=2).raster, 9, 9) == WHITE


def test_a_page_that_is_not_there_is_told_as_people_count() -> None:
    problem = refusal(pdf(["", ""]), page=2)
    assert problem.code == "underlay-no-such-page"
    assert problem.what == "There is no page 3: the PDF has 2 pages"


def test_sheets_large_and_small_are_drawn_sharp_but_bounded() -> None:
    a0, stamp = (2383.94, 3370.39), (100.0, 50.0)
    for size, longest in ((a0, 6_000), (stamp, 3_000), (A3_LANDSCAPE, 4_961)):
        raster = read_underlay(pdf([""], size)).raster
        assert raster is not None
        assert max(raster.width, raster.height) == longest
    small = read_underlay(pdf([""]), longest_side=200).raster
    assert small is not None
    assert (small.width, small.height) == (200, 142)


def test_a_sheet_measured_in_a_unit_of_its_own_has_to_be_calibrated() -> None:
    read = read_underlay(pdf([""], of_page="/UserUnit 2.5"))
    assert (read.measure, read.mm_per_unit) == (Measure.UNKNOWN, None)


def test_a_locked_pdf_says_so() -> None:
    assert refusal(locked_pdf()).code == "underlay-locked"


def test_ten_thousand_pages_are_too_many() -> None:
    problem = refusal(pdf([""] * 10_000))
    assert problem.code == "underlay-too-large"
    assert "10,000 pages" in problem.what


@pytest.mark.parametrize("share", [0.02, 0.3])
def test_a_truncated_pdf_is_damaged(share: float) -> None:
    body = pdf([square(0, 0, 10)])
    assert refusal(body[: int(len(body) * share)]).code == "underlay-damaged"


def test_a_pdf_without_pages_is_damaged() -> None:
    assert refusal(pdf([])).code == "underlay-damaged"
