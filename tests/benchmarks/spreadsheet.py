"""How long a spreadsheet program takes over the same sharing: largest remainder in worksheet functions."""

import random
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import xlsxwriter
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from hubdesk.charging.sharing import largest_remainder
from tests.benchmarks.charging import working_out_a_year
from tests.benchmarks.hubs import charged_hub
from tests.benchmarks.measuring import CLOCK, Bench, Measurement, side_by_side

_FIRST = 2
"""The row of the first agency; above it are the pence to share, and a line free."""


def libreoffice(bench: Bench) -> Iterator[Measurement]:
    """The large year beside LibreOffice, line for line: it recalculates some of as many shares."""
    rng = random.Random(7)
    weights = [rng.randint(1, 900) for _ in range(bench.agencies)]
    pence = [rng.randrange(1_000_00, 100_000_00) for _ in range(bench.recalculated_lines)]
    live = _workbook(bench.folder / "Live.xlsx", weights, pence)
    still = _workbook(bench.folder / "Still.xlsx", weights, [])
    _compare(bench.libreoffice.recalculate(live), weights, pence)
    recalculate = bench.libreoffice.recalculate
    hub = charged_hub(bench.agencies, bench.lines, bench.changes)
    year, with_shares, without = side_by_side(
        (working_out_a_year(hub), lambda: recalculate(live), lambda: recalculate(still)),
        CLOCK,
        min(3, bench.times),
    )
    shared = bench.lines * 4
    yield Measurement(
        f"{bench.agencies} agencies, one line and quarter of {shared:,}: everything",
        year / shared,
        "LibreOffice recalculating the sharing alone",
        (with_shares - without) / bench.recalculated_lines,
    )


def _workbook(path: Path, weights: list[int], pence: list[int]) -> Path:
    """Column A: the weights. Then three columns to a line: whole pence, remainder, share."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_column(_FIRST, 0, weights)
    last = _FIRST + len(weights) - 1
    total = f"SUM({xl_range_abs(_FIRST, 0, last, 0)})"
    for place, amount in enumerate(pence):
        column = 1 + 3 * place
        sheet.write_number(0, column, amount)
        cost = xl_rowcol_to_cell(0, column, row_abs=True, col_abs=True)
        wholes = xl_range_abs(_FIRST, column, last, column)
        remainders = xl_range_abs(_FIRST, column + 1, last, column + 1)
        sheet.write_formula(1, column, f"={total}")
        sheet.write_formula(1, column + 1, f"={cost}-SUM({wholes})")
        over = xl_rowcol_to_cell(1, column, row_abs=True, col_abs=True)
        left = xl_rowcol_to_cell(1, column + 1, row_abs=True, col_abs=True)
        for row in range(_FIRST, last + 1):
            weight, whole, rest = (xl_rowcol_to_cell(row, at) for at in (0, column, column + 1))
            sheet.write_formula(row, column, f"=INT({cost}*{weight}/{over})")
            sheet.write_formula(row, column + 1, f"={cost}*{weight}-{over}*{whole}")
            before = f"SUMPRODUCT(({remainders}>{rest})+({remainders}={rest})*(ROW({remainders})<ROW()))"
            sheet.write_formula(row, column + 2, f"={whole}+({before}<{left})")
    book.close()
    return path


def _compare(recalculated: Path, weights: list[int], pence: list[int]) -> None:
    """See that the yardstick measures the same: every share is ours."""
    sheet = openpyxl.load_workbook(recalculated, data_only=True).worksheets[0]
    for place, amount in enumerate(pence):
        column = sheet.iter_cols(4 + 3 * place, 4 + 3 * place, _FIRST + 1, values_only=True)
        assert list(next(iter(column))) == largest_remainder(amount, weights)
