"""What a facilities manager may type, and what it means."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hubdesk.domain.cost_line import Basis, FixedShare, Participant, ShareCap
from hubdesk.domain.drop_in import Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import YearStart
from hubdesk.domain.problem import Severity
from hubdesk.workflows.import_hub import read_hub_workbook
from tests.exchange.xlsx.hub_workbook.books import Sheets, saved, small


def hub_of(sheets: Sheets, path: Path) -> Hub:
    return read_hub_workbook(saved(sheets, path / "a.xlsx")).hub


def test_order_case_and_spaces_of_headings_do_not_matter_and_blank_rows_are_skipped(tmp_path: Path) -> None:
    sheets = small()
    sheets["  licence  DESKS "] = [
        (),
        (" Desks", "LICENCE ", "from"),
        (),
        (),
        (7, " L01", "2026-04-01"),
        (None, " "),
    ]
    del sheets["Licence desks"]
    assert hub_of(sheets, tmp_path).licence_codes["L01"].desks_on(date(2026, 4, 1)) == 7


def test_days_are_dates_or_text(tmp_path: Path) -> None:
    midnight = datetime(2027, 3, 31)  # noqa: DTZ001  a cell knows no time zone
    sheets = small()
    sheets["Licences"][1] = ("L01", "HBC", date(2026, 4, 1), midnight, "E")
    licence = hub_of(sheets, tmp_path).licence_codes["L01"]
    assert (licence.first, licence.last) == (date(2026, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize("typed", ["1 April 2026", " 01  apr 2026", "1 APRIL 2026"])
def test_days_are_words_too(typed: str, tmp_path: Path) -> None:
    sheets = small()
    sheets["Licences"][1] = ("L01", "HBC", typed, "30 September 2027", "E")
    licence = hub_of(sheets, tmp_path).licence_codes["L01"]
    assert (licence.first, licence.last) == (date(2026, 4, 1), date(2027, 9, 30))


@pytest.mark.parametrize(
    ("typed", "pence"),
    [(3000, 300_000), (0.1 + 0.2, 30), (1234.56, 123_456), ("£1,234.50", 123_450), (4.35, 435), ("0.07", 7)],
)
def test_money_is_exact(typed: object, pence: int, tmp_path: Path) -> None:
    sheets = small()
    sheets["Rates"][1] = ("2026-04-01", typed)
    assert hub_of(sheets, tmp_path).rate.pence.at(date(2026, 4, 1)) == pence


@pytest.mark.parametrize(
    ("typed", "shown", "percent"),
    [
        (40, "General", "40"),
        (0.4, "0%", "40"),
        (0.175, "0.00%", "17.5"),
        ("40 %", "@", "40"),
        (0.4, "0.0", "0.4"),
        (1, '0"%"', "1"),
        (40, '0"%"', "40"),
        (40, r"0\%", "40"),
        (40, '0" % off"', "40"),
        (40, "0_%", "40"),
        (0.4, '0.0 %" off"', "40"),
        (0.07, "[Red]0.0%;0", "7"),
        (40, "0;-0%", "40"),
        (0.4, "[<=1]0%;0", "40"),
        (40, "[<=1]0%;0", "40"),
    ],
)
def test_percentages_are_figures_or_formatted_so(
    typed: Any, shown: str, percent: str, tmp_path: Path
) -> None:
    def dress(book: Workbook) -> None:
        book["VAT codes"]["C2"] = typed
        book["VAT codes"]["C2"].number_format = shown

    hub = read_hub_workbook(saved(small(), tmp_path / "a.xlsx", dress)).hub
    assert hub.vat_by_code["S"].percent.at(date(2026, 4, 1)) == Decimal(percent)


def test_numbers_count_to_fifteen_digits(tmp_path: Path) -> None:
    sheets = small()
    sheets["Drivers"] = [("driver", "agency", "from", "value"), ("FTE", "CAB", "2026-04-01", 0.1 + 0.2)]
    (figure,) = hub_of(sheets, tmp_path).driver_figures.values()
    assert figure.figures.at(date(2026, 4, 1)) == Decimal("0.3")


def test_codes_are_text_with_their_zeros(tmp_path: Path) -> None:
    sheets = small()
    sheets["Agencies"] += [
        (7, "Seven", "public"),
        (" 007 ", "Double O", "public"),
        ("cab", "Other", "public"),
    ]
    sheets["Licences"] += [("L03", "7", "2026-04-01", None, "E"), ("L04", "007", "2026-04-01", None, "E")]
    hub = hub_of(sheets, tmp_path)
    assert hub.agencies[hub.licence_codes["L03"].agency].name == "Seven"
    assert hub.agencies[hub.licence_codes["L04"].agency].name == "Double O"
    assert {"CAB", "cab"} <= set(hub.agency_codes)


@pytest.mark.parametrize("typed", ["06-04", "6/4", date(2026, 4, 6)])
def test_the_year_starts_on_a_day_and_month_even_where_it_became_a_date(
    typed: object, tmp_path: Path
) -> None:
    sheets = small()
    sheets["Hub"].append(("Year Start", typed))
    assert hub_of(sheets, tmp_path).settings.year_start == YearStart(6, 4)


def test_a_blank_year_is_every_year_of_the_line_and_a_year_wins(tmp_path: Path) -> None:
    sheets = small()
    sheets["Fixed shares"] = [
        ("cost line", "agency", "percent", "year"),
        ("C01", "CAB", 10, None),
        ("C01", "CAB", 20, "2027-28"),
    ]
    sheets["Participants"] = [("cost line", "agency"), ("C01", "HBC")]
    sheets["Caps"] = [("cost line", "agency", "amount", "year"), ("C01", "CAB", 500, "2026-27")]
    hub = hub_of(sheets, tmp_path)
    this, next_one = hub.cost_line_codes["C01", 2026].id, hub.cost_line_codes["C01", 2027].id
    assert {one.cost_line: one.percent for one in hub.all(FixedShare)} == {this: 10, next_one: 20}
    assert {one.cost_line for one in hub.all(Participant)} == {this, next_one}
    assert [(one.cost_line, one.pence) for one in hub.all(ShareCap)] == [(this, 50_000)]


def test_words_in_any_case_and_a_basis_by_a_drivers_name(tmp_path: Path) -> None:
    sheets = small()
    sheets["Cost lines"] = [
        ("code", "name", "year", "budget", "basis", "recovery"),
        ("C01", "Cleaning", "2026-27", 1, " Allocated  Desks", "SHARED"),
        ("C02", "Guard", "2026-27", 1, "Footfall", None),
    ]
    sheets["Drivers"] = [("driver", "agency", "from", "value"), ("Footfall", "CAB", "2026-04-01", 5)]
    lines = hub_of(sheets, tmp_path).cost_line_codes
    assert lines["C01", 2026].basis is Basis.ALLOCATED_DESKS
    assert (lines["C02", 2026].basis, lines["C02", 2026].driver) == (Basis.DRIVER, "Footfall")


def test_drop_ins_by_weekday_or_day_with_times(tmp_path: Path) -> None:
    sheets = small()
    sheets["Drop-ins"] = [
        ("agency", "area", "weekday or date", "start", "end"),
        ("CAB", "REC", "tuesday", time(9, 30), "12:30"),
        ("CAB", "REC", date(2026, 7, 4), "09:00:15", time(12)),
    ]
    weekly, once = hub_of(sheets, tmp_path).drop_ins.values()
    assert (weekly.weekday, weekly.on, weekly.starts) == (Weekday.TUESDAY, None, time(9, 30))
    assert (once.weekday, once.on, once.starts) == (None, date(2026, 7, 4), time(9, 0, 15))


def test_sheets_that_are_missing_are_empty(tmp_path: Path) -> None:
    sheets = {name: rows for name, rows in small().items() if name in {"Hub", "Agencies"}}
    hub = hub_of(sheets, tmp_path)
    assert not hub.desks
    assert not hub.rate.pence


def test_unknown_sheets_columns_and_settings_are_reported(tmp_path: Path) -> None:
    sheets = small()
    sheets["Sums"] = [("=1+1",)]
    sheets["Rates"] = [("from", "rate", "note"), ("2026-04-01", 3000, "=A1", "loose")]
    sheets["Hub"].append(("colour scheme", "green"))
    imported = read_hub_workbook(saved(sheets, tmp_path / "a.xlsx"))
    told = [(one.where, one.code) for one in imported.warnings if one.severity is Severity.WARNING]
    assert told == [
        ("sheet Rates, cell C1", "unknown-column"),
        ("sheet Rates, cell D2", "column-without-heading"),
        ("sheet Sums", "unknown-sheet"),
        ("sheet Hub, cell A4", "unknown-setting"),
    ]


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    def dress(book: Workbook) -> None:
        book["Cost lines"]["B2"] = "=cleaning"
        book["Cost lines"]["B2"].data_type = "s"

    hub = read_hub_workbook(saved(small(), tmp_path / "a.xlsx", dress)).hub
    assert hub.cost_line_codes["C01", 2026].name == "=cleaning"
