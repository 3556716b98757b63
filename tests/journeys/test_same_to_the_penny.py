"""Each figure of the Recharge page, of the workbook, the CSVs and the statements: the same to the penny."""

import csv
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubdesk.domain.agency import Agency
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.money import Pence
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.workflows.outgoing import Outgoing, outgoing
from hubdesk.workflows.recharge_columns import matrix_columns
from hubdesk.workflows.recharge_figures import (
    ADJUSTMENTS,
    BORNE,
    CONCESSIONS,
    LICENCES,
    NET,
    PERIOD,
    SHARED,
    TO_PAY,
    VAT,
    YEAR_TO_DATE,
    Heading,
)
from hubdesk.workflows.recharge_view import RechargeView, view_of
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.statements import Statements
from tests.exchange.plan.pages import words_of
from tests.exchange.xlsx.recharge_workbook.reading import named, pence
from tests.workflows.recharges import under_way
from tests.workflows.statement.made import column, figures_meant, figures_told, statements_of, table

Shown = dict[str, dict[Heading, Pence]]
"""What the cells of the page say, as pence: by the agency's code and the heading."""


def on_the_page(view: RechargeView) -> Shown:
    """What people read in the cells; the texts themselves, so that nothing may be rounded away."""
    columns = {one.id: one for one in matrix_columns(view)}
    return {
        row.agency.code: {heading: read(columns[heading.id].text(row)) for heading in view.headings}
        for row in view.rows
    }


def read(text: str) -> Pence:
    """ "−1,234.50" as pence."""
    return int(Decimal(text.replace(",", "").replace("−", "-")) * 100)


def summary(going: Outgoing, folder: Path) -> Shown:
    """The rows of the workbook's summary, with the sums that it leaves to its reader."""
    path = folder / "recharge.xlsx"
    going.write_workbook(path, written_at="23 November 2026, 10:15")
    sheet = named(load_workbook(path, data_only=True), "Summary")
    found: Shown = {}
    for row in sheet.iter_rows(min_row=7, max_col=13, values_only=True):
        if row[0] in (None, "All agencies"):
            break
        licences, shared, off, borne, period, vat, adjusted, adjusted_vat, to_pay, before, to_date = map(
            pence, row[2:]
        )
        assert before + to_pay == to_date
        found[str(row[0])] = {
            LICENCES: licences,
            SHARED: shared,
            CONCESSIONS: off,
            BORNE: borne,
            PERIOD: period,
            ADJUSTMENTS: adjusted,
            NET: period + adjusted,
            VAT: vat + adjusted_vat,
            TO_PAY: to_pay,
            YEAR_TO_DATE: to_date,
        }
    return found


def stated(of: Statements, agency: Agency) -> dict[Heading, Pence]:
    """What the tables of the agency's statement say."""
    said = of.statement(agency)
    comes_to, year = table(said, "What it comes to"), table(said, "The year")
    licences, shared = table(said, "Desk licences"), table(said, "Shared costs")
    others, adjusted = table(said, "Paid for others"), table(said, "Adjustments")
    net = sum(column(comes_to, "Net £"))
    adjusting = sum(column(adjusted, "Difference £"))
    headings = ("Vacant desks £", "No figures £", "Over caps £", "Concessions £")
    return {
        LICENCES: sum(column(licences, "Gross £")),
        SHARED: sum(column(shared, "Your share £")) + sum(column(shared, "Over cap £")),
        CONCESSIONS: sum(column(licences, "Concession £")) + sum(column(shared, "Concession £")),
        BORNE: sum(sum(column(others, heading)) for heading in headings),
        PERIOD: net - adjusting,
        ADJUSTMENTS: adjusting,
        NET: net,
        VAT: sum(column(comes_to, "VAT £")),
        TO_PAY: said.due.pence,
        YEAR_TO_DATE: sum(column(year, "Total £")),
    }


def journalled(going: Outgoing, folder: Path) -> Counter[str]:
    """What the journal debits to each agency, VAT included: the first line of every pair."""
    due: Counter[str] = Counter()
    going.write_journal(folder / "journal.csv")
    rows = read_csv(folder / "journal.csv")
    for row in rows[::2]:
        due[code_in(row)] += read(row["Debit"]) - read(row["Credit"])
    assert sum(read(row["Debit"]) - read(row["Credit"]) for row in rows) == 0
    return due


def invoiced(going: Outgoing, folder: Path) -> dict[Heading, Counter[str]]:
    """What the invoice lines charge each agency."""
    due: dict[Heading, Counter[str]] = {NET: Counter(), VAT: Counter(), TO_PAY: Counter()}
    going.write_invoices(folder / "invoices.csv")
    for row in read_csv(folder / "invoices.csv"):
        for heading, name in ((NET, "Net"), (VAT, "VAT"), (TO_PAY, "Gross")):
            due[heading][code_in(row)] += read(row[name])
    return due


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def code_in(row: dict[str, str]) -> str:
    return row["Reference"].split("/", 1)[1]


def with_built_in_columns(standing: Standing) -> Standing:
    """The hub without columns of its own for the ledger's files, in which not every figure need be."""
    kept = (record for record in standing.hub.records() if not isinstance(record, LedgerSettings))
    return replace(standing, hub=Hub.of(kept))


@pytest.mark.parametrize("seed", range(50))
def test_every_figure_is_the_same_wherever_it_stands(seed: int, tmp_path: Path) -> None:
    standing, name = under_way(seed)
    standing = with_built_in_columns(standing)
    going = outgoing(standing, name, None, None)
    page = on_the_page(view_of(standing, name))
    run = going.run

    workbook = summary(going, tmp_path)
    for code, figures in workbook.items():
        assert {heading: page[code][heading] for heading in figures} == figures

    journal, invoices = journalled(going, tmp_path), invoiced(going, tmp_path)
    assert {*journal, *invoices[TO_PAY]} <= {*page}
    of = statements_of(run, list(going.earlier), standing.hub)
    stating = {agency.code: agency for agency in of.agencies}
    for row in view_of(standing, name).rows:
        agency, code = row.agency, row.agency.code
        if agency.internal:
            assert journal[code] == page[code][TO_PAY]
        elif agency.id != run.facts.host:
            for heading, due in invoices.items():
                assert due[code] == page[code][heading]
        if code in stating:
            figures = stated(of, agency)
            assert {heading: page[code][heading] for heading in figures} == figures
        else:
            assert page[code][TO_PAY] == page[code][PERIOD] == page[code][ADJUSTMENTS] == 0
        assert code in workbook or not any(page[code].values())

    if stating:
        agency = list(stating.values())[seed % len(stating)]
        of.write(agency, tmp_path / "statement.pdf")
        words = words_of(tmp_path / "statement.pdf")
        assert figures_meant(of.statement(agency)) - figures_told(words) == {}
        assert sum_of_money(page[agency.code][TO_PAY]) in words[0]
