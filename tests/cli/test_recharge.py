"""recharge, issue, explain: figures on standard output, problems on standard error, files whole."""

import csv
import json
import re
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hubdesk.store import create_store
from tests.builders import a_hub
from tests.command_line import done, hubdesk, misused, refused

Q1 = "2026-27-Q1"


@pytest.fixture
def unsettled(tmp_path: Path) -> Path:
    """A hub with two licences, neither with a VAT code, and an agency that has none."""
    hub = a_hub().agency("CAB", "voluntary").agency("YMC", "voluntary")
    hub.licence("L01", "HBC", 2, vat="").licence("L02", "CAB", 1, vat="")
    path = tmp_path / "unsettled.hubdesk"
    create_store(path, hub.build(), user="Ann", title="Start", when=datetime.now(UTC)).close()
    return path


def recharged(hub: Path, period: str = Q1, *options: str | Path) -> Any:
    return done("recharge", hub, period, *options, "--json", "-").data


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_json_has_the_shape_that_scripts_lean_on(parkside: Path) -> None:
    run = recharged(parkside)
    assert list(run) == ["period", "run", "lines", "identities", "problems"]
    assert (run["period"], run["run"]) == (Q1, None)
    line = next(line for line in run["lines"] if line["kind"] == "licence")
    assert list(line) == ["agency", "kind", "source", "pence", "vat_code", "vat_pence"]
    assert {type(line["pence"]), type(line["vat_pence"])} == {int}
    assert {tuple(one) for one in run["identities"]} == {("source", "cost", "charged", "difference")}
    assert {one["difference"] for one in run["identities"]} == {0}
    assert {"licences", "concessions"} < {one["source"] for one in run["identities"]}
    shape = ("severity", "code", "what", "where", "remedy", "pence")
    assert {tuple(one) for one in run["problems"]} == {shape}


def test_there_is_one_line_to_an_agency_kind_and_source(parkside: Path) -> None:
    lines = recharged(parkside)["lines"]
    assert len({(one["agency"], one["kind"], one["source"]) for one in lines}) == len(lines)


def test_lines_without_vat_say_so(parkside: Path) -> None:
    lines = recharged(parkside)["lines"]
    without = [one for one in lines if one["kind"] in ("concession funded", "cap funded", "vacant desks")]
    assert without
    assert {(one["vat_code"], one["vat_pence"]) for one in without} == {(None, 0)}


def test_json_goes_to_a_file_and_the_table_to_the_screen(parkside: Path, tmp_path: Path) -> None:
    ended = done("recharge", parkside, Q1, "--json", tmp_path / "run.json")
    assert json.loads((tmp_path / "run.json").read_text("utf-8"))["period"] == Q1
    assert "£156,421.65" in ended.out
    assert "Leicestershire Police" in ended.out


def test_warnings_are_listed_on_standard_error_and_the_run_is_done(parkside: Path) -> None:
    ended = done("recharge", parkside, Q1)
    assert ended.err.startswith("warning: cost line C19 of 2026-27: ")
    assert "(£1,085.13 at stake)" in ended.err


def test_one_agency_sees_its_own_lines_alone(parkside: Path) -> None:
    run = recharged(parkside, Q1, "--agency", "POL")
    assert {one["agency"] for one in run["lines"]} == {"POL"}
    table = done("recharge", parkside, Q1, "--agency", "POL").out
    assert "Melton" not in table


def test_an_unknown_agency_is_refused_with_those_there_are(parkside: Path) -> None:
    assert "BID, CAB" in refused("recharge", parkside, Q1, "--agency", "XXX", "--json", "-").err


def test_journal_and_invoices_bring_in_what_the_run_charges(parkside: Path, tmp_path: Path) -> None:
    journal, invoices = tmp_path / "journal.csv", tmp_path / "invoices.csv"
    run = recharged(parkside, Q1, "--journal", journal, "--invoices", invoices)
    charged: defaultdict[str, int] = defaultdict(int)
    for one in run["lines"]:
        charged[f"{Q1}/{one['agency']}"] += one["pence"] + one["vat_pence"]
    billed: defaultdict[str, int] = defaultdict(int)
    for row in rows_of(invoices):
        billed[row["Reference"]] += pence(row["Gross"])
    postings = rows_of(journal)
    assert sum(pence(row["Debit"]) for row in postings) == sum(pence(row["Credit"]) for row in postings)
    for row in postings[::2]:
        billed[row["Reference"]] += pence(row["Debit"]) - pence(row["Credit"])
    assert billed == charged


def pence(text: str) -> int:
    return int(text.replace(".", ""))


def test_the_recharge_workbook_is_written_whole(parkside: Path, tmp_path: Path) -> None:
    book = tmp_path / "run.xlsx"
    book.write_text("something older")
    assert f"Wrote {book}" in done("recharge", parkside, Q1, "--xlsx", book).out
    assert "01 Summary" in load_workbook(book).sheetnames
    assert [one.name for one in tmp_path.glob("*.xlsx")] == ["run.xlsx"]


def test_an_agency_gets_a_workbook_of_its_own(parkside: Path, tmp_path: Path) -> None:
    book = tmp_path / "cab.xlsx"
    done("recharge", parkside, Q1, "--agency", "CAB", "--xlsx", book)
    assert "01 Statement" in load_workbook(book).sheetnames


def test_the_sum_of_the_quarters_is_the_year(parkside: Path) -> None:
    def total(period: str) -> int:
        return sum(int(one["pence"]) for one in recharged(parkside, period)["lines"])

    assert total("2026-27") == sum(total(f"2026-27-Q{number}") for number in range(1, 5))


def test_an_issued_period_shows_its_number_and_what_was_issued(parkside: Path) -> None:
    before = recharged(parkside)
    done("issue", parkside, Q1)
    after = recharged(parkside)
    assert after["run"] == Q1
    assert after["lines"] == before["lines"]


def test_an_issued_run_keeps_its_amounts_and_says_so(parkside: Path) -> None:
    done("issue", parkside, Q1)
    asked = recharged(parkside, Q1, "--amounts", "actual")
    assert asked["lines"] == recharged(parkside)["lines"]
    assert [one["code"] for one in asked["problems"]] == ["amounts-as-issued"]


def test_a_refusal_leaves_no_figures_and_no_files(parkside: Path, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.json", "b.csv", "c.csv")]
    options = ("--json", files[0], "--journal", files[1], "--invoices", files[2])
    refused("recharge", parkside, "2026-27-M01", *options)
    refused("recharge", parkside, "2026-27-close", *options)
    assert not any(file.exists() for file in files)


@pytest.mark.parametrize("period", ["2026-27-Q5", "2026-27-M13", "2026-28", "Q1", "2026-27-close-1"])
def test_a_period_that_is_none_is_wrong_usage(parkside: Path, period: str) -> None:
    misused("recharge", parkside, period)


def test_a_year_end_takes_no_amounts(parkside: Path) -> None:
    misused("recharge", parkside, "2026-27-close", "--amounts", "actual")
    misused("issue", parkside, "2026-27-close", "--amounts", "actual")
    misused("recharge", parkside, Q1, "--amounts", "guess")


def test_issue_refuses_what_is_not_next(parkside: Path) -> None:
    assert "2026-27-Q1 is not issued yet" in refused("issue", parkside, "2026-27-Q2").err
    refused("issue", parkside, "2026-27")
    done("issue", parkside, Q1)
    assert re.search(r"was issued on \d+ [A-Z][a-z]+ \d{4};", refused("issue", parkside, Q1).err)


def test_explain_follows_a_line_to_its_facts(parkside: Path) -> None:
    everything = done("explain", parkside, Q1, "POL").out
    assert ", licence: £5,684.38" in everything
    one_line = done("explain", parkside, Q1, "POL", "C10").out
    assert "amount for the year: £41,000.00" in one_line
    assert "C11" not in one_line
    refused("explain", parkside, Q1, "POL", "C99")


def test_explain_says_so_of_an_agency_that_is_not_charged(unsettled: Path) -> None:
    assert "2026-27-Q1 has no charge for YMC.\n" in done("explain", unsettled, Q1, "YMC").out
    refused("explain", unsettled, Q1, "NOBODY")


def test_issue_ends_with_how_much_is_to_be_settled_first(unsettled: Path) -> None:
    ended = refused("issue", unsettled, Q1)
    assert "Its VAT treatment is not chosen" in ended.err
    assert ended.err.endswith("\nNot issued: 2 things to settle first\n")


def test_an_export_that_cannot_be_written_is_refused(parkside: Path, tmp_path: Path) -> None:
    ended = hubdesk("recharge", parkside, Q1, "--journal", tmp_path / "nowhere" / "journal.csv")
    assert (ended.status, ended.out) == (1, "")
    assert "Make the folder first" in ended.err
