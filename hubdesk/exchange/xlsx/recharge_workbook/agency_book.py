"""One agency's own workbook: nobody else's name, code or figure is in it, the host as issuer apart."""

from dataclasses import replace

from hubdesk.charging.privacy import recharge_for, run_for
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.exchange.xlsx.recharge_workbook.all_inputs import own_inputs
from hubdesk.exchange.xlsx.recharge_workbook.charged import ChargedLines
from hubdesk.exchange.xlsx.recharge_workbook.concessions import concessions_sheet
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations, expect_lines
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import licences_sheet
from hubdesk.exchange.xlsx.recharge_workbook.model import Book, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.own_share import OwnShareSheet
from hubdesk.exchange.xlsx.recharge_workbook.statement import StatementSheet
from hubdesk.exchange.xlsx.recharge_workbook.statement_facts import (
    as_issued,
    licence_sources,
    own_sources,
)
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import StatementFacts
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.told import changes_sheet, notes_sheet


def agency_book(agency: Agency, subject: Subject) -> Book:
    """The workbook of `agency`. Raises WorkbookDiffers if a figure is not the engine's."""
    own_run = run_for(agency.id, subject.run)
    earlier = [run_for(agency.id, run) for run in subject.earlier]
    own = replace(subject, run=own_run, earlier=earlier)
    expectations, lines = Expectations(), ChargedLines()
    facts = as_issued(agency, own)
    inputs: Inputs | None = None
    sheets: list[Sheet] = []
    if subject.recharge is not None:
        facts, inputs, sheets = _worked(agency, own, subject.recharge, own_run, expectations)
    statement = StatementSheet(agency, own, inputs, lines).made(facts)
    statement.sheet.name = "Statement"
    book = Book([statement.sheet, *sheets])
    expect_lines(own_run, lines, expectations)
    expectations.settle(book, {})
    book.sheets += [
        changes_sheet(own),
        notes_sheet(own, expectations.placed),
        *([inputs.page.sheet] if inputs else []),
    ]
    book.properties = {"title": f"{own.hub.settings.name}: recharge {own_run.name}, {agency.code}"}
    book.number_sheets()
    return book


def _worked(
    agency: Agency, own: Subject, recharge: Recharge, own_run: Run, expectations: Expectations
) -> tuple[StatementFacts, Inputs, list[Sheet]]:
    """The licences live; the shares as constants, with what comes off them live."""
    mine = recharge_for(agency.id, recharge, own_run)
    sharing = [one for one in recharge.apportionments if one.split.of(agency.id)]
    inputs = own_inputs(own, mine, [one.split.line for one in sharing])
    licences = licences_sheet(own, mine, inputs, expectations)
    concessions = concessions_sheet(own, mine, inputs, [agency])
    reckoning = own_run.reckoning
    shares = OwnShareSheet(agency.id, own, inputs, reckoning, expectations).made(sharing)
    issued = as_issued(agency, own)
    facts = replace(
        issued,
        licences=licence_sources(agency, mine, licences),
        shared=own_sources(agency, shares),
    )
    return facts, inputs, [*licences.sheets, shares.sheet, concessions.sheet]
