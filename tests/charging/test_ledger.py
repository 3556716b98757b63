"""Journal and invoice lines: what a run says is what the ledger gets."""

from collections import defaultdict

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.ledger import InvoiceLine, JournalLine, invoice_lines, journal_lines
from hubdesk.charging.ledger_columns import INVOICES, JOURNAL, Sum, invoice_table, journal_table
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import parse_run_name
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.ledger import Column, LedgerSettings, VatMapping
from hubdesk.domain.money import Pence
from tests.builders import HubBuilder, a_hub, random_hub


def a_shared_building() -> HubBuilder:
    """A host, an internal agency, an external one with VAT, and one whose concession the partners pay."""
    return (
        a_hub()
        .vat_code("S", {"2011-01-04": 20})
        .agency("ICT", internal=True)
        .agency("POL", customer_code="0042", purchase_order="PO7")
        .agency("CAB", "voluntary")
        .licence("L01", "HBC", 10)
        .licence("L02", "ICT", 4, vat="O")
        .licence("L03", "POL", 6, vat="S")
        .licence("L04", "CAB", 2)
        .standing("voluntary", 40, applies="licence and shared", funder="partners")
        .cost_line("C01", 10000, name="Cleaning", cost_centre="B100", subjective="0999", vat="S")
        .floor()
        .desks(30)
    )


def drafted(hub: Hub, *issued: Run, name: str = "2026-27-Q1") -> Run:
    settings = hub.settings
    of = parse_run_name(name, settings.year_start)
    return draft(facts_of(hub, of.year, settings.billing), of, Amounts.BUDGET, issued)


def totals(run: Run) -> dict[RecordId, Pence]:
    """What each agency pays by the run, VAT included."""
    found: defaultdict[RecordId, Pence] = defaultdict(int)
    for line in run.lines:
        found[line.agency] += line.pence + line.vat_pence
    return {agency: pence for agency, pence in found.items() if pence}


def debited(run: Run, lines: tuple[JournalLine, ...]) -> dict[RecordId, Pence]:
    """What the journal takes from each agency: debits and credits come in pairs, its own first."""
    assert all(own.pence == -other.pence for own, other in zip(lines[::2], lines[1::2], strict=True))
    found: defaultdict[RecordId, Pence] = defaultdict(int)
    for own in lines[::2]:
        assert (own.cost_centre, own.subjective) == (own.agency.cost_centre, own.agency.subjective)
        found[own.agency.id] += own.pence
    return {agency: pence for agency, pence in found.items() if pence}


def invoiced(lines: tuple[InvoiceLine, ...]) -> dict[RecordId, Pence]:
    found: defaultdict[RecordId, Pence] = defaultdict(int)
    for line in lines:
        found[line.agency.id] += line.gross
    return {agency: pence for agency, pence in found.items() if pence}


def test_internal_agencies_go_to_the_journal_and_the_others_to_invoices() -> None:
    run = drafted(a_shared_building().build())
    assert {line.agency.code for line in journal_lines(run)} == {"HBC", "ICT"}
    assert {line.agency.code for line in invoice_lines(run)} == {"CAB", "POL"}


def test_the_share_of_a_host_outside_the_ledger_stays_where_its_costs_are() -> None:
    run = drafted(a_hub().agency("POL").licence("L01", "HBC", 3).build())
    host = run.facts.hub.host
    external = Hub.of(
        record if record.id != host.id else type(host)(host.id, host.code, host.name, host.sector)
        for record in run.facts.hub.records()
    )
    again = drafted(external)
    assert (journal_lines(again), invoice_lines(again)) == ((), ())


def test_each_line_says_run_and_agency() -> None:
    run = drafted(a_shared_building().build())
    references = {line.reference for line in journal_lines(run)}
    references |= {line.reference for line in invoice_lines(run)}
    assert references == {f"2026-27-Q1/{code}" for code in ("HBC", "ICT", "POL", "CAB")}


def test_the_sources_codes_are_credited_and_stay_text() -> None:
    run = drafted(a_shared_building().build())
    credited = [line for line in journal_lines(run) if line.source_code == "C01" and line.pence < 0]
    assert {(line.cost_centre, line.subjective) for line in credited} == {("B100", "0999")}


def test_a_concession_shows_on_the_invoice() -> None:
    run = drafted(a_shared_building().build())
    descriptions = [line.description for line in invoice_lines(run) if line.agency.code == "CAB"]
    assert "L04 desks: licence" in descriptions
    assert "L04 desks: concession" in descriptions
    assert "C01 Cleaning: shared" in descriptions


def test_what_partners_pay_for_concessions_is_credited_to_the_hosts_codes() -> None:
    run = drafted(a_shared_building().build())
    pooled = [line for line in journal_lines(run) if line.source_code == "concessions" and line.pence < 0]
    assert {(line.agency.code, line.cost_centre) for line in pooled} == {("HBC", "CCHBC"), ("ICT", "CCHBC")}


def test_vat_is_a_posting_of_its_own_under_the_ledgers_code() -> None:
    mapped = LedgerSettings(new_id(), vat_codes=(VatMapping("S", "V20"),))
    run = drafted(a_shared_building().add(mapped).build())
    taxed = [line for line in journal_lines(run) if line.vat_code]
    assert [(line.agency.code, line.source_code, line.vat_code) for line in taxed[::2]] == [
        ("ICT", "C01", "V20")
    ]
    assert {line.vat_code for line in invoice_lines(run) if line.agency.code == "POL"} >= {"V20"}


def test_an_adjustment_names_the_period_that_it_is_of() -> None:
    first = drafted(a_shared_building().build())
    late = a_shared_building().agency("NEW").licence("L05", "NEW", 1, "2026-06-01").build()
    run = drafted(late, first, name="2026-27-Q2")
    adjusting = [line for line in invoice_lines(run) if line.of]
    assert {line.of for line in adjusting} == {"2026-27-Q1"}
    assert "L05 desks: licence, adjustment of 2026-27-Q1" in [line.description for line in adjusting]


@pytest.mark.parametrize("seed", range(25))
def test_every_agency_is_asked_for_exactly_what_the_run_charges_it(seed: int) -> None:
    run = drafted(random_hub(seed), name=f"{random_year(seed)}")
    journal, invoices = journal_lines(run), invoice_lines(run)
    assert sum(line.pence for line in journal) == 0
    billed = debited(run, journal) | invoiced(invoices)
    host = run.facts.host
    assert billed.get(host, 0) == (totals(run).get(host, 0) if run.agency(host).internal else 0)
    assert billed | {host: 0} == totals(run) | {host: 0}


def random_year(seed: int) -> str:
    """The year of a random hub's cost lines."""
    years = {line.year_name for line in random_hub(seed).cost_lines.values()}
    return min(years, default="2026-27")


def test_built_in_columns_serve_until_the_user_chooses() -> None:
    table = invoice_table(drafted(a_shared_building().build()))
    assert table.headings[:3] == ("Reference", "Date", "Customer")
    assert any(row[2] == "0042" for row in table.rows)


def test_the_user_chooses_columns_and_their_headings() -> None:
    chosen = LedgerSettings(
        new_id(), journal_columns=(Column("Ref", "reference"), Column("", "nothing"), Column("Dr", "amount"))
    )
    table = journal_table(drafted(a_hub().licence("L01", "HBC", 10).add(chosen).build()))
    assert table.headings == ("Ref", "", "Dr")
    assert table.rows == (
        ("2026-27-Q1/HBC", "", Sum(747945)),
        ("2026-27-Q1/HBC", "", Sum(-747945)),
    )


def test_every_built_in_column_has_something_to_fill_it() -> None:
    for layout in (JOURNAL, INVOICES):
        assert {column.field for column in layout.built_in} <= set(layout.fields)
