"""The whole workbook of a run in memory, its figures held against the engine's."""

from hubdesk.charging.lines import LineKey
from hubdesk.exchange.xlsx.recharge_workbook.apportionment import REMARK
from hubdesk.exchange.xlsx.recharge_workbook.charged import ChargedLines
from hubdesk.exchange.xlsx.recharge_workbook.checks import (
    check_issued,
    check_ledgers,
    check_period,
    show_rate_cover,
)
from hubdesk.exchange.xlsx.recharge_workbook.control import control_sheet
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.ledger_sheets import Ledger
from hubdesk.exchange.xlsx.recharge_workbook.model import Book
from hubdesk.exchange.xlsx.recharge_workbook.statement import Statement, StatementSheet
from hubdesk.exchange.xlsx.recharge_workbook.statement_facts import facts_for
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.summary import summary_sheet
from hubdesk.exchange.xlsx.recharge_workbook.told import changes_sheet, drivers_sheet, notes_sheet
from hubdesk.exchange.xlsx.recharge_workbook.worked import work_out


def whole_book(subject: Subject) -> Book:
    """The workbook of `subject`. Raises WorkbookDiffers if a figure is not the engine's."""
    expectations, lines = Expectations(), ChargedLines()
    worked = None if subject.recharge is None else work_out(subject, subject.recharge, expectations)
    inputs = worked.inputs if worked else None
    statements = [
        StatementSheet(agency, subject, inputs, lines).made(facts_for(agency, subject, worked))
        for agency in subject.agencies
    ]
    statements = [one for one in statements if _says_something(one)]
    control = control_sheet(subject)
    summary = summary_sheet(subject, statements, control.overall)
    sheets = worked.sheets if worked else []
    book = Book([summary.sheet, control.sheet, *(one.sheet for one in statements), *sheets])
    _expect_lines(subject, lines, expectations)
    expectations.settle(book, {sheet: REMARK for sheet in sheets if sheet.name == "Apportionment"})
    ledger = Ledger(subject, inputs, lines)
    journal, invoices = ledger.journal(), ledger.invoices()
    if worked:
        check_period(control, worked, statements, summary)
    else:
        check_issued(control, subject)
    check_ledgers(control, subject, journal, invoices, statements)
    control.finish()
    if worked:
        show_rate_cover(control, worked, summary)
    book.sheets += [
        drivers_sheet(subject, inputs),
        journal.sheet,
        invoices.sheet,
        changes_sheet(subject),
        notes_sheet(subject, expectations.placed),
        *([inputs.page.sheet] if inputs else []),
    ]
    book.number_sheets()
    return book


def _expect_lines(subject: Subject, lines: ChargedLines, expectations: Expectations) -> None:
    """Every line of the run is in the workbook with its pence and VAT; what is more there is nil."""
    run = subject.run
    known = {(line.adjusted_key, line.of): line for line in run.lines}
    for one in lines.lines:
        line = known.pop((LineKey(one.agency, one.kind, one.source), one.of), None)
        whose = f"{run.agency(one.agency).code}, {one.kind.value} {run.source_code(one.source)}"
        expectations.expect(one.pence, line.pence if line else 0, whose)
        if one.vat is not None:
            expectations.expect(one.vat, line.vat_pence if line else 0, f"{whose}, VAT")
    assert not known, f"lines without a place in the workbook: {known}"


def _says_something(one: Statement) -> bool:
    """Whether a statement has anything but noughts."""
    return any(cell.worked_out() for cell in one.box) or bool(one.licence_net or one.shared_net)
