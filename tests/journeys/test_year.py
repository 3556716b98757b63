"""A year with each sample hub, from its workbook to a year end that proves itself, by the command line."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from openpyxl import load_workbook

from hubdesk.store import Mode, open_store
from hubdesk.workflows.resources import Sample, sample_workbook
from tests.command_line import done, hubdesk
from tests.exchange.xlsx.hub_workbook.comparing import but_for_ids

LATE = "2026-05-16"


def rows(sheet: Any) -> tuple[dict[str, int], list[Any]]:
    """Where each column of a sheet is, and the rows below the headings."""
    headings = {str(cell.value).lower(): place for place, cell in enumerate(sheet[1])}
    return headings, list(sheet.iter_rows(min_row=2))


def a_desk_more(book: Path) -> str:
    """News that come late: since 16 May the first licence has had one desk more. Its agency."""
    workbook = load_workbook(book)
    sheet = workbook["Licence desks"]
    where, steps = rows(sheet)
    first = steps[0]
    added: list[Any] = [None] * len(where)
    added[where["licence"]] = first[where["licence"]].value
    added[where["from"]] = LATE
    added[where["desks"]] = first[where["desks"]].value + 1
    sheet.append(added)
    workbook.save(book)
    where, licences = rows(workbook["Licences"])
    agencies = {row[where["code"]].value: row[where["agency"]].value for row in licences}
    return str(agencies[first[0].value])


def actuals(book: Path) -> None:
    """Every cost turned out £12.34 above its budget."""
    workbook = load_workbook(book)
    where, lines = rows(workbook["Cost lines"])
    for row in lines:
        if row[where["budget"]].value is not None:
            row[where["actual"]].value = round(row[where["budget"]].value + 12.34, 2)
    workbook.save(book)


def hub_in(place: str) -> list[str]:
    with open_store(place, user="Ann", mode=Mode.READ) as store:
        return but_for_ids(store.read_hub())


def lines_of(place: str, period: str) -> list[dict[str, Any]]:
    run = done("recharge", place, period, "--json", "-").data
    assert {one["difference"] for one in run["identities"]} == {0}
    return list(run["lines"])


def live_a_year(sample: Sample, place: str, folder: Path) -> None:
    """Bring the sample in at `place`, issue its quarters with news in between, and close the year."""
    book = folder / "book.xlsx"
    shutil.copy(sample_workbook(sample), book)
    done("import", book, place)
    done("export", place, "--as", "hub-workbook", book)
    again = str(folder / "again.hubdesk")
    done("import", book, again)
    assert hub_in(again) == hub_in(place)

    done("issue", place, "2026-27-Q1")
    done("issue", place, "2026-27-Q2")
    agency = a_desk_more(book)
    assert "Licence desks: " in done("import", book, place, "--update").out
    late = [one for one in lines_of(place, "2026-27-Q3") if one["kind"] == "adjustment"]
    assert {"2026-27-Q1", "2026-27-Q2"} == {one["of"] for one in late}
    assert any(one["agency"] == agency and one["of_kind"] == "licence" and one["pence"] > 0 for one in late)

    done("issue", place, "2026-27-Q3")
    done("issue", place, "2026-27-Q4")
    actuals(book)
    done("import", book, place, "--update")
    done("issue", place, "2026-27-close")
    assert {one["kind"] for one in lines_of(place, "2026-27-close")} == {"adjustment"}
    assert "5 runs verified" in done("verify", place).out
    logged = done("log", place).out
    assert all(f"Issue {name}" in logged for name in ("2026-27-Q1", "2026-27-Q4", "2026-27-close"))
    for period in ("2026-27-Q3", "2026-27-close", "2026-27"):
        done("recharge", place, period, "--xlsx", folder / f"{period}.xlsx")
        assert load_workbook(folder / f"{period}.xlsx").sheetnames[0] == "01 Summary"
    the_year_adds_up(place)


def the_year_adds_up(place: str) -> None:
    """All that was issued comes to the shared costs at their actuals, and the gross licence charges."""
    runs = [*(f"2026-27-Q{number}" for number in range(1, 5)), "2026-27-close"]
    issued = [line for run in runs for line in lines_of(place, run)]
    with open_store(place, user="Ann", mode=Mode.READ) as store:
        hub = store.read_hub()
    shared = sum(
        line.actual or 0
        for line in hub.cost_lines.values()
        if line.year == 2026 and line.recovery.value == "shared"
    )
    gross = sum(one["pence"] for one in issued if "licence" in (one["kind"], one.get("of_kind")))
    assert sum(one["pence"] for one in issued) == shared + gross


def with_one_byte_changed(execute: Callable[[str], object]) -> None:
    """Add a penny's worth of ink to what Q2 was issued as."""
    execute(
        "UPDATE issued_run SET body = substr(body, 1, 5000) || "
        "CASE substr(body, 5001, 1) WHEN '1' THEN '2' ELSE '1' END || substr(body, 5002) "
        "WHERE name = '2026-27-Q2'"
    )


def found_out(place: str) -> None:
    ended = hubdesk("verify", place)
    assert (ended.status, ended.out) == (1, "")
    assert "run 2026-27-Q2: " in ended.err
    assert "run 2026-27-Q1: " not in ended.err


@pytest.mark.parametrize("sample", Sample)
def test_a_year_in_a_file(sample: Sample, tmp_path: Path) -> None:
    place = str(tmp_path / f"{sample.value}.hubdesk")
    live_a_year(sample, place, tmp_path)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("DROP TRIGGER issued_run_is_never_changed")
        with_one_byte_changed(connection.execute)
    found_out(place)


def test_a_year_in_a_teams_database(postgres_database: str, tmp_path: Path) -> None:
    live_a_year(Sample.PARKSIDE, postgres_database, tmp_path)
    with psycopg.connect(postgres_database, autocommit=True) as connection:
        connection.execute("ALTER TABLE issued_run DISABLE TRIGGER issued_run_is_kept")
        with_one_byte_changed(lambda statement: connection.execute(statement.encode()))
    found_out(postgres_database)
