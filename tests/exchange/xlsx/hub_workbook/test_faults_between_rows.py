"""What is wrong between rows is told together with what is wrong in one, and nothing is made up."""

from datetime import date
from pathlib import Path

import pytest

from tests.exchange.xlsx.hub_workbook.books import Sheets, only_refusal, refusals, saved, small


def tangled() -> Sheets:
    """The small book with a fault in three sheets that shows only between rows."""
    sheets = small()
    sheets["Cost lines"].pop()
    sheets["Fixed shares"] = [("cost line", "agency", "percent"), ("C01", "HBC", 60), ("C01", "CAB", 60)]
    sheets["Allocations"] = [
        ("desk", "agency", "from"),
        ("D1", "HBC", "2026-04-01"),
        ("D1", "CAB", "2026-05-01"),
    ]
    sheets["Concessions"] = [
        ("licence", "percent", "from"),
        ("L02", 10, "2026-04-01"),
        ("L02", 20, "2026-05-01"),
    ]
    return sheets


TANGLES = ["concessions-overlap", "fixed-shares-over-100", "desk-allocated-twice"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Cost lines!D2", "not-a-number"),
        ("Cost lines!E2", "not-text"),
        ("Desks!C2", "not-a-number"),
        ("Desks!B2", "unknown-code"),
        ("Agencies!C3", "not-one-of-the-words"),
        ("Licences!B3", "unknown-code"),
        ("Licences!C3", "not-a-day"),
        ("Floors!C2", "not-a-number"),
        ("Hub!B3", "unknown-code"),
    ],
)
def test_what_is_wrong_between_rows_shows_with_what_is_wrong_in_one(
    cell: str, code: str, tmp_path: Path
) -> None:
    sheets = tangled()
    name, _, place = cell.partition("!")
    row = list(sheets[name][int(place[1:]) - 1])
    row[ord(place[0]) - ord("A")] = date(2026, 4, 1) if code == "not-text" else "wrong"
    sheets[name][int(place[1:]) - 1] = row
    found = refusals(saved(sheets, tmp_path / "a.xlsx"))
    assert found[0].where == f"sheet {name}, cell {place}"
    assert sorted(problem.code for problem in found[1:]) == sorted(TANGLES)


def test_no_host_hides_nothing(tmp_path: Path) -> None:
    sheets = tangled()
    sheets["Hub"].pop()
    codes = [problem.code for problem in refusals(saved(sheets, tmp_path / "a.xlsx"))]
    assert codes[0] == "missing-setting"
    assert sorted(codes[1:]) == sorted(TANGLES)


def test_a_share_that_may_give_way_to_one_at_fault_is_not_told(tmp_path: Path) -> None:
    sheets = small()
    sheets["Cost lines"].pop()
    sheets["Fixed shares"] = [
        ("cost line", "agency", "percent", "year"),
        ("C01", "HBC", 60, None),
        ("C01", "CAB", 60, None),
        ("C01", "CAB", "few", "2026-27"),
    ]
    assert only_refusal(saved(sheets, tmp_path / "a.xlsx")).where == "sheet Fixed shares, cell C4"


def test_a_cost_line_whose_year_cannot_be_read_is_still_there(tmp_path: Path) -> None:
    sheets = small()
    sheets["Cost lines"][1] = ("C01", "Cleaning", "soon", 48000, "S")
    sheets["Caps"] = [("cost line", "agency", "amount", "year"), ("C01", "CAB", 5, "2026-27")]
    assert only_refusal(saved(sheets, tmp_path / "a.xlsx")).where == "sheet Cost lines, cell C2"


def test_a_code_that_a_faulty_licence_shares_with_a_cost_line(tmp_path: Path) -> None:
    sheets = small()
    sheets["Cost lines"][1] = ("L01", "Cleaning", "2026-27", 48000, "S")
    sheets["Licences"][1] = ("L01", "HBC", "soon", None, "E")
    bad, *shared = refusals(saved(sheets, tmp_path / "a.xlsx"))
    assert bad.where == "sheet Licences, cell C2"
    assert len(shared) == 1
