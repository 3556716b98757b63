"""A page of a PDF, drawn as dots."""

import math
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_PAGES, SHORTEST_SHARP_SIDE
from hubdesk.exchange.underlays.picture import Measure, Picture, Raster
from hubdesk.exchange.underlays.wish import Wish

_POINTS_PER_INCH = 72
_DPI = 300
_MM_PER_POINT = 25.4 / _POINTS_PER_INCH
_LOCKED = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
_OTHER_UNIT = b"/UserUnit"
_ROUNDED_UP = 0.5  # of a dot, as the renderer will do
_WHITE = (255, 255, 255, 255)


def read_page(body: Path, wish: Wish) -> Picture:
    """The page; its unit is a point of the sheet. Raises Unfit."""
    try:
        with pypdfium2.PdfDocument(body) as document:
            pages = len(document)
            _refuse_page(wish.page, pages)
            page = document[wish.page]
            width, height = _size(page)
            raster = _drawn(page, width, height, wish.longest_side)
    except pypdfium2.PdfiumError as trouble:
        if trouble.err_code in _LOCKED:
            raise Unfit(faults.LOCKED) from trouble
        raise Unfit(faults.damaged("it cannot be opened, or the page cannot be drawn")) from trouble
    # A sheet too large for points has a unit of its own, which pdfium does not tell.
    in_points = _OTHER_UNIT not in body.read_bytes()
    return Picture(
        kind=wish.kind,
        width=width,
        height=height,
        measure=Measure.PAPER if in_points else Measure.UNKNOWN,
        mm_per_unit=_MM_PER_POINT if in_points else None,
        page=wish.page,
        pages=pages,
        raster=raster,
    )


def _refuse_page(page: int, pages: int) -> None:
    if pages == 0:
        raise Unfit(faults.damaged("it has no pages"))
    if pages > MOST_PAGES:
        remedy = "Save the pages with floor plans as a PDF of their own, and choose that."
        what = f"The PDF has {pages:,} pages, and at most {MOST_PAGES:,} can be taken"
        raise Unfit(faults.too_large(what, remedy))
    if not 0 <= page < pages:
        raise Unfit(faults.no_such_page(page + 1, pages))


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Width and height in points, as the page is turned for reading."""
    width, height = page.get_size()
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise Unfit(faults.damaged("the page has no size"))
    return width, height


def _drawn(page: pypdfium2.PdfPage, width: float, height: float, most: int) -> Raster:
    longer = max(width, height)
    longest = min(most, max(SHORTEST_SHARP_SIDE, round(longer / _POINTS_PER_INCH * _DPI)))
    bitmap = page.render(
        scale=(longest - _ROUNDED_UP) / longer,
        fill_color=_WHITE,
        force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA,
        rev_byteorder=True,
    )
    return Raster(bitmap.width, bitmap.height, bytes(bitmap.buffer))
