"""A table as it is on screen, written as a PDF or a workbook."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.table import Heading, PrintedTable, table_pdf, write_table_workbook
from hubdesk.workflows.resources import fonts_folder
from hubdesk.workflows.tables.column import Column, Row


def printed(
    title: str,
    about: Sequence[str],
    columns: Sequence[Column[Row]],
    rows: Sequence[Row],
    totals: Sequence[str] = (),
) -> PrintedTable:
    """`rows` as `columns` show them; `totals` has a text to each column, or nothing at all."""
    headings = tuple(Heading(column.heading, column.kind.is_figure) for column in columns)
    texts = tuple(tuple(column.text(row) for column in columns) for row in rows)
    return PrintedTable(title, tuple(about), headings, texts, tuple(totals))


def write_printed(table: PrintedTable, path: Path, made: date) -> None:
    """As a workbook where `path` ends in .xlsx, else as a PDF; whole or not at all. Raises Refused."""
    if path.suffix.lower() == ".xlsx":
        write_table_workbook(path, table)
        return
    content = table_pdf(table, made, fonts_folder())
    with replacing(path) as draft:
        draft.write_bytes(content)
