"""Filling in the workbook of a pack as a person does, and as LibreOffice then saves it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from hubdesk.exchange.review_pack.layout import (
    AGREE_TO_ALL,
    ANSWERED,
    LINE,
    YES,
    YOUR_ANSWER,
    YOUR_CHARGES,
    YOUR_DESKS,
    AnswerField,
    Verdict,
)
from tests.libreoffice import LibreOffice

Typed = str | int | float | date | None


class Wish(NamedTuple):
    """More or fewer desks."""

    desks: Typed
    since: Typed = None
    why: str | None = None


def fill(
    path: Path,
    lines: Mapping[str, tuple[Typed | Verdict, ...]],
    *,
    wish: Wish | None = None,
    signed_by: str | None = None,
    signed_on: date | None = None,
    remark: str | None = None,
    agree_to_all: tuple[str, ...] = (),
) -> None:
    """Type into the workbook at `path` and save it there: what `lines` say by the key of each line.

    A line is (verdict, correction, reason, wished, note), as many of them as are needed. `agree_to_all`
    are the sheets on which all else is agreed to. Raises KeyError for a line that is not there.
    """
    book = load_workbook(path)
    missing = set(lines)
    for title in (YOUR_DESKS, YOUR_CHARGES):
        sheet = book[title]
        answers = answer_cells(sheet)
        for key in missing & set(answers):
            for cell, typed in zip(answers[key], lines[key], strict=False):
                _type(cell, typed)
        missing -= set(answers)
        if title in agree_to_all:
            _type(beside(sheet, AGREE_TO_ALL), YES)
    if missing:
        raise KeyError(f"no line {sorted(missing)}")
    sheet = book[YOUR_ANSWER]
    desks, since, why = wish or (None, None, None)
    for asked, typed in (
        (AnswerField.MORE_DESKS, desks),
        (AnswerField.FROM, since),
        (AnswerField.WHY, why),
        (AnswerField.SIGNED_BY, signed_by),
        (AnswerField.SIGNED_ON, signed_on),
        (AnswerField.REMARK, remark),
    ):
        _type(beside(sheet, asked.value), typed)
    book.save(path)


def saved_by_libreoffice(libreoffice: LibreOffice, *paths: Path) -> list[Path]:
    """The workbooks at `paths` as LibreOffice opens, works out and saves them, under the same names."""
    return libreoffice.recalculate_all(paths)


def answer_cells(sheet: Worksheet) -> dict[str, list[Cell]]:
    """By the key of each line its five cells to fill in, as the heads name them."""
    heads = next(row for row in sheet.iter_rows() if any(cell.value == LINE for cell in row))
    columns = {cell.value: cell.column for cell in heads if isinstance(cell.value, str)}
    found: dict[str, list[Cell]] = {}
    for row in sheet.iter_rows(min_row=_cell(heads[0]).row + 1):
        key = row[columns[LINE] - 1].value
        if isinstance(key, str) and key:
            found[key] = [_cell(row[columns[head] - 1]) for head in ANSWERED]
    return found


def beside(sheet: Worksheet, words: str) -> Cell:
    """The cell to the right of the one that says `words`."""
    label = next(cell for row in sheet.iter_rows() for cell in row if cell.value == words)
    return _cell(sheet.cell(_cell(label).row, _cell(label).column + 1))


def _cell(one: object) -> Cell:
    assert isinstance(one, Cell)
    return one


def _type(cell: Cell, typed: Typed | Verdict) -> None:
    """Into a cell that can be filled in, as text what is text: openpyxl would take "=1" for a formula."""
    if typed is None:
        return
    assert not cell.protection.locked, f"{cell.coordinate} is locked"
    words = typed.value if isinstance(typed, Verdict) else typed
    cell.value = words
    if isinstance(words, str):
        cell.data_type = "s"
