"""Journal and invoice lines as CSV, for a ledger to take in and for people to look at in Excel."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from hubdesk.charging.ledger_columns import Cell, Sum, Table
from hubdesk.exchange.csv.guard import guarded
from hubdesk.exchange.replacing import replacing


def write_table(path: Path, table: Table) -> None:
    """Write `table` to `path`, in place of what is there. Raises Refused where that cannot be done.

    As RFC 4180 says: commas, double quotes, CRLF. UTF-8 with a byte order mark, because Excel reads a
    CSV without one in the machine's old code page and turns £ and é into something else, while a
    ledger that reads UTF-8 skips it. Text is always quoted and an amount never is, so that the code
    0042 can be told from a number.
    """
    with replacing(path) as draft:
        draft.write_text("".join(f"{line}\r\n" for line in lines_of(table)), encoding="utf-8-sig", newline="")


def lines_of(table: Table) -> Iterator[str]:
    """The lines of the file that `table` goes into, one after another, without their ends."""
    yield from map(_line, (table.headings, *table.rows))


def _line(cells: Sequence[Cell]) -> str:
    return ",".join(map(_field, cells))


def _field(cell: Cell) -> str:
    if isinstance(cell, Sum):
        sign = "-" if cell.pence < 0 else ""
        return f"{sign}{abs(cell.pence) // 100}.{abs(cell.pence) % 100:02}"
    text = cell.isoformat() if isinstance(cell, date) else guarded(cell)
    return '"' + text.replace('"', '""') + '"'
