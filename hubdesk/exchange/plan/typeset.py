"""Pages of SVG as a PDF for people and their screen readers, or as a PNG."""

import io
from datetime import date
from pathlib import Path
from typing import cast

from PIL import Image

from hubdesk.exchange.plan.compose import Sheet
from hubdesk.exchange.tagged_pdf import compiler_of, tagged_pdf

PNG_DPI = 200
"""Fine enough to read the smallest writing, and an A3 page still opens at once."""


def pdf_of(sheet: Sheet, about: str, made: date, fonts: Path) -> bytes:
    """A tagged PDF (PDF/UA-1) of all pages; `about` says in words what there is to see.

    The same sheet made on the same day gives the same bytes. Letters that the program's own fonts
    lack are taken from those of the machine; where that has none either, the PDF is tagged as well
    but does not claim the standard.
    """
    source = _HEAD.format(made=made) + "".join(
        _page(sheet, place, f", alt: sys.inputs.about{place}") for place in range(len(sheet.pages))
    )
    inputs = {"title": sheet.title, **_pages(sheet)}
    for place in range(len(sheet.pages)):
        which = f" Page {place + 1} of {len(sheet.pages)}." if len(sheet.pages) > 1 else ""
        inputs[f"about{place}"] = about + which
    return tagged_pdf(source, inputs, fonts)


def png_of(sheet: Sheet, fonts: Path) -> bytes:
    """The one page of `sheet` as a PNG that says how fine it is, so that it prints to scale."""
    compiler = compiler_of(_page(sheet, 0, ""), _pages(sheet), fonts, only_ours=False)
    drawn = cast(bytes, compiler.compile(format="png", ppi=PNG_DPI))
    with Image.open(io.BytesIO(drawn)) as image, io.BytesIO() as content:
        image.convert("RGB").save(content, "PNG", dpi=(PNG_DPI, PNG_DPI))
        return content.getvalue()


_HEAD = """\
#set document(title: sys.inputs.title, author: "Hubdesk",
  date: datetime(year: {made.year}, month: {made.month}, day: {made.day}))
#set text(lang: "en", region: "GB")
"""


def _page(sheet: Sheet, place: int, more: str) -> str:
    return (
        f"#page(width: {sheet.width}mm, height: {sheet.height}mm, margin: 0pt, "
        f'image(bytes(sys.inputs.page{place}), format: "svg", width: 100%{more}))\n'
    )


def _pages(sheet: Sheet) -> dict[str, str]:
    return {f"page{place}": page for place, page in enumerate(sheet.pages)}
