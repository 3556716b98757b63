"""The recharge workbook as its readers get it."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.ledger import invoice_lines, journal_lines
from hubdesk.charging.run import Run
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.exchange.xlsx.recharge_workbook import write_recharge_workbook
from hubdesk.workflows.resources import Sample
from tests.builders import a_hub, random_hub
from tests.charging.ledger_of_runs import LedgerOfRuns
from tests.exchange.xlsx.recharge_workbook.reading import (
    charges,
    control_differences,
    differences,
    named,
    pence,
)
from tests.exchange.xlsx.recharge_workbook.runs import (
    WRITTEN,
    a_draft,
    a_run,
    a_year,
    expected,
    sample,
    with_more_desks,
)
from tests.libreoffice import LibreOffice


@pytest.fixture(scope="module")
def year() -> list[Run]:
    """Parkside's year, issued, with desks found out in October to have been there since May."""
    hub = sample(Sample.PARKSIDE)
    return a_year(hub, with_more_desks(hub, "L05", date(2026, 5, 16), 11))


def write(path: Path, run: Run, earlier: list[Run] | None = None) -> Path:
    write_recharge_workbook(path, run, earlier=earlier or [], written_at=WRITTEN)
    return path


def the_sheet(path: Path, name: str) -> Worksheet:
    return named(load_workbook(path, data_only=True), name)


def test_a_whole_year_is_written_and_recalculated(
    year: list[Run], tmp_path: Path, libreoffice: LibreOffice
) -> None:
    written = [write(tmp_path / f"{run.name}.xlsx", run, year[:place]) for place, run in enumerate(year)]
    for run, before, after in zip(year, written, libreoffice.recalculate_all(written), strict=True):
        assert differences(before, after)[1] == []
        assert set(control_differences(after)) == {0}
        assert charges(after) == expected(run.own, run)


def test_adjustments_say_what_was_issued_what_is_now_and_why(year: list[Run], tmp_path: Path) -> None:
    third = year[2]
    assert third.adjustments
    sheet = the_sheet(write(tmp_path / "q3.xlsx", third, year[:2]), "Changes since the last run")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert len(rows) == len(third.adjustments)
    told = sorted((str(row[0]), *(pence(figure) for figure in row[4:7])) for row in rows)
    assert told == sorted(
        (str(one.line.of), one.issued, one.reworked, one.line.pence) for one in third.adjustments
    )
    assert [row[0] for row in rows] == sorted(str(row[0]) for row in rows)
    assert all("licence L05" in str(row[8]) for row in rows)


def test_the_summary_has_this_period_adjustments_and_the_year_to_date(
    year: list[Run], tmp_path: Path
) -> None:
    sheet = the_sheet(write(tmp_path / "q3.xlsx", year[2], year[:2]), "Summary")
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=7, max_row=22)}
    for agency in year[2].facts.hub.agencies.values():
        own = [line for line in year[2].own if line.agency == agency.id]
        adjusted = [one.line for one in year[2].adjustments if one.line.agency == agency.id]
        so_far = [line for run in year[:3] for line in run.lines if line.agency == agency.id]
        row = rows[agency.code]
        assert pence(row[6].value) == sum(line.pence for line in own)
        assert pence(row[8].value) == sum(line.pence for line in adjusted)
        assert pence(row[12].value) == sum(line.pence + line.vat_pence for line in so_far)


def test_notes_name_the_run_its_hash_and_the_one_before(year: list[Run], tmp_path: Path) -> None:
    second = year[1]
    assert second.issue is not None
    sheet = the_sheet(write(tmp_path / "q2.xlsx", second, year[:1]), "Notes")
    told = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert told["Standing"] == "Issued as run 2 on 3 July 2026, 09:30, by A. Clerk"
    assert told["SHA-256 of the run"] == second.issue.sha256
    assert told["SHA-256 of the run before"] == second.issue.previous


@pytest.mark.parametrize("seed", range(12))
def test_the_ledger_sheets_have_the_lines_of_the_ledger_files(seed: int, tmp_path: Path) -> None:
    run = a_run(random_hub(seed), seed)
    path = write(tmp_path / "run.xlsx", run)
    journal = [[cell.value for cell in row] for row in the_sheet(path, "Journal").iter_rows(min_row=5)]
    postings = journal_lines(run)
    for row, posting in zip(journal, postings, strict=False):
        assert [one or "" for one in row[:5]] == [
            posting.reference,
            posting.cost_centre,
            posting.subjective,
            posting.description,
            posting.vat_code,
        ]
        assert (pence(row[5]), pence(row[6])) == (posting.debit, posting.credit)
    assert all(not row[5] and not row[6] for row in journal[len(postings) : -1])
    bills = [[cell.value for cell in row] for row in the_sheet(path, "Invoices").iter_rows(min_row=5)]
    for row, bill in zip(bills, invoice_lines(run), strict=False):
        assert [one or "" for one in row[:5]] == [
            bill.reference,
            bill.agency.customer_code,
            bill.agency.name,
            bill.agency.purchase_order,
            bill.description,
        ]
        assert [pence(figure) for figure in row[8:11]] == [bill.net, bill.vat, bill.gross]
    assert pence(bills[-1][10]) == sum(bill.gross for bill in invoice_lines(run))


def test_sheets_of_codes_that_look_alike_have_names_of_their_own(tmp_path: Path) -> None:
    hub = a_hub().agency("A/B").agency("a?b").agency("A:B").agency("'" + "long" * 20)
    for place, code in enumerate(("HBC", "A/B", "a?b", "A:B", "'" + "long" * 20)):
        hub = hub.licence(f"L{place}", code, 2)
    path = write(tmp_path / "run.xlsx", a_draft(hub.build(), "2026-27-Q1"))
    names = load_workbook(path).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 for name in names)


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    hub = a_hub().agency("DWP", name="=1+1").licence("L01", "DWP", 2).cost_line("C01", 100, name="=A1")
    path = write(tmp_path / "run.xlsx", a_draft(hub.build(), "2026-27-Q1"))
    book = load_workbook(path)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert found
    assert all(cell.data_type == "s" for cell in found)


def test_facts_can_be_typed_over_and_nothing_else(tmp_path: Path) -> None:
    path = write(tmp_path / "run.xlsx", a_run(sample(Sample.PARKSIDE), 1))
    book = load_workbook(path)
    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for row in sheet.iter_rows():
            for cell in row:
                fact = str(cell.style).startswith(("Fact", "Key fact"))
                assert cell.protection.locked is not fact
                assert not fact or sheet.title.endswith("Inputs")


def test_the_summary_prints_on_one_page_and_all_sheets_on_a4(tmp_path: Path) -> None:
    book = load_workbook(write(tmp_path / "run.xlsx", a_run(sample(Sample.PARKSIDE), 1)))
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
    assert named(book, "Summary").page_setup.fitToHeight in (None, 1)
    assert "Adds_up" in book.defined_names


def test_the_heads_that_every_page_repeats_are_of_the_sheets_only_table(tmp_path: Path) -> None:
    book = load_workbook(write(tmp_path / "run.xlsx", a_run(sample(Sample.PARKSIDE), 1)))
    for name in ("Licences", "Licences by day"):
        sheet = named(book, name)
        heads = [row[0].row for row in sheet.iter_rows() if row[0].style == "Head"]
        assert heads == [5]
        assert sheet.print_title_rows == "$5:$5"


def test_nothing_is_left_behind_where_the_file_cannot_be_written(tmp_path: Path) -> None:
    run = a_draft(a_hub().licence("L01", "HBC", 2).build(), "2026-27-Q1")
    with pytest.raises(Refused):
        write(tmp_path / "no such folder" / "run.xlsx", run)
    assert list(tmp_path.iterdir()) == []


def test_the_shares_of_a_large_hub_are_values_and_all_else_follows(
    tmp_path: Path, libreoffice: LibreOffice
) -> None:
    run = a_run(random_hub(5, agencies=70, lines=75, desks=100, billing=Billing.QUARTER), 1)
    path = write(tmp_path / "large.xlsx", run)
    recalculated = libreoffice.recalculate(path)
    assert differences(path, recalculated)[1] == []
    assert set(control_differences(recalculated)) == {0}
    assert charges(recalculated) == expected(run.own, run)
    told = [cell.value for row in the_sheet(path, "Notes").iter_rows() for cell in row]
    assert any("their shares are values here" in str(words) for words in told)


@pytest.mark.parametrize(
    "hub",
    [
        a_hub().build(),
        a_hub().without_rate().build(),
        a_hub().cost_line("C01", 100).build(),
        a_hub().agency("DWP").licence("L01", "DWP", 0).cost_line("C01", -100).build(),
    ],
    ids=["nothing", "no rate", "days without weights", "a credit that nobody shares"],
)
def test_a_hub_with_next_to_nothing_in_it(hub: Hub, tmp_path: Path, libreoffice: LibreOffice) -> None:
    run = a_draft(hub, "2026-27-Q1")
    path = write(tmp_path / "run.xlsx", run)
    recalculated = libreoffice.recalculate(path)
    assert differences(path, recalculated)[1] == []
    assert set(control_differences(recalculated)) == {0}
    assert charges(recalculated) == expected(run.own, run)


def test_notes_say_where_a_budget_stands_and_where_nobody_has_a_weight(tmp_path: Path) -> None:
    hub = a_hub().cost_line("C01", 365, name="Reception").build()
    path = write(tmp_path / "run.xlsx", a_draft(hub, "2026-27-Q1", amounts=Amounts.ACTUAL))
    told = [row[1].value for row in the_sheet(path, "Notes").iter_rows()]
    assert "Cost C01 Reception has no actual yet, so its budget stands." in told
    assert "Cost C01 Reception has days on which nobody has a weight: £91.00 is the host's." in told


def test_a_changed_vat_code_is_booked_back_and_anew_on_the_invoices_sheet_too(tmp_path: Path) -> None:
    def with_code(code: str) -> Hub:
        hub = a_hub().agency("DWP").vat_code("S", {"2011-01-04": 20})
        return hub.licence("L01", "DWP", 10, vat=code).build()

    ledger = LedgerOfRuns()
    first, second, *_ = ChargingYear(2026).periods(Billing.QUARTER)
    ledger.issue(with_code("S"), first)
    run = ledger.issue(with_code("Z"), second)
    path = tmp_path / "run.xlsx"
    write_recharge_workbook(path, run, earlier=ledger.issued[:1], written_at="2026-11-23T10:00")
    bills = [[cell.value for cell in row] for row in the_sheet(path, "Invoices").iter_rows(min_row=5)]
    booked = [(row[7], pence(row[8]), pence(row[9])) for row in bills if "adjustment" in str(row[4])]
    assert booked == [("S", -747945, -149589), ("Z", 747945, 0)]


@pytest.mark.parametrize(
    ("terms", "payer"),
    [
        ([{}], "host"),
        ([{"funder": "partners"}], "partners"),
        ([{"last": "2026-04-30"}, {"first": "2026-05-01", "funder": "partners"}], "host and partners"),
    ],
)
def test_a_statement_says_who_pays_for_a_concession(
    terms: list[dict[str, str]], payer: str, tmp_path: Path
) -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L01", "CAB", 4).licence("L02", "HBC", 6)
    for one in terms:
        hub.standing("voluntary", 40, applies="licence and shared", **one)
    run = LedgerOfRuns().draft(
        hub.cost_line("C01", 1000, vacant="shared").build(), ChargingYear(2026).periods(Billing.QUARTER)[0]
    )
    rows = the_sheet(write(tmp_path / "run.xlsx", run), "CAB").iter_rows(min_col=1, max_col=11)
    paid_by = {row[0].value: row[10].value for row in rows if row[0].value in ("L01", "C01")}
    assert paid_by == {"L01": payer, "C01": payer}
