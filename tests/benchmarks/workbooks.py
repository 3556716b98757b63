"""How long the recharge workbook takes to write, once its figures are worked out."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.exchange.xlsx.expression import Expression
from hubdesk.exchange.xlsx.recharge_workbook.build import whole_book
from hubdesk.exchange.xlsx.recharge_workbook.model import Book, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.styles import STYLES, look
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.writing import write_book
from tests.benchmarks.measuring import CPU, Bench, Goal, Measurement, side_by_side
from tests.builders.parkside import parkside


class _Written(NamedTuple):
    """One cell as XlsxWriter takes it: the name of the method, and what is to be in it."""

    method: str
    row: int
    column: int
    content: object
    style: str
    value: object


def recharge_workbook(bench: Bench) -> Iterator[Measurement]:
    """Parkside's first quarter. Every formula is worked out before; its text is part of writing it."""
    hub = parkside()
    year, billing = hub.charging_year(2026), hub.settings.billing
    run = draft(facts_of(hub, year, billing), year.periods(billing)[0], Amounts.BUDGET, ())
    book = whole_book(Subject(run, (), "23 November 2026"))
    cells = {sheet.title: list(_cells(sheet)) for sheet in book.sheets}
    path = bench.folder / "Recharge.xlsx"
    written, plain = side_by_side(
        (partial(write_book, path, book), partial(_plainly, path, book, cells)), CPU, bench.times
    )
    yield Measurement(
        "recharge workbook of Parkside written, evaluation apart",
        written,
        f"XlsxWriter writing the same {sum(map(len, cells.values())):,} cells",
        plain,
        ratio_goal=Goal.of_ratio(1.3),
    )


def _cells(sheet: Sheet) -> Iterator[_Written]:
    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            content, value = cell.content, cell.worked_out()
            if isinstance(content, Expression):
                text = f"={content.written(sheet)}"
                yield _Written("write_formula", row, column, text, cell.style, "" if value is None else value)
            elif content is None or content == "":
                yield _Written("write_blank", row, column, None, cell.style, None)
            elif isinstance(content, str):
                yield _Written("write_string", row, column, content, cell.style, None)
            elif isinstance(content, date):
                yield _Written("write_datetime", row, column, content, cell.style, None)
            else:
                yield _Written("write_number", row, column, content, cell.style, None)


def _plainly(path: Path, book: Book, cells: dict[str, list[_Written]]) -> None:
    """The cells with their formats and nothing else: no widths, names, checks or chart."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        formats = {name: workbook.add_format(look(name)) for name in STYLES}
        for sheet in book.sheets:
            page: Any = workbook.add_worksheet(sheet.title)
            for method, row, column, content, style, value in cells[sheet.title]:
                write = getattr(page, method)
                if method == "write_formula":
                    write(row, column, content, formats[style], value)
                else:
                    write(row, column, content, formats[style])
    path.write_bytes(target.getvalue())
