"""The blank hub workbook: headings, notes, drop-downs, examples, and the usual VAT codes."""

from datetime import date
from typing import IO, Any

from xlsxwriter.utility import xl_col_to_name

from hubdesk.exchange.xlsx.hub_workbook.catalogue import HUB, READ_ME, SHEETS, VAT_CODES
from hubdesk.exchange.xlsx.hub_workbook.rows import Cells
from hubdesk.exchange.xlsx.hub_workbook.settings_sheet import SETTINGS
from hubdesk.exchange.xlsx.hub_workbook.sheet import Sheet
from hubdesk.exchange.xlsx.hub_workbook.table import EXAMPLE
from hubdesk.exchange.xlsx.hub_workbook.writing import Book
from hubdesk.exchange.xlsx.incoming.cell import Cell

_HOW = (
    "Fill in the sheets that you need, then: hubdesk import BOOK.xlsx OUT.hubdesk",
    "For a first recharge fill in: Hub, Agencies, Licences, Licence desks, Rates, Cost lines. "
    "The other sheets are for the plan, or for later.",
    "The VAT codes are filled in with the rates of the United Kingdom: check them.",
    "Columns with the darker heading are needed in every row. Point at a heading to see what belongs there.",
    f"Grey rows that begin with “{EXAMPLE.strip()}” are examples: type over them or delete them.",
    "Type days as your spreadsheet program knows them, as 2026-04-01 or as 1 April 2026.",
    "Days are the first and the last, both included; a blank last day is open-ended.",
    "Money is in pounds with at most two decimals; 40 is 40 per cent; codes are kept as typed.",
    "Sheets that you do not need may stay blank or be deleted, but for Hub and Agencies.",
)


_VAT_RATES: tuple[Cells, ...] = tuple(
    {"code": code, "from": first, "percent": percent}
    for code, first, percent in (
        ("S", date(2011, 1, 4), 20),
        ("R", date(1997, 9, 1), 5),
        ("Z", date(1973, 4, 1), 0),
        ("E", date(1973, 4, 1), 0),
        ("O", date(1973, 4, 1), 0),
    )
)
"""The VAT rates of the United Kingdom and since when they hold; the tax itself began on 1 April 1973."""


def write_template(file: IO[bytes]) -> None:
    """Writes the blank workbook to `file`."""
    book = Book(file)
    _read_me(book)
    for sheet in SHEETS:
        made = book.add(sheet)
        if sheet is HUB:
            _settings(book, made)
            continue
        if sheet is VAT_CODES:
            book.fill(made, sheet, _VAT_RATES)
            book.note(made, (1, 0), sheet.note)
        else:
            _example(book, made, sheet)
        made.ignore_errors({"number_stored_as_text": "A1:Z3"})
    book.close()


def _example(book: Book, made: Any, sheet: Sheet) -> None:
    """A row of examples, grey for as long as it is marked as one, in cells of the columns' own formats."""
    first = next(place for place, column in enumerate(sheet.columns) if column.example)
    for place, column in enumerate(sheet.columns):
        if not column.example:
            continue
        at, look = (1, place), column.kind.look
        value = column.kind.show(column.kind.read(Cell(column.example)))
        if place == first or isinstance(value, str):
            text = EXAMPLE + column.example if place == first else value
            made.write_string(*at, text, book.formats[look])
        else:
            book.put(made, at, value, look, f"sheet {sheet.name}, row 2")
    mark = f'=LEFT(${xl_col_to_name(first)}2,{len(EXAMPLE.strip())})="{EXAMPLE.strip()}"'
    grey = {"type": "formula", "criteria": mark, "format": book.formats["example"]}
    made.conditional_format(1, 0, 1, len(sheet.columns) - 1, grey)


def _settings(book: Book, made: Any) -> None:
    """The settings by name: those that are needed to be filled in, the others with their usual value."""
    rows = [
        {"setting": setting.name, "value": "" if setting.needed else setting.example} for setting in SETTINGS
    ]
    book.fill(made, HUB, rows)
    for number, setting in enumerate(SETTINGS, start=1):
        book.note(made, (number, 1), f"{setting.note} For example: {setting.example}")


def _read_me(book: Book) -> None:
    made = book.workbook.add_worksheet(READ_ME)
    made.hide_gridlines(2)
    made.set_column(0, 0, 20)
    made.set_column(1, 1, 18)
    made.set_column(2, 2, 12)
    made.set_column(3, 3, 84)
    made.write_string(0, 0, "The hub workbook", book.formats["title"])
    for number, line in enumerate(_HOW, start=2):
        made.write_string(number, 0, line)
    top = len(_HOW) + 3
    for place, heading in enumerate(("Sheet", "Column", "Needed", "What it means")):
        made.write_string(top, place, heading, book.formats["heading"])
    at = top
    for sheet in SHEETS:
        at += 1
        made.write_string(at, 0, sheet.name, book.formats["strong"])
        made.write_string(at, 3, sheet.note, book.formats["wrapped"])
        for column in sheet.columns:
            at += 1
            made.write_string(at, 1, column.name)
            made.write_string(at, 2, "needed" if column.needed else "")
            made.write_string(at, 3, column.note, book.formats["wrapped"])
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)
