"""An SVG, drawn as dots by typst: its drawing of SVG runs no scripts and fetches nothing."""

import io
from pathlib import Path
from xml.etree.ElementTree import ElementTree

import typst
from PIL import Image

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import SHORTEST_SHARP_SIDE
from hubdesk.exchange.underlays.picture import Measure, Picture
from hubdesk.exchange.underlays.raster import fitted, raster_of
from hubdesk.exchange.underlays.svg.screening import screened
from hubdesk.exchange.underlays.svg.size import size_of
from hubdesk.exchange.underlays.wish import Wish

_DOTS_PER_MM = 300 / 25.4
_DRAWING = "drawing.svg"
_ONE_DOT_A_POINT = 72


def read_svg(body: Path, wish: Wish) -> Picture:
    """The drawing; its unit is a user unit of the outermost element. Raises Unfit."""
    root = screened(body)
    size = size_of(root)
    longer = max(size.width, size.height)
    sharp = longer * (size.mm_per_unit or 0) * _DOTS_PER_MM
    dots = fitted(size.width, size.height, min(wish.longest_side, max(SHORTEST_SHARP_SIDE, round(sharp))))
    # A folder of its own, out of which typst does not reach.
    folder = body.with_name("sheet")
    folder.mkdir()
    ElementTree(root).write(folder / _DRAWING, "utf-8", xml_declaration=True)
    with Image.open(io.BytesIO(_drawn(folder, *dots)), formats=["PNG"]) as image:
        raster = raster_of(image, max(dots))
    return Picture(
        kind=wish.kind,
        width=size.width,
        height=size.height,
        measure=Measure.UNKNOWN if size.mm_per_unit is None else Measure.PAPER,
        mm_per_unit=size.mm_per_unit,
        corner=size.corner,
        raster=raster,
    )


def _drawn(folder: Path, width: int, height: int) -> bytes:
    """A PNG of so many dots: one sheet that the drawing fills."""
    sheet = folder / "sheet.typ"
    sheet.write_text(
        f"#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: white)\n"
        f'#image("{_DRAWING}", width: 100%, height: 100%, fit: "stretch")',
        "utf-8",
    )
    try:
        png = typst.compile(sheet, root=folder, format="png", ppi=_ONE_DOT_A_POINT)
    except typst.TypstError as trouble:
        raise Unfit(faults.damaged("it cannot be drawn as an SVG")) from trouble
    if not isinstance(png, bytes):  # typst hands back a list where there is more than one page
        raise Unfit(faults.damaged("it does not fit on one sheet"))
    return png
