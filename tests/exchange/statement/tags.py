"""The tags of a PDF, as a screen reader walks them."""

from collections.abc import Iterator
from ctypes import c_ulong, create_string_buffer
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Tag:
    """One element: "H1", "TH", "Figure"; what stands for a picture; and in which elements it lies."""

    kind: str
    alt: str
    within: tuple[str, ...]
    scope: str = ""


def tags_of(path: Path) -> list[Tag]:
    """All elements, page by page; one that goes over two pages is found on both."""
    document = pypdfium2.PdfDocument(path)
    found: list[Tag] = []
    try:
        for number in range(len(document)):
            page = document[number]
            tree = pdfium.FPDF_StructTree_GetForPage(page)
            for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                found += _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), ())
            pdfium.FPDF_StructTree_Close(tree)
    finally:
        document.close()
    return found


def _below(element: Any, within: tuple[str, ...]) -> Iterator[Tag]:
    kind = _text(pdfium.FPDF_StructElement_GetType, element)
    yield Tag(kind, _text(pdfium.FPDF_StructElement_GetAltText, element), within, _scope(element))
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield from _below(child, (*within, kind))


def _text(ask: Any, element: Any) -> str:
    length = ask(element, None, 0)
    if not length:
        return ""
    room = create_string_buffer(length)
    ask(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\0")


def _scope(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetStringAttribute(element, b"Scope", None, c_ulong(0))
    if not length:
        return ""
    room = create_string_buffer(length)
    pdfium.FPDF_StructElement_GetStringAttribute(element, b"Scope", room, length)
    return room.raw.decode("utf-16-le").rstrip("\0")
