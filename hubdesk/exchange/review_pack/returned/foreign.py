"""What a pack never holds, and an answer may not: macros, and links to other files."""

import io
import zipfile

from hubdesk.exchange.review_pack.returned.refusing import refusal

_MACROS = ("vbaproject.bin", "/macrosheets/", "/activex/", "/dialogsheets/")
_MACRO_TYPES = b"macroenabled"
_LINKS = "/externallinks/"


def refuse_foreign(content: io.BytesIO) -> None:
    """Raises Refused where the screened workbook holds macros or links to other files."""
    with zipfile.ZipFile(content) as archive:
        names = [name.lower() for name in archive.namelist()]
        types = next(name for name in archive.namelist() if name.lower() == "[content_types].xml")
        if any(mark in f"/{name}" for name in names for mark in _MACROS) or (
            _MACRO_TYPES in archive.read(types).lower()
        ):
            raise refusal("macros", "The workbook has macros (.xlsm), which a review pack never has", "")
        if any(_LINKS in f"/{name}" for name in names):
            raise refusal("links-to-other-files", "The workbook has links to other files", "")
    content.seek(0)
