"""Telling what kind of file an underlay is: by its name for an open dialog, by its bytes for certain."""

import re

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Fault, Unfit

ENDINGS = {
    ".png": UnderlayKind.PNG,
    ".jpg": UnderlayKind.JPEG,
    ".jpeg": UnderlayKind.JPEG,
    ".svg": UnderlayKind.SVG,
    ".pdf": UnderlayKind.PDF,
    ".dxf": UnderlayKind.DXF,
}
"""The endings of files that can be underlays, for open dialogs."""

_OTHERS = {".dwg": faults.DWG, ".svgz": faults.PACKED_SVG}
_START = 4_096
_DWG = re.compile(rb"AC10\d\d")
_DXF = re.compile(rb"\A\s*(999[^\n]*\n[^\n]*\n\s*)*0[ \t]*\r?\n[ \t]*SECTION\b")
_BINARY_DXF = b"AutoCAD Binary DXF\r\n\x1a\x00"
_XML = (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")


def kind_of(name_or_bytes: str | bytes) -> UnderlayKind:
    """The kind of a file by its name, or by its contents. Raises Refused where it can be no underlay."""
    if isinstance(name_or_bytes, bytes):
        try:
            return kind_of_body(name_or_bytes)
        except Unfit as unfit:
            raise unfit.fault.refusal("the file") from unfit
    ending = re.sub(r".*(?=\.)", "", name_or_bytes).lower()
    if ending not in ENDINGS:
        raise _OTHERS.get(ending, faults.UNKNOWN).refusal(name_or_bytes)
    return ENDINGS[ending]


def kind_of_body(body: bytes) -> UnderlayKind:
    """The kind of a file by its contents. Raises Unfit."""
    start = body[:_START]
    if not start.strip(b"\0\t\r\n "):
        raise Unfit(faults.EMPTY)
    kind = _by_start(start)
    if kind is None:
        raise Unfit(_unknown(start))
    return kind


def _by_start(start: bytes) -> UnderlayKind | None:
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return UnderlayKind.PNG
    if start.startswith(b"\xff\xd8\xff"):
        return UnderlayKind.JPEG
    if b"%PDF-" in start[:1024]:
        return UnderlayKind.PDF
    text = _as_ascii(start)
    if start.startswith(_BINARY_DXF) or _DXF.match(text):
        return UnderlayKind.DXF
    if text.lstrip().startswith(_XML) and (b"<svg" in text or b":svg" in text or len(start) == _START):
        return UnderlayKind.SVG
    return None


def _as_ascii(start: bytes) -> bytes:
    """The start without byte order marks and the zero bytes of two-byte text."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start[2:].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf")


def _unknown(start: bytes) -> Fault:
    if _DWG.match(start):
        return faults.DWG
    if start.startswith(b"\x1f\x8b"):
        return faults.PACKED_SVG
    return faults.UNKNOWN
