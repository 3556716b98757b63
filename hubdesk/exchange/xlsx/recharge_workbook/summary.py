"""The Summary: one row to an agency, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.exchange.xlsx.expression import rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.control import ALL_GOOD
from hubdesk.exchange.xlsx.recharge_workbook.issued import put_notice
from hubdesk.exchange.xlsx.recharge_workbook.model import Bars, Cell, Range, Sheet, Verdict
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import Statement
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

TOP = 5
_HEADS = (
    "Code",
    "Agency",
    "Desk licences £",
    "Shared costs £",
    "Concessions £",
    "Paid for others £",
    "This period £",
    "VAT £",
    "Adjustments £",
    "VAT on them £",
    "To pay £",
    "Issued before £",
    "Year to date £",
)
LICENCES, PERIOD, TO_PAY = 2, 6, 10
_INVOICED = len(_HEADS) + 1


@dataclass(frozen=True)
class Summary:
    """The sheet, and the totals of its columns in pounds."""

    sheet: Sheet
    totals: dict[int, Cell]

    @property
    def invoiced(self) -> Cell:
        """What the agencies that get an invoice are to pay."""
        return self.totals[_INVOICED]


def summary_sheet(subject: Subject, statements: Sequence[Statement], verdict: Cell, changed: Cell) -> Summary:
    """The summary of `statements`; `verdict` and the notice `changed` are Control's."""
    sheet = Sheet(
        "Summary",
        widths=(9, 32, *[13] * 11),
        frozen=(TOP + 1, 2),
        repeated=(TOP, TOP),
        pages_tall=1 if len(statements) <= 30 else 0,
        colour="#006666",
        printed_columns=len(_HEADS),
    )
    run = subject.run
    sheet.put(0, 0, f"{subject.hub.settings.name}: recharge {run.name}", "Title")
    sheet.put(1, 0, f"{subject.days_in_words} · {run.amounts.value} amounts · pounds", "Subtitle")
    sheet.put(2, 0, subject.standing, "Note")
    shown = sheet.put(3, 1, verdict, "Verdict")
    sheet.put(3, 0, "Control", "Label")
    sheet.verdicts.append(Verdict(shown.to(shown), ALL_GOOD))
    if run.issue is not None:
        put_notice(sheet, 4, 7, changed)
    for column, head in enumerate(_HEADS):
        sheet.put(TOP, column, head, "Head" if column < 2 else "Head figure")
    sheet.heights[TOP] = 30
    for row, one in enumerate(statements, TOP + 1):
        sheet.put(row, 0, one.agency.code)
        sheet.put(row, 1, one.agency.name)
        for column, figure in enumerate(one.box, 2):
            sheet.put(row, column, figure, "Money strong" if column == TO_PAY else "Money")
        invoiced = not one.agency.internal and one.agency.id != subject.host
        sheet.put(row, _INVOICED, one.box.to_pay if invoiced else 0, "Working money")
    sheet.put(TOP, _INVOICED, "By invoice £", "Head figure")
    last = TOP + len(statements)
    sheet.put(last + 1, 0, "All agencies", "Text total")
    sheet.put(last + 1, 1, None, "Text total")
    totals = {}
    for column in range(2, len(_HEADS)):
        cells = column_of(sheet, column, last)
        totals[column] = sheet.put(last + 1, column, rounded(sum_of(cells), 2), "Money total")
    invoiced_total = rounded(sum_of(column_of(sheet, _INVOICED, last)), 2)
    totals[_INVOICED] = sheet.put(last + 1, _INVOICED, invoiced_total, "Money total")
    below = sheet.put(last + 3, 0, None, "Text")
    series = [(sheet.rows[TOP][column], column_of(sheet, column, last)) for column in (2, 3, 5, 4)]
    sheet.bars.append(
        Bars(below, "What this period's charge is made of, £", column_of(sheet, 0, last), series)
    )
    return Summary(sheet, totals)


def column_of(sheet: Sheet, column: int, last: int) -> Range:
    """The figures of `column`, one to an agency."""
    return sheet.rows[TOP + 1][column].to(sheet.rows[last][column])
