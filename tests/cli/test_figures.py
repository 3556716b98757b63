"""The table of a run: nothing of it gets lost, however narrow the terminal."""

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import parse_run_name
from hubdesk.cli.figures import headings_and_rows
from tests.builders import a_hub


def a_quarter() -> Run:
    hub = (
        a_hub()
        .vat_code("S", {"2011-01-04": 20})
        .agency("POL")
        .agency("CAB", "voluntary")
        .licence("L01", "HBC", 10)
        .licence("L02", "POL", 5)
        .licence("L03", "CAB", 2)
        .standing("voluntary", 40)
        .cost_line("C01", 1700, vat="S")
        .build()
    )
    of = parse_run_name("2026-27-Q1", hub.settings.year_start)
    return draft(facts_of(hub, of.year, hub.settings.billing), of, Amounts.BUDGET, ())


def test_agencies_come_in_order_of_code_and_totals_last() -> None:
    headings, rows = headings_and_rows(a_quarter(), None, 200)
    assert [row[0] for row in rows] == ["CAB", "HBC", "POL", ""]
    assert headings == [
        "Agency",
        "",
        "Licences",
        "Concessions",
        "Shared costs",
        "Funded",
        "Net",
        "VAT",
        "Total",
    ]
    cab = ["£1,495.89", "-£598.36", "£49.86", "£0.00", "£947.39", "£9.97", "£957.36"]
    assert rows[0][2:] == cab


def test_a_narrow_terminal_gets_what_counts() -> None:
    headings, rows = headings_and_rows(a_quarter(), None, 60)
    assert headings == ["Agency", "", "Net", "VAT", "Total"]
    assert rows[0][2:] == ["£947.39", "£9.97", "£957.36"]


def test_one_agency_has_no_totals_of_others() -> None:
    run = a_quarter()
    police = run.facts.hub.agency_codes["POL"].id
    _, rows = headings_and_rows(run, police, 200)
    assert [row[0] for row in rows] == ["POL"]
