"""What the workbook of a pack says, as openpyxl reads it: the judge of what was written."""

from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from hubdesk.exchange.review_pack.layout import LINE, YOUR_ANSWER, YOUR_CHARGES, YOUR_DESKS
from hubdesk.exchange.review_pack.pack import Pack

MARK = "So far"
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


def charged(path: Path) -> tuple[int, dict[str, int]]:
    """Pence of the cell that bears the name of the total, and of each line of the charges by its key."""
    book = figures(path)
    sheet = book[YOUR_CHARGES]
    money = column(sheet, MONEY_HEAD)
    nets = {key: _pence(sheet.cell(row, money).value) for key, row in line_rows(sheet).items()}
    ((title, place),) = book.defined_names["Total_for_the_year"].destinations
    return _pence(book[title][place].value), nets


def expected_nets(pack: Pack) -> dict[str, int]:
    """Pence of each line of the charges as the pack has it."""
    licences = {one.asked.key: one.net for one in pack.licences}
    return licences | {one.asked.key: one.net for one in pack.shares}


def marks(book: Workbook) -> dict[str, object]:
    """By the key of each line how far it is."""
    return {
        key: book[title].cell(row, column(book[title], MARK)).value
        for title in (YOUR_DESKS, YOUR_CHARGES)
        for key, row in line_rows(book[title]).items()
    }


def counts(book: Workbook) -> tuple[object, ...]:
    """How many lines are agreed, queried, corrected, half answered and still to answer."""
    rows = book[YOUR_ANSWER].iter_rows(max_col=6, values_only=True)
    return next(row[1:] for row in rows if row[0] == "Together")


def fillable(sheet: Worksheet) -> set[str]:
    """The cells that are not locked."""
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


def _pence(value: object) -> int:
    assert isinstance(value, int | float), f"{value!r} is no number"
    return round(value * 100)
