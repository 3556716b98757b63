"""The sheets that tell: drivers, what changed since the last run, and how it was worked out."""

from collections.abc import Sequence

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.lines import POOL
from hubdesk.domain.money import pounds
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.model import Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

_METHOD = (
    "Desk licences: the sum over the days of desks × rate ÷ days of the year, from the start of "
    "the charging year to the end of the period, rounded to the penny, less the same to the end "
    "of the period before.",
    "Concessions: the same for the desks conceded × the percentage. Whoever pays for one is "
    "charged the same.",
    "Shared costs: a cost falls evenly on its days. On each day it is split by the basis; an "
    "agency's part of the period counts those days. The cost is shared over the parts in whole "
    "pence, and the pence left go one each to the largest remainders, equal ones in order of "
    "agency code, then vacant desks, then days without weights.",
    "Caps hold for the year so far. Concessions on shared costs come last, on the share less the cap.",
    "VAT is worked out line by line, by the code chosen for the licence or cost.",
    "Change a coloured cell on Inputs, and everything down to the penny follows, and still adds up. "
    "What lies before the period (amounts to date, issued figures, adjustments) stays as it is, so a "
    "change acts within the period; of a changed cost, what falls in the period follows.",
)


def drivers_sheet(subject: Subject, inputs: Inputs | None) -> Sheet:
    """Every driver figure in force, and the costs that it shares."""
    sheet = Sheet("Drivers", widths=(22, 36, 14, 14, 14, 40), frozen=(4, 0), repeated=(3, 3))
    sheet.put(0, 0, "Drivers", "Title")
    sheet.put(1, 0, _about(subject), "Subtitle")
    for column, head in enumerate(("Driver", "Agency", "From", "To", "Figure", "Shares")):
        sheet.put(3, column, head, "Head figure" if column == 4 else "Head")
    row = 4
    for (name, agency), cells in inputs.figures.items() if inputs else ():
        costs = ", ".join(line.code for line in subject.shared_lines if line.driver == name)
        for one in cells:
            sheet.put(row, 0, name)
            sheet.put(row, 1, agency_name(subject.hub.agencies[agency]))
            sheet.put(row, 2, one.first, "Day")
            sheet.put(row, 3, one.last, "Day")
            sheet.put(row, 4, one.cell, "Figure")
            sheet.put(row, 5, costs)
            row += 1
    if row == 4:
        sheet.put(4, 0, "No figure of a driver is used in this workbook", "Note")
    return sheet


def changes_sheet(subject: Subject) -> Sheet:
    """The adjustments of earlier periods, with what was issued, what it is now, and why. All constants."""
    sheet = Sheet(
        "Changes since the last run",
        widths=(12, 30, 10, 22, 14, 14, 14, 13, 70),
        frozen=(4, 0),
        repeated=(3, 3),
    )
    sheet.put(0, 0, "Changes since the last run", "Title")
    sheet.put(1, 0, f"{_about(subject)} · constants", "Subtitle")
    heads = ("Period", "Agency", "Source", "Line", "Issued £", "Now £", "Difference £", "VAT £", "Why")
    for column, head in enumerate(heads):
        sheet.put(3, column, head, "Head figure" if column in range(4, 8) else "Head")
    run, row = subject.run, 4
    for one in subject.adjustments:
        line = one.line
        sheet.put(row, 0, line.of or "")
        sheet.put(row, 1, agency_name(run.agency(line.agency)))
        sheet.put(row, 2, "" if line.source == POOL else run.source_code(line.source))
        sheet.put(row, 3, line.of_kind.value if line.of_kind else "")
        amounts = (one.issued, one.reworked, line.pence, line.vat_pence)
        sheet.put_row(row, 4, [pence / 100 for pence in amounts], "Money issued")
        why = "; ".join(one.reasons)
        sheet.put(row, 8, why, "Why")
        sheet.heights[row] = 13.5 * max(1, -(-len(why) // 72))
        row += 1
    if row == 4:
        sheet.put(4, 0, "Nothing that was issued before has changed", "Note")
    return sheet


def notes_sheet(subject: Subject, remarks: Sequence[str]) -> Sheet:
    """How it was worked out, and which run this is."""
    sheet = Sheet("Notes", widths=(26, 100), portrait=True)
    sheet.put(0, 0, "Notes", "Title")
    sheet.put(1, 0, _about(subject), "Subtitle")
    run = subject.run
    facts = [
        ("Run", run.name),
        ("Days", subject.days_in_words),
        ("Amounts", run.amounts.value),
        ("Written", subject.written_at),
    ]
    if run.issue is None:
        facts.append(("Standing", "Draft, not issued: it changes with the hub"))
    else:
        issue = run.issue
        facts += [
            ("Standing", subject.standing),
            ("SHA-256 of the run", issue.sha256),
            ("SHA-256 of the run before", issue.previous or "none: this is the first"),
        ]
    row = 3
    for label, words in facts:
        sheet.put(row, 0, label, "Label")
        sheet.put(row, 1, words)
        row += 1
    row = _paragraphs(sheet, row + 1, "How it was worked out", _METHOD)
    if remarks:
        _paragraphs(sheet, row + 1, "Remarks on this run", remarks)
    return sheet


def remarks_on(subject: Subject) -> list[str]:
    """What a reader has to know of this run: budgets that stand for actuals, and days without weights."""
    run, recharge = subject.run, subject.recharge
    remarks = []
    if run.amounts is Amounts.ACTUAL:
        remarks += [
            f"Cost {line.code} {line.name} has no actual yet, so its budget stands."
            for line in run.facts.cost_lines
            if line.actual is None
        ]
    for one in recharge.apportionments if recharge else ():
        if one.split.unshared:
            line = one.split.line
            remarks.append(
                f"Cost {line.code} {line.name} has days on which nobody has a weight: "
                f"{pounds(one.split.unshared)} is the host's."
            )
    return remarks


def _paragraphs(sheet: Sheet, row: int, title: str, paragraphs: Sequence[str]) -> int:
    sheet.put_row(row, 0, [title, None], "Section")
    for words in paragraphs:
        row += 1
        sheet.put(row, 1, words, "Wrapped")
        sheet.heights[row] = 14.0 * max(1, -(-len(words) // 105))
    return row + 1


def _about(subject: Subject) -> str:
    return f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}"
