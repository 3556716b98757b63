"""A written recharge workbook, read as people read it: by sheet, section, code and day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hubdesk.charging.lines import LineKind

Lines = dict[tuple[str, str, str], tuple[int, int]]
"""(agency, kind or kinds, source) → pence and VAT pence."""

_CHARGED = {"Desk licences", "Shared costs"}

_BORNE = (
    LineKind.VACANT_DESKS,
    LineKind.UNSHARED,
    LineKind.CAP_FUNDED,
    LineKind.CONCESSION_FUNDED,
)


def named(book: Workbook, name: str) -> Worksheet:
    """The sheet `name`, whatever its number."""
    (title,) = (one for one in book.sheetnames if one.split(" ", 1)[1] == name)
    sheet = book[title]
    assert isinstance(sheet, Worksheet)
    return sheet


@dataclass(frozen=True)
class InputsOf:
    """The Inputs sheet of a workbook that is open for changes."""

    sheet: Worksheet

    @cached_property
    def rows(self) -> tuple[tuple[str, int, tuple[str, str, date | None]], ...]:
        """Each row with its section, and its code, description and first day."""
        return tuple(self._rows())

    def cell(self, section: str, code: str, what: str = "", first: date | None = None, fact: int = 0) -> Cell:
        """The coloured cell of the row with that code, first words, and first day."""
        found = [
            self.sheet.cell(row, 5 + fact)
            for its_section, row, (its_code, its_what, its_first) in self.rows
            if its_section == section
            and its_code == code
            and its_what.startswith(what)
            and first in (None, its_first)
        ]
        assert len(found) == 1, f"{len(found)} rows for {section}, {code}, {what}, {first}"
        cell = found[0]
        assert isinstance(cell, Cell)
        assert not cell.protection.locked
        return cell

    def _rows(self) -> Iterator[tuple[str, int, tuple[str, str, date | None]]]:
        section = ""
        for row in range(1, self.sheet.max_row + 1):
            code, what, first = (self.sheet.cell(row, column).value for column in (1, 2, 3))
            if self.sheet.cell(row, 1).style == "Section":
                section = str(code)
            else:
                day = first.date() if isinstance(first, datetime) else None
                yield section, row, (str(code or ""), str(what or ""), day)


@lru_cache(maxsize=2)
def values_of(path: Path) -> Workbook:
    """The workbook with its values; opening one takes longer than looking at it."""
    return load_workbook(path, data_only=True)


def charges(path: Path) -> Lines:
    """What the statements of a workbook charge, line by line; what is nil is left out."""
    book = values_of(path)
    lines: Lines = {}
    for title in book.sheetnames:
        sheet = book[title]
        assert isinstance(sheet, Worksheet)
        if "Statement of recharge" in str(sheet["A2"].value):
            for key, figures in _statement(title.split(" ", 1)[1], sheet):
                if figures != (0, 0):
                    assert key not in lines
                    lines[key] = figures
    return lines


def _statement(agency: str, sheet: Worksheet) -> Iterator[tuple[tuple[str, str, str], tuple[int, int]]]:
    section = ""
    for row in range(16, sheet.max_row + 1):
        cells = [sheet.cell(row, column).value for column in range(1, 17)]
        if sheet.cell(row + 1, 1).value == "Code":
            section = str(cells[0])
        elif cells[0] in ("Code", section) or cells[9] is None:
            continue
        elif section in _CHARGED:
            charge = "licence" if section == "Desk licences" else "share"
            for kind, column in ((charge, 3), ("cap", 4), ("concession", 5)):
                if cells[column] is not None:
                    vat = pence(cells[column + 9] or 0) // 100
                    yield (agency, kind, str(cells[0])), (pence(cells[column]), vat)
        elif section == "Paid for others":
            source = str(cells[0] or "concessions")
            for column, borne in enumerate(_BORNE, 3):
                if cells[column] is not None:
                    yield (agency, borne.value, source), (pence(cells[column]), 0)


def pence(pounds: Any) -> int:
    """Pounds in a cell as pence; they have to be whole pence."""
    whole = round(float(pounds) * 100)
    assert abs(float(pounds) * 100 - whole) < 1e-6
    return whole


def same(stored: object, recalculated: object) -> bool:
    """Whether two values of a cell are the same, to a hair where they are no whole numbers."""
    if isinstance(stored, int | float) and isinstance(recalculated, int | float):
        return abs(stored - recalculated) <= 1e-12 * max(1.0, abs(stored))
    return (stored or None) == (recalculated or None)


def differences(written: Path, recalculated: Path) -> tuple[int, list[str]]:
    """How many formulas `written` has, and those whose stored value is not the recalculated one."""
    formulas = load_workbook(written)
    stored, again = values_of(written), values_of(recalculated)
    count, wrong = 0, []
    for title in formulas.sheetnames:
        for row in formulas[title].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    values = stored[title][cell.coordinate].value, again[title][cell.coordinate].value
                    if not same(*values):
                        wrong.append(f"{written.name} {title}!{cell.coordinate} {cell.value}: {values}")
    return count, wrong


def control_differences(path: Path) -> list[object]:
    """The differences on Control."""
    sheet = named(values_of(path), "Control")
    last = next(row for row in range(7, sheet.max_row + 2) if sheet.cell(row, 1).value is None)
    verdicts = [sheet.cell(row, 6).value for row in range(7, last)]
    assert set(verdicts) == {"adds up"}
    assert sheet["A4"].value == "Everything adds up"
    return [sheet.cell(row, 5).value for row in range(7, last)]
