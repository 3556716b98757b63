"""The whole workbook of a run in memory, its figures held against the engine's."""

from hubdesk.exchange.xlsx.recharge_workbook.charged import ChargedLines
from hubdesk.exchange.xlsx.recharge_workbook.checks import (
    check_as_issued,
    check_issued,
    check_ledgers,
    check_period,
    show_rate_cover,
)
from hubdesk.exchange.xlsx.recharge_workbook.control import control_sheet
from hubdesk.exchange.xlsx.recharge_workbook.cost_rows import REMARK
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations, expect_lines
from hubdesk.exchange.xlsx.recharge_workbook.ledger_sheets import Ledger
from hubdesk.exchange.xlsx.recharge_workbook.model import Book, Cell, Range
from hubdesk.exchange.xlsx.recharge_workbook.statement import StatementSheet
from hubdesk.exchange.xlsx.recharge_workbook.statement_facts import facts_for
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import Statement
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.summary import TO_PAY, summary_sheet
from hubdesk.exchange.xlsx.recharge_workbook.told import changes_sheet, drivers_sheet, notes_sheet, remarks_on
from hubdesk.exchange.xlsx.recharge_workbook.worked import Worked, work_out


def whole_book(subject: Subject) -> Book:
    """The workbook of `subject`. Raises WorkbookDiffers if a figure is not the engine's."""
    expectations, lines = Expectations(), ChargedLines()
    worked = None if subject.recharge is None else work_out(subject, subject.recharge, expectations)
    inputs = worked.inputs if worked else None
    statements = [
        StatementSheet(agency, subject, inputs, lines).made(facts_for(agency, subject, worked))
        for agency in subject.agencies
    ]
    statements = [one for one in statements if one.agency.id == subject.host or _says_something(one)]
    control = control_sheet(subject)
    summary = summary_sheet(subject, statements, control.overall, control.changed)
    sheets = worked.sheets if worked else []
    book = Book([summary.sheet, control.sheet, *(one.sheet for one in statements), *sheets])
    expect_lines(subject.run, lines, expectations)
    expectations.settle(book, {sheet: REMARK for sheet in sheets if sheet.name == "Apportionment"})
    ledger = Ledger(subject, inputs, lines)
    journal, invoices = ledger.journal(), ledger.invoices()
    if worked:
        check_period(control, worked, statements, summary)
    else:
        check_issued(control, subject)
    check_ledgers(control, journal, invoices, summary)
    control.finish()
    check_as_issued(control, subject, statements, summary)
    if worked:
        show_rate_cover(control, worked, summary)
    remarks = [*remarks_on(subject), *(worked.remarks if worked else []), *expectations.placed]
    book.sheets += [
        drivers_sheet(subject, inputs),
        journal.sheet,
        invoices.sheet,
        changes_sheet(subject),
        notes_sheet(subject, remarks),
        *([inputs.page.sheet] if inputs else []),
    ]
    book.names = {"Adds_up": control.overall, "To_pay": summary.totals[TO_PAY], **_names(worked)}
    book.properties = {"title": f"{subject.hub.settings.name}: recharge {subject.run.name}"}
    book.number_sheets()
    return book


def _names(worked: Worked | None) -> dict[str, Cell | Range]:
    """Names for the cells that people look for."""
    if worked is None:
        return {}
    names: dict[str, Cell | Range] = {}
    if worked.inputs.rate:
        first, last = worked.inputs.rate[0].cell, worked.inputs.rate[-1].cell
        names["Desk_rate"] = first.to(last)
    if worked.inputs.amounts:
        cells = list(worked.inputs.amounts.values())
        names["Cost_amounts"] = cells[0].to(cells[-1])
    return names


def _says_something(one: Statement) -> bool:
    """Whether a statement has anything but noughts."""
    return any(cell.worked_out() for cell in one.box) or bool(one.licence_net or one.shared_net)
