"""Each kind of fault is refused with its sheet, its cell and what to do."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hubdesk.domain.problem import Severity
from hubdesk.workflows.import_hub import read_hub_workbook
from tests.exchange.xlsx.hub_workbook.books import Sheets, only_refusal, refusals, saved, small

HALF_PAST_NINE = datetime(2026, 4, 1, 9, 30)  # noqa: DTZ001  a cell knows no time zone


def test_the_book_that_the_faults_are_put_into_has_none(tmp_path: Path) -> None:
    imported = read_hub_workbook(saved(small(), tmp_path / "a.xlsx"))
    assert imported.hub.host.code == "HBC"
    assert {problem.severity for problem in imported.warnings} <= {Severity.BEFORE_ISSUE}


def told(sheets: Sheets, path: Path) -> tuple[str, str, str]:
    """The one problem of `sheets`: where, what, what to do."""
    problem = only_refusal(saved(sheets, path))
    return problem.where, problem.what, problem.remedy


def put(cell: str, value: Any) -> Sheets:
    """The small book with one cell changed, as "Licences!C2"."""
    sheets = small()
    name, _, place = cell.partition("!")
    column, row = ord(place[0]) - ord("A"), int(place[1:]) - 1
    changed = list(sheets[name][row])
    changed += [None] * (column + 1 - len(changed))
    changed[column] = value
    sheets[name][row] = changed
    return sheets


@pytest.mark.parametrize(
    ("cell", "value", "what", "remedy"),
    [
        ("Licences!C2", "=TODAY()", "A formula stands where a value belongs", "Paste special, Values"),
        ("Licences!C2", "01/04/2026", "“01/04/2026” is not a day", "2026-04-01"),
        ("Licences!C2", "1/4/2026", "“1/4/2026” is not a day", "format the cell as a date and then type it"),
        ("Licences!C2", "1 Avril 2026", "“1 Avril 2026” is not a day", "2026-04-01"),
        ("Licences!C2", "31 June 2026", "“31 June 2026” is not in the calendar", "2026-04-01"),
        ("Licences!C2", "1 May 0026", "“1 May 0026” is before 1900", "1 January 1900"),
        ("Licences!C2", "2026-02-30", "“2026-02-30” is not in the calendar", "2026-04-01"),
        ("Licences!C2", 46113, "46113 is not a day", "format the cell as a date"),
        ("Licences!C2", "1899-12-31", "“1899-12-31” is before 1900", "1 January 1900"),
        (
            "Licences!C2",
            HALF_PAST_NINE,
            "The day 1 April 2026 09:30 has a time of day",
            "day alone",
        ),
        ("Licences!C2", None, "“from” is blank", "The first day."),
        ("Licences!B2", "XYZ", "There is no agency “XYZ”", "the sheet Agencies"),
        ("Licences!B2", date(2026, 4, 1), "The day 1 April 2026 stands where text belongs", "as Text"),
        ("Licence desks!C2", 2.5, "2.5 is not a whole number", "0 or more"),
        ("Licence desks!C2", -1, "-1 is below 0", "0 or more"),
        ("Licence desks!C2", "ten", "“ten” is not a number", "a whole number"),
        ("Rates!B2", 3000.005, "3000.005 has parts of a penny", "at most two decimals"),
        ("Rates!B2", "1,5", "“1,5” is not a number", "pounds and pence"),
        ("Rates!B2", "5%", "“5%” is not a number", "pounds and pence"),
        ("Rates!B2", True, "TRUE is not a number", "pounds and pence"),
        ("Rates!B2", 1e300, "1E+300 is too large", "15 digits"),
        ("Rates!B2", 1e-300, "1E-300 has parts of a penny", "at most two decimals"),
        ("Rates!B2", "#REF!", "The error #REF! stands where a value belongs", "Paste special, Values"),
        ("VAT codes!C2", 140, "140 is not a percentage from 0 to 100", "such as 40"),
        ("Agencies!C3", "charity", "“charity” is not one of the words", "Type public, voluntary or private."),
        ("Agencies!D2", "maybe", "“maybe” is neither yes nor no", "Type yes or no."),
        ("Areas!E2", "0,0; 8,0", "“0,0; 8,0” has fewer than three corners", "0,0; 12.5,0; 12.5,8"),
        ("Areas!E2", "0;8;8", "“0;8;8” is not a list of corners", "0,0; 12.5,0; 12.5,8"),
        ("Floors!D2", 0, "0 is not above 0", "metres such as 12.5"),
        ("Cost lines!C2", "2026", "“2026” is not a charging year such as 2026-27", "2026-27"),
        ("Cost lines!C2", 2026, "2026 is not a charging year", "Format the cell as Text"),
        ("Hub!B3", None, "The setting “host” is blank", "agency that runs the building"),
        ("Hub!B3", "XYZ", "There is no agency “XYZ”", "the sheet Agencies"),
    ],
)
def test_a_cell_at_fault_is_named(cell: str, value: Any, what: str, remedy: str, tmp_path: Path) -> None:
    sheet, _, place = cell.partition("!")
    where, told_what, told_remedy = told(put(cell, value), tmp_path / "a.xlsx")
    assert where == f"sheet {sheet}, cell {place}"
    assert what in told_what
    assert remedy in told_remedy


@pytest.mark.parametrize("value", ["29-04", "31/13", "April", 4])
def test_a_year_that_starts_on_no_day_1_to_28(value: Any, tmp_path: Path) -> None:
    sheets = small()
    sheets["Hub"].append(("year start", value))
    where, what, remedy = told(sheets, tmp_path / "a.xlsx")
    assert where == "sheet Hub, cell B4"
    assert what.endswith("is not the start of a charging year")
    assert "01-04 for 1 April" in remedy


@pytest.mark.parametrize(
    ("sheet", "row", "where", "what"),
    [
        (
            "Agencies",
            ("CAB", "Another", "public"),
            "cell A4",
            "The code “CAB” is there twice, first in row 3",
        ),
        ("Desks", ("D1", "G", 3, 3), "cell A17", "The code “D1” is there twice, first in row 2"),
        (
            "Licences",
            ("L01", "CAB", "2026-04-01"),
            "cell A4",
            "The code “L01” is there twice, first in row 2",
        ),
        (
            "Cost lines",
            ("C01", "Again", "2026-27", 1),
            "cell A4",
            "The code “C01” is there twice for that year, first in row 2",
        ),
        ("Rates", ("2026-04-01", 1), "cell A3", "There are two rows for 1 April 2026"),
        ("Licence desks", ("L01", "2026-04-01", 1), "cell B4", "There are two rows for 1 April 2026"),
        ("VAT codes", ("S", "2011-01-04", 1), "cell B3", "There are two rows for 4 January 2011"),
        ("Hub", ("host", "CAB"), "cell A4", "Two hosts are named"),
    ],
)
def test_a_thing_given_twice(sheet: str, row: Any, where: str, what: str, tmp_path: Path) -> None:
    sheets = small()
    sheets[sheet].append(row)
    if sheet == "Cost lines":
        sheets[sheet].pop(2)
        where = "cell A3"
    problem = only_refusal(saved(sheets, tmp_path / "a.xlsx"))
    assert (problem.where, problem.what) == (f"sheet {sheet}, {where}", what)
    assert "delete" in problem.remedy


def test_a_share_of_a_cost_line_that_is_not_there(tmp_path: Path) -> None:
    sheets = small()
    sheets["Caps"] = [
        ("cost line", "agency", "amount", "year"),
        ("C99", "CAB", 1, None),
        ("C01", "CAB", 1, "2030-31"),
    ]
    first, second = refusals(saved(sheets, tmp_path / "a.xlsx"))
    assert (first.where, first.what) == ("sheet Caps, cell A2", "There is no cost line “C99”")
    assert second.where == "sheet Caps, cell D3"
    assert second.what == "The cost line “C01” is not there for 2030-31"
    assert "leave the year blank" in second.remedy


def test_a_sheet_twice(tmp_path: Path) -> None:
    sheets = small()
    sheets["rates "] = [("from", "rate")]
    where, what, remedy = told(sheets, tmp_path / "a.xlsx")
    assert (where, what) == ("sheet rates", "There are two sheets “Rates”")
    assert "delete the other" in remedy


def test_a_column_twice_and_a_column_missing(tmp_path: Path) -> None:
    sheets = small()
    sheets["Rates"] = [("from", "From"), ("2026-04-01", "2026-04-01")]
    twice, missing, *_ = refusals(saved(sheets, tmp_path / "a.xlsx"))
    assert (twice.where, twice.what) == ("sheet Rates, cell B1", "The column “from” is there twice")
    assert (missing.where, missing.what) == ("sheet Rates, row 1", "The column “rate” is missing")
    assert "Add a column with the heading “rate”" in missing.remedy


def test_no_sheet_hub(tmp_path: Path) -> None:
    sheets = small()
    del sheets["Hub"]
    where, what, remedy = told(sheets, tmp_path / "a.xlsx")
    assert where == "the workbook"
    assert what == "The workbook has no sheet “Hub”, so nobody is the host"
    assert "rows for name and host" in remedy


def test_no_host(tmp_path: Path) -> None:
    sheets = small()
    sheets["Hub"].pop()
    assert told(sheets, tmp_path / "a.xlsx")[1] == "The setting “host” is missing"


def test_a_driver_called_as_a_basis(tmp_path: Path) -> None:
    sheets = small()
    sheets["Drivers"] = [("driver", "agency", "from", "value"), ("Area", "CAB", "2026-04-01", 1)]
    where, what, _ = told(sheets, tmp_path / "a.xlsx")
    assert where == "sheet Drivers, cell A2"
    assert what.startswith("A driver cannot be called “Area”")


def test_a_time_that_is_none_and_a_day_that_is_none(tmp_path: Path) -> None:
    sheets = small()
    sheets["Drop-ins"] = [
        ("agency", "area", "weekday or date", "start", "end"),
        ("CAB", "REC", "Moonday", "25:00", time(12)),
    ]
    day, start = refusals(saved(sheets, tmp_path / "a.xlsx"))
    assert (day.where, start.where) == ("sheet Drop-ins, cell C2", "sheet Drop-ins, cell D2")
    assert day.what == "“Moonday” is neither a day of the week nor a day"
    assert start.remedy == "Type a time such as 09:30."


def test_what_the_checks_find_is_told_with_its_cell(tmp_path: Path) -> None:
    sheets = small()
    sheets["Allocations"] = [
        ("desk", "agency", "from", "to"),
        ("D1", "HBC", "2026-04-01", "2026-06-30"),
        ("D1", "CAB", "2026-06-30", None),
    ]
    sheets["Concessions"] = [("percent", "from", "sector", "licence"), (40, "2026-04-01", "voluntary", "L02")]
    where = {problem.where for problem in refusals(saved(sheets, tmp_path / "a.xlsx"))}
    assert "sheet Concessions, cell C2" in where
    assert any(place.startswith("sheet Allocations, cell ") for place in where)


def test_licence_and_cost_line_of_one_code(tmp_path: Path) -> None:
    sheets = put("Cost lines!A2", "L01")
    assert any(
        place.where in {"sheet Cost lines, cell A2", "sheet Licences, cell A2"}
        for place in refusals(saved(sheets, tmp_path / "a.xlsx"))
    )


def test_every_fault_is_told_at_once_and_no_fault_for_another(tmp_path: Path) -> None:
    sheets = put("Agencies!C3", "charity")
    sheets["Rates"] = [("from", "rate"), ("2026-04-01", "lots")]
    sheets["Desks"][1] = ("D1", "G", "left", 10)
    sheets["Allocations"] = [
        ("desk", "agency", "from"),
        ("D1", "CAB", "2026-04-01"),
        ("D2", "HBC", "2026-04-01"),
        ("D2", "HBC", "2026-05-01"),
    ]
    found = [problem.where for problem in refusals(saved(sheets, tmp_path / "a.xlsx"))]
    assert found[:3] == ["sheet Agencies, cell C3", "sheet Desks, cell C2", "sheet Rates, cell B2"]
    assert all(place.startswith("sheet Allocations") for place in found[3:])
    assert len(found) == 4


def test_an_error_that_a_formula_left_behind(tmp_path: Path) -> None:
    def dress(book: Workbook) -> None:
        book["Rates"]["B2"] = "#DIV/0!"
        book["Rates"]["B2"].data_type = "e"

    problem = only_refusal(saved(small(), tmp_path / "a.xlsx", dress))
    assert (problem.where, problem.code) == ("sheet Rates, cell B2", "error-value")


def test_a_date_cell_with_an_impossible_number(tmp_path: Path) -> None:
    def dress(book: Workbook) -> None:
        book["Licences"]["C2"] = -5
        book["Licences"]["C2"].number_format = "yyyy-mm-dd"
        book["Licences"]["C3"] = 99_999_999
        book["Licences"]["C3"].number_format = "yyyy-mm-dd"

    early, late = refusals(saved(small(), tmp_path / "a.xlsx", dress))
    assert (early.where, late.where) == ("sheet Licences, cell C2", "sheet Licences, cell C3")


@pytest.mark.parametrize("cell", ["Licences!C2", "Drop-ins!C2"])
def test_a_date_cell_on_the_day_before_the_calendar(cell: str, tmp_path: Path) -> None:
    sheets = small()
    sheets["Drop-ins"] = [
        ("agency", "area", "weekday or date", "start", "end"),
        ("CAB", "REC", "Monday", "09:00", "10:00"),
    ]
    sheet, _, place = cell.partition("!")

    def dress(book: Workbook) -> None:
        book[sheet][place] = 0
        book[sheet][place].number_format = "yyyy-mm-dd"

    problem = only_refusal(saved(sheets, tmp_path / "a.xlsx", dress))
    assert problem.where == f"sheet {sheet}, cell {place}"
    assert problem.what == "The date in this cell is before 1900"


def test_a_column_of_codes_that_is_missing_is_one_fault(tmp_path: Path) -> None:
    sheets = small()
    sheets["Agencies"] = [row[1:] for row in sheets["Agencies"]]
    sheets["Caps"] = [("cost line", "agency", "amount"), ("C01", "CAB", 5)]
    where, what, _ = told(sheets, tmp_path / "a.xlsx")
    assert (where, what) == ("sheet Agencies, row 1", "The column “code” is missing")


def test_a_driver_at_fault_is_not_reported_again_where_it_is_used(tmp_path: Path) -> None:
    sheets = small()
    sheets["Drivers"] = [("driver", "agency", "from", "value"), ("FTE", "XYZ", "2026-04-01", 1)]
    sheets["Cost lines"] = [
        ("code", "name", "year", "budget", "basis"),
        ("C01", "Cleaning", "2026-27", 1, "FTE"),
    ]
    assert told(sheets, tmp_path / "a.xlsx")[0] == "sheet Drivers, cell B2"


def test_a_bad_year_start_does_not_put_cost_lines_outside_their_year(tmp_path: Path) -> None:
    sheets = small()
    sheets["Hub"].append(("year start", "31-12"))
    sheets["Cost lines"] = [
        ("code", "name", "year", "budget", "from"),
        ("C01", "Cleaning", "2026-27", 1, "2026-01-01"),
    ]
    assert told(sheets, tmp_path / "a.xlsx")[0] == "sheet Hub, cell B4"
