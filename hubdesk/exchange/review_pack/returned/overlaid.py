"""What lies over the cells of a sheet: comments, boxes with words, pictures, and cells that were merged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents
from openpyxl.utils import column_index_from_string
from openpyxl.xml.functions import fromstring

from hubdesk.domain.problem import Problem, Severity
from hubdesk.exchange.review_pack.returned.refusing import refusal
from hubdesk.exchange.review_pack.returned.returned import Typed
from hubdesk.exchange.review_pack.returned.typed import plain_text

MOST_MERGED = 1_000
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})["']"""
)
_STAND_IN = "[Threaded comment]"
"""How Excel begins what older programs show in place of a conversation."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that were made into one: their rows, from 1, and the column of the first of them, from 0."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class Overlaid:
    """What lies over a sheet; `notes` tell what of it is not read."""

    words: tuple[Typed, ...] = ()
    merged: tuple[Merged, ...] = ()
    notes: tuple[Problem, ...] = ()


def overlaid(archive: ZipFile, part: str, title: str) -> Overlaid:
    """What lies over the sheet `title`, which is that part of the screened workbook. Raises Refused."""
    merged = [
        Merged(int(top), int(bottom), column_index_from_string(left.decode()) - 1)
        for left, top, _, bottom in _MERGED.findall(archive.read(part))
        if int(top) < int(bottom)
    ]
    if len(merged) > MOST_MERGED:
        raise refusal("too-many-merged", f"More than {MOST_MERGED:,} cells of it are merged", "")
    drawings, comments, threads = (
        [fromstring(archive.read(target)) for target in _targets(archive, part, kind)]
        for kind in ("/drawing", "/comments", "/threadedComment")
    )
    words = [
        *(one for root in threads for one in _comments(root, "threadedComment", "text", title)),
        *(
            one
            for root in comments
            for one in _comments(root, "comment", "t", title)
            if not (threads and one.text.startswith(_STAND_IN))
        ),
        *(one for root in drawings for one in _boxes(root, title)),
    ]
    pictures = sum(_is_called(one, "pic") for root in drawings for one in root.iter())
    return Overlaid(
        tuple(one for one in words if one), tuple(merged), (_not_read(title),) if pictures else ()
    )


def _targets(archive: ZipFile, part: str, kind: str) -> Iterator[str]:
    names = set(archive.namelist())
    folder, _, name = part.rpartition("/")
    links = f"{folder}/_rels/{name}.rels"
    if links in names:
        for one in get_dependents(archive, links):
            if one.Type.endswith(kind) and one.target in names:
                yield one.target


def _comments(root: Any, called: str, text: str, title: str) -> Iterator[Typed]:
    for one in root.iter():
        if _is_called(one, called):
            where = f"sheet {title}, comment at cell {one.get('ref', '')[:12]}"
            yield Typed(plain_text(_text(one, text)), where)


def _boxes(root: Any, title: str) -> Iterator[Typed]:
    for one in root.iter():
        if _is_called(one, "sp"):
            lines = [_text(line, "t") for line in one.iter() if _is_called(line, "p")]
            yield Typed(plain_text("\n".join(lines)), f"sheet {title}, box with words")


def _text(element: Any, called: str) -> str:
    return "".join(one.text or "" for one in element.iter() if _is_called(one, called))


def _is_called(element: Any, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name


def _not_read(title: str) -> Problem:
    return Problem(
        Severity.WARNING,
        "picture-added",
        "A picture was put on this sheet, and pictures are not read",
        f"sheet {title}",
        "Open the workbook, and type what the picture says into a query, if it says anything",
    )
