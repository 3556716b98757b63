"""What a file is that comes in place of an .xlsx workbook, in words for whoever has to get the right one."""

import zipfile

from hubdesk.domain.problem import Problem
from hubdesk.exchange.xlsx.incoming.faults import whole_workbook

SAVE_AGAIN = "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and import that."
_ATTACHED = "Save the workbook that is attached to it, and import that."
_UNPACK = "Take the workbooks out of it (Extract all), and import those."
_FROM_NUMBERS = "Open it in Numbers, export it (File, Export to, Excel), and import that."
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED, _WORKBOOK, _MAIL = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "__substg1.0")
)
_PDF = b"%PDF-"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_STRICT = b"http://purl.oclc.org/ooxml/"
_LONGEST_LINKS = 100_000
_HEADERS = (
    b"received:",
    b"from:",
    b"return-path:",
    b"mime-version:",
    b"delivered-to:",
    b"subject:",
    b"date:",
)


def other_kind(content: bytes) -> Problem:
    """What `content` is, which is no zip and so no workbook."""
    if content.startswith(_OLE):
        return _compound(content)
    if not content:
        return whole_workbook("not-a-workbook", "The file is empty", SAVE_AGAIN)
    if content.startswith(_PDF):
        return whole_workbook("not-a-workbook", "This is a PDF, whatever its name says", SAVE_AGAIN)
    start = content[:4096].lower()
    if start.startswith(_HEADERS) and b"\nmime-version:" in b"\n" + start:
        return _mail()
    if b"\0" not in start:
        return whole_workbook(
            "not-a-workbook", "This is a text file, such as a CSV, whatever its name says", SAVE_AGAIN
        )
    return whole_workbook("not-a-workbook", "This is not a workbook", SAVE_AGAIN)


def other_archive(archive: zipfile.ZipFile, names: set[str]) -> Problem | None:
    """What `archive` is, with parts of those `names` in small letters; None where it may be a workbook."""
    if "[content_types].xml" in names:
        return _other_office(archive, names)
    if _is_open_document(archive, names):
        return whole_workbook("other-format", "This is an OpenDocument spreadsheet (.ods)", SAVE_AGAIN)
    if any(name.endswith(".iwa") for name in names):
        return whole_workbook("numbers", "This is a spreadsheet of Numbers (.numbers)", _FROM_NUMBERS)
    if any(name.endswith((".xlsx", ".xls", ".ods")) for name in names):
        return whole_workbook("packed", "This is a packed folder (.zip) with workbooks in it", _UNPACK)
    return whole_workbook("not-a-workbook", "This is not a workbook", SAVE_AGAIN)


def locked() -> Problem:
    """The workbook cannot be read without its password."""
    return whole_workbook(
        "password-protected",
        "The workbook is protected by a password",
        "Open it, take the password off (File, Info, Protect workbook), save it, and import that.",
    )


def _compound(content: bytes) -> Problem:
    """What a file of the old container is: workbooks, e-mails of Outlook, letters, and what is encrypted."""
    if _ENCRYPTED in content:
        return locked()
    if _MAIL in content:
        return _mail()
    if _WORKBOOK in content:
        return whole_workbook("old-workbook", "This is a workbook of the old kind (.xls)", SAVE_AGAIN)
    return whole_workbook("not-a-workbook", "This is not a workbook", SAVE_AGAIN)


def _other_office(archive: zipfile.ZipFile, names: set[str]) -> Problem | None:
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        return whole_workbook(
            "not-a-workbook", "This is a letter or a presentation, not a workbook", SAVE_AGAIN
        )
    if "xl/workbook.bin" in names:
        return whole_workbook("other-format", "This is a workbook in the binary form (.xlsb)", SAVE_AGAIN)
    links = [one for one in archive.infolist() if one.filename.lower() == "_rels/.rels"]
    if any(one.file_size < _LONGEST_LINKS and _STRICT in archive.read(one) for one in links):
        what = "The workbook was saved as a “Strict Open XML Spreadsheet”"
        return whole_workbook("other-format", what, SAVE_AGAIN)
    return None


def _is_open_document(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > len(_OPEN_DOCUMENT) + 20:
        return False
    return archive.read("mimetype").startswith(_OPEN_DOCUMENT)


def _mail() -> Problem:
    return whole_workbook("e-mail", "This is an e-mail, not the workbook that came with it", _ATTACHED)
