"""The sheets of a workbook as rows of cells, found by name, before anything is made of them."""

import io
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.xlsx.hub_workbook.catalogue import READ_ME, SHEETS
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import plain_word
from hubdesk.exchange.xlsx.incoming.bounds import MOST_COLUMNS
from hubdesk.exchange.xlsx.incoming.cell import Cell, shortened
from hubdesk.exchange.xlsx.incoming.faults import Faults
from hubdesk.exchange.xlsx.incoming.filled import UNREADABLE, filled_rows
from hubdesk.exchange.xlsx.incoming.opening import damaged, worksheets

LAST_ROW = 300_000
EXAMPLE = "e.g. "
"""A row whose first filled cell begins with this is an example of the template, not data."""


@dataclass(frozen=True)
class Row:
    """A row that is not blank: its number, and its filled cells by column."""

    number: int
    cells: Mapping[Column, Cell]


@dataclass
class Table:
    """One sheet as it stands in the workbook: the letters of the columns it has, and its rows."""

    sheet: Sheet
    letters: dict[Column, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def place(self, row: int, column: Column | None = None) -> str:
        """ "sheet Licences, cell C7", or "sheet Licences, row 7"."""
        if column is not None and column in self.letters:
            return f"sheet {self.sheet.name}, cell {self.letters[column]}{row}"
        return f"sheet {self.sheet.name}, row {row}"


@dataclass
class Book:
    """The known sheets that the workbook has, and what was left out of it."""

    tables: dict[Sheet, Table]
    warnings: list[Problem]
    faults: Faults


def book_of(content: io.BytesIO) -> Book:
    """The sheets of a screened workbook. Raises Refused if openpyxl cannot make sense of it."""
    book = Book({}, [], Faults())
    known = {sheet.key: sheet for sheet in SHEETS}
    examples: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's, about styles and extensions that do not matter here
        try:
            for source in worksheets(content):
                sheet = known.get(plain_word(source.title))
                if sheet is None:
                    _unknown_sheet(book, source.title)
                elif sheet in book.tables:
                    book.faults.add(_twice(source.title, sheet))
                else:
                    source.reset_dimensions()
                    book.tables[sheet] = _table(book, sheet, filled_rows(source, LAST_ROW), examples)
        except UNREADABLE as trouble:
            raise Refused(damaged("its parts do not fit together")) from trouble
    if examples:
        book.warnings.append(_examples(examples))
    return book


def _table(
    book: Book, sheet: Sheet, rows: Iterable[tuple[int, list[tuple[int, Cell]]]], examples: list[str]
) -> Table:
    table = Table(sheet)
    header: dict[int, Column] | None = None
    unlabelled: set[int] = set()
    for number, filled in rows:
        if header is None:
            header = _header(book, table, number, filled)
            unlabelled = set(range(MOST_COLUMNS)) - {place for place, _ in filled}
            continue
        first = filled[0][1].value
        if isinstance(first, str) and first.lower().startswith(EXAMPLE):
            examples.append(table.place(number))
            continue
        cells = {header[place]: cell for place, cell in filled if place in header}
        for place in [place for place, _ in filled if place in unlabelled]:
            unlabelled.remove(place)
            book.warnings.append(_unlabelled(sheet, place, number))
        if cells:
            table.rows.append(Row(number, cells))
    return table


def _header(book: Book, table: Table, number: int, filled: list[tuple[int, Cell]]) -> dict[int, Column]:
    """The columns by place, from the first row that is not blank; what is wrong with it goes to `book`."""
    header: dict[int, Column] = {}
    for place, cell in filled:
        heading = str(cell.value)
        column = table.sheet.by_key.get(plain_word(heading))
        letter = get_column_letter(place + 1)
        where = f"sheet {table.sheet.name}, cell {letter}{number}"
        if column is None:
            book.warnings.append(_unknown_column(heading, where))
        elif column in table.letters:
            book.faults.add(
                Problem(
                    Severity.ERROR,
                    "duplicate-column",
                    f"The column “{column.name}” is there twice",
                    where,
                    "Delete one of the two columns.",
                )
            )
        else:
            table.letters[column] = letter
            header[place] = column
    for column in table.sheet.columns:
        if column.needed and column not in table.letters:
            book.faults.add(
                Problem(
                    Severity.ERROR,
                    "missing-column",
                    f"The column “{column.name}” is missing",
                    table.place(number),
                    f"Add a column with the heading “{column.name}”. {column.note}",
                )
            )
    return header


def _unknown_sheet(book: Book, title: str) -> None:
    if plain_word(title) != plain_word(READ_ME):
        book.warnings.append(
            Problem(
                Severity.WARNING,
                "unknown-sheet",
                f"The sheet “{shortened(title)}” is not one of a hub workbook and was not read",
                f"sheet {shortened(title)}",
                "Nothing to do, unless its name is a slip.",
            )
        )


def _twice(title: str, sheet: Sheet) -> Problem:
    return Problem(
        Severity.ERROR,
        "duplicate-sheet",
        f"There are two sheets “{sheet.name}”",
        f"sheet {shortened(title)}",
        "Move the rows into one of them and delete the other.",
    )


def _unknown_column(heading: str, where: str) -> Problem:
    return Problem(
        Severity.WARNING,
        "unknown-column",
        f"The column “{shortened(heading)}” is not one of this sheet and was not read",
        where,
        "Nothing to do, unless its heading is a slip.",
    )


def _unlabelled(sheet: Sheet, place: int, number: int) -> Problem:
    letter = get_column_letter(place + 1)
    return Problem(
        Severity.WARNING,
        "column-without-heading",
        f"Column {letter} has no heading and was not read",
        f"sheet {sheet.name}, cell {letter}{number}",
        "Give it a heading in the first row, or clear it.",
    )


def _examples(places: list[str]) -> Problem:
    shown = "; ".join(places[:20]) + ("; …" if len(places) > 20 else "")
    return Problem(
        Severity.WARNING,
        "examples-left-out",
        f"Rows that begin with “{EXAMPLE.strip()}” are examples and were left out: {shown}",
        "the workbook",
        "Nothing to do. Delete them, or take the mark off if they are meant.",
    )
