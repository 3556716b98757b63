"""Looking a workbook over before a library opens it.

A workbook is a zip of XML parts, and a few kilobytes of either can ask for hours and gigabytes. So
everything that costs is counted here first, streaming: bytes, parts, and XML elements by what they
cost openpyxl. There are no entities, since no part may have a document type; hence nothing that
defusedxml would find gets past, whatever parser openpyxl picks. A ratio of packed to unpacked would
refuse honest sheets of equal rows; the caps on what is unpacked bound the same thing.
"""

import io
import zipfile
import zlib
from pathlib import Path

from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.xlsx.incoming.bounds import MB, OF_A_HUB, Bounds
from hubdesk.exchange.xlsx.incoming.faults import whole_workbook
from hubdesk.exchange.xlsx.incoming.kinds import SAVE_AGAIN, locked, other_archive, other_kind
from hubdesk.exchange.xlsx.incoming.part import BadPart, PartScreen

_ENTRY = b"PK\x01\x02"
_XML = (".xml", ".rels", ".vml")


def screened(path: Path, bounds: Bounds = OF_A_HUB) -> io.BytesIO:
    """The workbook's bytes, once nothing in them is out of `bounds`.

    Raises Refused, and OSError if the file cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(bounds.packed + 1)
    return looked_over(content, bounds)


def looked_over(content: bytes, bounds: Bounds = OF_A_HUB) -> io.BytesIO:
    """`content` as a workbook, once nothing in it is out of `bounds`. Raises Refused."""
    if len(content) > bounds.packed:
        raise Refused(_too_large(f"The file is larger than {bounds.packed // MB} MB"))
    if not content.startswith(b"PK"):
        raise Refused(other_kind(content))
    if content.count(_ENTRY) > bounds.parts:
        raise Refused(_too_large(f"The file has more than {bounds.parts:,} parts"))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _screen(archive, bounds)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeError, ValueError) as trouble:
        raise Refused(_damaged()) from trouble
    return io.BytesIO(content)


def _screen(archive: zipfile.ZipFile, bounds: Bounds) -> None:
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > bounds.unpacked:
        raise Refused(_too_large(f"Unpacked, the file is larger than {bounds.unpacked // MB} MB"))
    names = {part.filename.lower() for part in parts}
    known = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if len(names) != len(parts) or any(part.compress_type not in known for part in parts):
        raise Refused(_damaged())
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(locked())
    if other := other_archive(archive, names):
        raise Refused(other)
    screen = PartScreen(bounds)
    for part in parts:
        if part.filename.lower().endswith(_XML):
            try:
                with archive.open(part) as stream:
                    screen.check(stream)
            except BadPart as trouble:
                raise Refused(whole_workbook(trouble.code, trouble.what, trouble.remedy)) from trouble


def _too_large(what: str) -> Problem:
    return whole_workbook(
        "workbook-too-large",
        what,
        "Copy the sheets of the hub into a new workbook, without pictures or blank rows, and import that.",
    )


def _damaged() -> Problem:
    return whole_workbook("damaged-workbook", "The workbook is damaged and cannot be unpacked", SAVE_AGAIN)
