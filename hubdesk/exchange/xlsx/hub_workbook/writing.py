"""Writing a hub workbook: typed cells, frozen headings, drop-downs, a note on every column."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.xlsx.hub_workbook.catalogue import HUB, SHEETS
from hubdesk.exchange.xlsx.hub_workbook.rows import Cells, rows_of
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import LONGEST_TEXT
from hubdesk.exchange.xlsx.incoming.cell import Value, fifteen_digits

FORMATS: Mapping[str, dict[str, Any]] = {
    "heading": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#006666",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "heading, needed": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#003C3C",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "example": {"italic": True, "font_color": "#808080"},
    "title": {"bold": True, "font_size": 16, "font_color": "#003C3C"},
    "strong": {"bold": True, "valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "text": {"num_format": "@"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "time": {"num_format": "hh:mm", "align": "left"},
    "money": {"num_format": "#,##0.00"},
    "percent": {"num_format": "General"},
    "whole": {"num_format": "0"},
    "number": {"num_format": "General"},
    "metres": {"num_format": "0.000"},
}
_LISTED_ROWS = 5_000
"""The rows that drop-downs reach: for filling in by hand."""


class Book:
    """A hub workbook while it is being written to `file`."""

    def __init__(self, file: IO[bytes]) -> None:
        self.workbook = Workbook(file, {"strings_to_urls": False, "in_memory": True})
        self.workbook.set_properties({"title": "Hub workbook", "comments": "Made by Hubdesk"})
        self.formats = {name: self.workbook.add_format(look) for name, look in FORMATS.items()}
        self.warnings: list[Problem] = []

    def add(self, sheet: Sheet) -> Any:
        """An empty `sheet` with its headings, notes and drop-downs."""
        made = self.workbook.add_worksheet(sheet.name)
        made.freeze_panes(1, 0)
        made.set_row(0, 24)
        for place, column in enumerate(sheet.columns):
            look = "text" if sheet is HUB else column.kind.look
            made.set_column(place, place, column.width, self.formats[look])
            heading = "heading, needed" if column.needed else "heading"
            made.write_string(0, place, column.name, self.formats[heading])
            note = column.note if column.needed else f"{column.note} May be left out."
            self.note(made, (0, place), note)
            _drop_down(made, place, column)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        return made

    def note(self, made: Any, at: tuple[int, int], text: str) -> None:
        """Puts a note on a cell."""
        made.write_comment(*at, text, {"x_scale": 2, "author": "Hubdesk"})

    def fill(self, made: Any, sheet: Sheet, rows: Iterable[Cells]) -> None:
        """Writes `rows` below the headings."""
        for number, row in enumerate(rows, start=1):
            for place, column in enumerate(sheet.columns):
                value = row.get(column.name)
                if value is not None and value != "":
                    where = f"sheet {sheet.name}, cell {xl_col_to_name(place)}{number + 1}"
                    self.put(made, (number, place), value, column.kind.look, where)
        made.autofilter(0, 0, max(made.dim_rowmax or 0, 1), len(sheet.columns) - 1)

    def put(self, made: Any, at: tuple[int, int], value: Value, look: str, where: str) -> None:
        """Writes one cell as what it is; text that looks like a formula stays text. Raises Refused."""
        if isinstance(value, date | time):
            name = "time" if isinstance(value, time) else "day"
            made.write_datetime(*at, value, self.formats[name])
        elif isinstance(value, int | Decimal):
            number = float(value)
            if fifteen_digits(number) != value:
                self.warnings.append(_more_digits(value, where))
            made.write_number(*at, number, self.formats[look])
        else:
            text = str(value)
            if len(text) > LONGEST_TEXT:
                raise Refused(_too_long(where))
            made.write_string(*at, text, self.formats["text"])

    def close(self) -> None:
        self.workbook.close()


def write(hub: Hub, file: IO[bytes]) -> tuple[Problem, ...]:
    """Writes `hub` to `file`, and returns what the workbook cannot hold in full.

    Raises Refused for text that no cell can hold.
    """
    book = Book(file)
    for sheet in SHEETS:
        made = book.add(sheet)
        book.fill(made, sheet, rows_of(hub, sheet))
    book.close()
    return tuple(book.warnings)


def _drop_down(made: Any, place: int, column: Column) -> None:
    if column.kind.choices:
        made.data_validation(
            1,
            place,
            _LISTED_ROWS,
            place,
            {
                "validate": "list",
                "source": list(column.kind.choices),
                "error_title": column.name[:32],
                "error_message": column.note[:255],
            },
        )
    elif (listed := _listed(column)) is not None:
        made.data_validation(
            1,
            place,
            _LISTED_ROWS,
            place,
            {
                "validate": "list",
                "source": listed,
                "error_type": "warning",
                "error_message": column.note[:255],
            },
        )


def _listed(column: Column) -> str | None:
    """Where the codes stand that the cells of `column` refer to, as a worksheet range."""
    for sheet in _listing(column):
        place = next(place for place, one in enumerate(sheet.columns) if one.key == "code")
        letter = xl_col_to_name(place)
        return f"='{sheet.name}'!${letter}$2:${letter}${_LISTED_ROWS + 1}"
    return None


def _listing(column: Column) -> Iterator[Sheet]:
    for sheet in SHEETS:
        if column.refers is sheet.record and "code" in sheet.by_key:
            yield sheet


def _more_digits(value: Value, where: str) -> Problem:
    return Problem(
        Severity.WARNING,
        "more-than-15-digits",
        f"The figure {value} has more than the 15 digits that a worksheet keeps",
        where,
        "Nothing to do if 15 digits are enough: it is written to so many.",
    )


def _too_long(where: str) -> Problem:
    return Problem(
        Severity.ERROR,
        "text-too-long",
        f"The text is longer than the {LONGEST_TEXT:,} characters that a cell holds",
        where,
        "Shorten it in the hub (an outline by leaving out corners), then export again.",
    )
