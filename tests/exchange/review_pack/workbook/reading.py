"""What the workbook of a pack says, as openpyxl reads it: the judge of what was written."""

from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from hubdesk.exchange.review_pack.layout import ANSWERED, LINE, YOUR_CHARGES

MONEY_HEAD = "£"


def figures(path: Path) -> Workbook:
    """The workbook with what its formulas came to when it was saved."""
    return load_workbook(path, data_only=True)


def column(sheet: Worksheet, head: str) -> int:
    """The column under `head`, counted from 1."""
    heads = next(row for row in sheet.iter_rows(values_only=True) if LINE in row)
    return heads.index(head) + 1


def line_rows(sheet: Worksheet) -> dict[str, int]:
    """The row of each line, by its key."""
    keys = column(sheet, LINE)
    found = {str(sheet.cell(row, keys).value): row for row in range(1, sheet.max_row + 1)}
    return {key: row for key, row in found.items() if ":" in key}


def nets(path: Path) -> dict[str, int]:
    """Pence of each line of the charges, by its key."""
    sheet = figures(path)[YOUR_CHARGES]
    money = column(sheet, MONEY_HEAD)
    return {key: _pence(sheet.cell(row, money).value) for key, row in line_rows(sheet).items()}


def total(path: Path) -> int:
    """Pence of the cell that bears the name of the total."""
    book = figures(path)
    ((title, place),) = book.defined_names["Total_for_the_year"].destinations
    return _pence(book[title][place].value)


def fillable(sheet: Worksheet) -> set[str]:
    """The cells that are not locked."""
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


def answered(sheet: Worksheet, key: str) -> list[object]:
    """The five cells of a line."""
    row = line_rows(sheet)[key]
    return [sheet.cell(row, column(sheet, head)).value for head in ANSWERED]


def _pence(value: object) -> int:
    assert isinstance(value, int | float), f"{value!r} is no number"
    return round(value * 100)
