"""Every figure of a statement is the run's, and every one of them is on its pages."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from hubdesk.charging.lines import LineKind
from hubdesk.domain.agency import Agency
from hubdesk.exchange.statement.figures import in_column, sum_of_money
from hubdesk.workflows.resources import Sample
from hubdesk.workflows.statement.charges import OWN_KINDS
from hubdesk.workflows.statement.others import OTHERS_KINDS
from hubdesk.workflows.statement.shares import Part, Span
from hubdesk.workflows.statements import Statements
from tests.exchange.plan.pages import words_of
from tests.workflows.statement.made import (
    column,
    figures_meant,
    figures_told,
    random_statements,
    sample_statements,
    table,
)


def says_what_the_run_says(of: Statements, agency: Agency) -> None:
    """See that the tables of a statement have the run's lines, no more and no fewer."""
    run, said = of.going.run, of.statement(agency)
    own = [line for line in run.own if line.agency == agency.id]
    adjusting = [one for one in run.adjustments if one.line.agency == agency.id]

    def pence(kinds: Sequence[LineKind]) -> list[int]:
        return sorted(line.pence for line in own if line.kind in kinds)

    licences, shared = table(said, "Desk licences"), table(said, "Shared costs")
    others, adjusted = table(said, "Paid for others"), table(said, "Adjustments")
    assert sorted(column(licences, "Gross £")) == pence([LineKind.LICENCE])
    assert sorted(column(shared, "Your share £")) == pence([LineKind.SHARED, LineKind.FIXED_SHARE])
    assert sorted(column(shared, "Over cap £")) == pence([LineKind.CAP])
    assert sorted(column(licences, "Concession £") + column(shared, "Concession £")) == pence(
        [LineKind.CONCESSION]
    )
    assert sum(column(licences, "Net £") + column(shared, "Net £")) == sum(pence(OWN_KINDS))
    borne = ("Vacant desks £", "No figures £", "Over caps £", "Concessions £")
    assert [sorted(column(others, heading)) for heading in borne] == [pence([one]) for one in OTHERS_KINDS]
    assert sorted(column(adjusted, "Difference £")) == sorted(one.line.pence for one in adjusting)
    assert sorted(column(adjusted, "Issued £")) == sorted(one.issued for one in adjusting)
    lines = [*own, *(one.line for one in adjusting)]
    due = sum(line.pence + line.vat_pence for line in lines)
    assert said.due.pence == due
    assert sum(column(table(said, "What it comes to"), "Total £")) == due
    assert sum(column(table(said, "VAT"), "VAT £")) == sum(line.vat_pence for line in lines)
    if agency.id != run.facts.host:
        assert sum(column(table(said, "VAT"), "With VAT £")) == due
    before = [line for one in of.going.earlier for line in one.lines if line.agency == agency.id]
    year = table(said, "The year")
    assert sum(column(year, "Total £")) == due + sum(line.pence + line.vat_pence for line in before)


def shows_it(of: Statements, agency: Agency, folder: Path) -> None:
    """See that every figure of the tables can be taken out of the PDF as text, and so can what is due."""
    said = of.statement(agency)
    path = folder / "statement.pdf"
    of.write(agency, path)
    words = words_of(path)
    assert 1 <= len(words) <= 3
    assert figures_meant(said) - figures_told(words) == {}
    assert sum_of_money(said.due.pence) in words[0]


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("which", Sample)
def test_the_samples(which: Sample, place: int, tmp_path: Path) -> None:
    of = sample_statements(which, place)
    for agency in of.agencies:
        says_what_the_run_says(of, agency)
    for agency in of.agencies[place::4]:
        shows_it(of, agency, tmp_path)


@pytest.mark.parametrize("seed", range(20))
def test_random_hubs(seed: int, tmp_path: Path) -> None:
    of = random_statements(seed)
    for agency in of.agencies:
        says_what_the_run_says(of, agency)
    shows_it(of, of.agencies[seed % len(of.agencies)], tmp_path)


def test_all_statements_together_are_the_run() -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    due = sum(of.statement(agency).due.pence for agency in of.agencies)
    assert due == sum(line.pence + line.vat_pence for line in of.going.run.lines)


def test_what_is_below_zero_has_a_true_minus() -> None:
    assert in_column(-123_456) == "−1,234.56"
    assert sum_of_money(-5) == "−£0.05"


def test_a_part_is_rounded_on_statements_as_on_the_pages() -> None:
    day = date(2026, 4, 1)
    part = Part((Span(day, day, Fraction(1, 8), Fraction(100)),), Fraction(1, 800), 1)
    assert (part.percent, part.words) == ("0.13 %", "0.13 of 100")
