"""Hub workbooks for tests, written cell by cell as somebody else's program would."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.import_hub import read_hub_workbook

Sheets = dict[str, list[Sequence[Any]]]


def small() -> Sheets:
    """A hub with two agencies, a licence each and a cost line: no faults, no warnings."""
    return {
        "Hub": [("setting", "value"), ("name", "Hilltop House"), ("host", "HBC")],
        "Floors": [("code", "name", "level", "width m", "depth m"), ("G", "Ground", 0, 40, 25)],
        "Areas": [
            ("code", "floor", "name", "kind", "outline"),
            ("REC", "G", "Front", "reception", "0,0; 8,0; 8,6"),
        ],
        "Desks": [("code", "floor", "x m", "y m"), *((f"D{one}", "G", one * 2, 10) for one in range(1, 16))],
        "Agencies": [
            ("code", "name", "sector", "internal", "customer code", "cost centre", "subjective"),
            ("HBC", "Hilltop Borough Council", "public", "yes", None, "A1", "4100"),
            ("CAB", "Citizens Advice", "voluntary", None, "C1", "A2", "4100"),
        ],
        "Licences": [
            ("code", "agency", "from", "to", "VAT code"),
            ("L01", "HBC", "2026-04-01", None, "E"),
            ("L02", "CAB", "2026-04-01", None, "E"),
        ],
        "Licence desks": [
            ("licence", "from", "desks"),
            ("L01", "2026-04-01", 10),
            ("L02", "2026-04-01", 4),
        ],
        "Rates": [("from", "rate"), ("2026-04-01", 3000)],
        "VAT codes": [("code", "from", "percent"), ("S", "2011-01-04", 20)],
        "Cost lines": [
            ("code", "name", "year", "budget", "VAT code"),
            ("C01", "Cleaning", "2026-27", 48000, "S"),
            ("C01", "Cleaning", "2027-28", 49000, "S"),
        ],
    }


def saved(sheets: Sheets, path: Path, dress: Callable[[Workbook], None] | None = None) -> Path:
    """The workbook of `sheets` at `path`; `dress` may change it before it is saved."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if dress:
        dress(book)
    book.save(path)
    return path


def refusals(path: Path) -> tuple[Problem, ...]:
    """The problems with which the workbook at `path` is refused."""
    with pytest.raises(Refused) as refused:
        read_hub_workbook(path)
    return refused.value.problems


def only_refusal(path: Path) -> Problem:
    """The one problem with which the workbook at `path` is refused."""
    (problem,) = refusals(path)
    return problem
