"""The workbook as a file, by XlsxWriter: locked but for what is to be filled in; the same bytes each time."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, TypeVar

from hubdesk.exchange.review_pack.workbook.asking import (
    ADDED,
    AGREED,
    CORRECTED,
    HALF_SAID,
    HOW_MANY,
    QUERIED,
)
from hubdesk.exchange.review_pack.workbook.book import ReviewBook
from hubdesk.exchange.review_pack.workbook.entries import Entry
from hubdesk.exchange.review_pack.workbook.growing import GrowingSheet
from hubdesk.exchange.review_pack.workbook.heights import needed_heights
from hubdesk.exchange.review_pack.workbook.page import Page
from hubdesk.exchange.review_pack.workbook.styles import ASKED, DONE, HALF, STYLES
from hubdesk.exchange.review_pack.workbook.validating import closed, rule
from hubdesk.exchange.xlsx.named_styles import StyledWorkbook
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, column_letters
from hubdesk.exchange.xlsx.recharge_workbook.writing import write_cells

_A4 = 9
_LAST_COLUMN = 16_383
_TITLE_HEIGHT = 27.0
_ZOOM = 90
"""Per cent, at which a sheet to fill in is as wide as the screen of a small laptop."""

_NO_MISTAKES = ("number_stored_as_text", "formula_differs", "formula_range", "two_digit_text_year")
"""What Excel would mark with green triangles: codes of figures, and sums that differ from row to row."""

_ALLOWED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}


E = TypeVar("E", Entry, str)


def written(book: ReviewBook, made: date) -> bytes:
    """The file; it says that it was made on the day `made`."""
    body = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with StyledWorkbook(body, options) as workbook:
        workbook.set_properties({**book.properties, "created": datetime.combine(made, time.min)})
        workbook.set_calc_mode("auto")
        formats = {name: workbook.add_named(name, look) for name, look in STYLES.items()}
        marks: list[tuple[Any, tuple[str, ...]]] = [
            (workbook.add_format(look), words)
            for look, words in (
                (DONE, (AGREED,)),
                (ASKED, (QUERIED, CORRECTED, ADDED)),
                (HALF, (*HALF_SAID, HOW_MANY)),
            )
        ]
        sheets = [workbook.add_worksheet(page.title, GrowingSheet) for page in book.pages]
        for name, place in book.names.items():
            workbook.define_name(name, f"={place.sheet.quoted}!{place.fixed}")
        for page, sheet in zip(book.pages, sheets, strict=True):
            _set_up(sheet, page, formats)
            write_cells(sheet, page, formats)
            for cells, entry in _alike(page.entries):
                sheet.data_validation(*_corners(cells), rule(entry, book.lists))
            for cells, why in _alike(page.closed):
                sheet.data_validation(*_corners(cells), closed(why))
            for cells in page.marks:
                _colour(sheet, cells, marks)
    return body.getvalue()


def _set_up(sheet: Any, page: Page, formats: dict[str, Any]) -> None:
    """Widths, what stays in sight, paper and protection."""
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width, formats["Text"])
    if page.hidden_from is not None:
        sheet.set_column(page.hidden_from, _LAST_COLUMN, None, None, {"hidden": True})
    for row, height in {**needed_heights(page), 0: _TITLE_HEIGHT, **page.heights}.items():
        sheet.set_row(row, height)
    if any(page.frozen):
        sheet.freeze_panes(*page.frozen)
    if page.repeated:
        sheet.repeat_rows(*page.repeated)
    if not page.portrait:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&L&8&F&C&8&A&R&8Page &P of &N")
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, max(page.rows), page.printed_columns - 1)
    sheet.set_tab_color(page.colour)
    if page.filtered:
        sheet.autofilter(*_corners(page.filtered))
    if page.entries:
        sheet.set_zoom(_ZOOM)
        below = [cell for cell, _ in page.entries if cell.row >= page.frozen[0]]
        first = min(below, key=lambda cell: (cell.row, cell.column), default=page.entries[0][0])
        sheet.set_selection(first.row, first.column, first.row, first.column)
    everywhere = f"A1:{column_letters(_LAST_COLUMN)}{max(page.rows) + 1}"
    sheet.ignore_errors(dict.fromkeys(_NO_MISTAKES, everywhere))
    sheet.protect("", _ALLOWED)


def _alike(entries: list[tuple[Cell, E]]) -> Iterator[tuple[Range, E]]:
    """Cells one below the other that take or say the same, as one range each."""
    columns: dict[int, list[tuple[Cell, E]]] = {}
    for cell, entry in entries:
        columns.setdefault(cell.column, []).append((cell, entry))
    for column in columns.values():
        first, entry = last, _ = column[0]
        for cell, other in column[1:]:
            if cell.row != last.row + 1 or other != entry:
                yield first.to(last), entry
                first, entry = cell, other
            last = cell
        yield first.to(last), entry


def _colour(sheet: Any, cells: Range, marks: list[tuple[Any, tuple[str, ...]]]) -> None:
    """Colours for marks, which say in words what they mean."""
    for look, words in marks:
        for word in words:
            sheet.conditional_format(
                *_corners(cells), {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            )


def _corners(cells: Range) -> tuple[int, int, int, int]:
    return cells.first.row, cells.first.column, cells.last.row, cells.last.column
