"""The filled cells of a worksheet, row by row, whatever it says of its own size."""

import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl.cell.cell import ERROR_CODES
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils.exceptions import InvalidFileException

from hubdesk.exchange.xlsx.incoming.bounds import MOST_COLUMNS
from hubdesk.exchange.xlsx.incoming.cell import Cell
from hubdesk.exchange.xlsx.incoming.number_format import shows_as_percentage

UNREADABLE = (
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OverflowError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    EOFError,
    ParseError,
    zipfile.BadZipFile,
    InvalidFileException,
)
"""What openpyxl raises where a workbook's parts do not fit together."""


def filled_rows(source: Any, last: int) -> Iterator[tuple[int, list[tuple[int, Cell]]]]:
    """The rows that hold something, with their numbers, as far as row `last`: cells by column, from 0."""
    for number, row in enumerate(source.iter_rows(max_col=MOST_COLUMNS), start=1):
        filled = [
            (place, _cell(one))
            for place, one in enumerate(row)
            if one is not EMPTY_CELL and _is_filled(one.value)
        ]
        if filled:
            yield number, filled
        if number >= last:
            return


def _is_filled(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _cell(source: Any) -> Cell:
    kind, value = source.data_type, source.value
    return Cell(
        value,
        is_percentage=kind == "n" and shows_as_percentage(value, source.number_format or ""),
        is_formula=kind == "f",
        is_error=kind == "e" or (kind == "s" and value in ERROR_CODES),
    )
