"""The blank hub workbook: headings, notes, drop-downs, and an example row on each sheet."""

from typing import IO

from hubdesk.exchange.xlsx.hub_workbook.catalogue import HUB, READ_ME, SHEETS
from hubdesk.exchange.xlsx.hub_workbook.settings_sheet import SETTINGS
from hubdesk.exchange.xlsx.hub_workbook.table import EXAMPLE
from hubdesk.exchange.xlsx.hub_workbook.writing import Book

_HOW = (
    "Fill in the sheets that you need, then: hubdesk import BOOK.xlsx OUT.hubdesk",
    "Columns with the darker heading are needed in every row. Point at a heading to see what belongs there.",
    f"Grey rows that begin with “{EXAMPLE.strip()}” are examples: type over them or delete them.",
    "Days are the first and the last, both included; a blank last day is open-ended.",
    "Money is in pounds with at most two decimals; 40 is 40 per cent; codes are kept as typed.",
    "Sheets that you do not need may stay blank or be deleted, but for Hub and Agencies.",
)


def write_template(file: IO[bytes]) -> None:
    """Writes the blank workbook to `file`."""
    book = Book(file)
    _read_me(book)
    for sheet in SHEETS:
        made = book.add(sheet)
        if sheet is HUB:
            _settings(book, made)
            continue
        first = next(place for place, column in enumerate(sheet.columns) if column.example)
        for place, column in enumerate(sheet.columns):
            if column.example:
                mark = EXAMPLE if place == first else ""
                made.write_string(1, place, mark + column.example, book.formats["example"])
        made.ignore_errors({"number_stored_as_text": "A1:Z3"})
    book.close()


def _settings(book: Book, made: object) -> None:
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
