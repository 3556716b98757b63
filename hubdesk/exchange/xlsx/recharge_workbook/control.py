"""The Control sheet: every identity as a formula, with its verdict in words and in colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.domain.money import Pence
from hubdesk.exchange.xlsx.expression import (
    Expression,
    absolute,
    equals,
    exact,
    if_,
    rounded,
    sum_product,
)
from hubdesk.exchange.xlsx.recharge_workbook.issued import AS_ISSUED, CHANGED, notice_unless, put_notice
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Sheet, Verdict
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

_TOP = 5
GOOD = "adds up"
ALL_GOOD = "Everything adds up"


@dataclass
class ControlSheet:
    """The sheet, filled check by check."""

    sheet: Sheet
    overall: Cell
    changed: Cell
    """A notice of what has changed since issue, filled by `hold_against_issue`."""
    row: int = _TOP + 1

    def check(self, what: str, why: str, one: Expression | float, other: Expression | float) -> None:
        """`one` and `other`, in pounds, have to be the same."""
        sheet, row = self.sheet, self.row
        sheet.put(row, 0, what)
        sheet.put(row, 1, why)
        left = sheet.put(row, 2, one, "Money")
        right = sheet.put(row, 3, other, "Money")
        difference = sheet.put(row, 4, rounded(left - right, 2), "Money strong")
        sheet.put(row, 5, if_(equals(difference, 0), GOOD, "does not add up"), "Verdict")
        self.row += 1

    def finish(self) -> None:
        """The verdict over all checks."""
        rows = self.sheet.rows
        first, last = _TOP + 1, self.row - 1
        differences = rows[first][4].to(rows[last][4])
        together = equals(sum_product(absolute(differences)), 0)
        self.overall.content = if_(together, ALL_GOOD, "Something does not add up: see Control")
        words = rows[first][5].to(rows[last][5])
        self.sheet.verdicts.append(Verdict(words, GOOD))
        self.sheet.verdicts.append(Verdict(self.overall.to(self.overall), ALL_GOOD))

    def hold_against_issue(self, charged: Sequence[tuple[str, Pence, Cell]], now: Cell) -> None:
        """What each was issued, against what it is to pay in this workbook; `now` is all of it.

        A changed workbook still adds up, so this has a verdict of its own.
        """
        sheet, first = self.sheet, self.row + 3
        sheet.put_row(self.row + 1, 0, ["As issued", *[None] * 5], "Section")
        _heads(sheet, self.row + 2, ("Agency", "What", "Issued £", "Now £", "Difference £", "Verdict"))
        why = "What is to be paid, adjustments and VAT included"
        for row, (what, pence, to_pay) in enumerate(charged, first):
            self._held(row, (what, why), pence, to_pay)
            sheet.put(row, 5, self._verdict(equals(sheet.rows[row][4], 0)), "Verdict")
        row = first + len(charged)
        self._held(row, ("All agencies", why), sum(pence for _, pence, _ in charged), now)
        differences = sheet.rows[first][4].to(sheet.rows[row][4])
        unchanged = equals(sum_product(absolute(differences)), 0)
        verdict = sheet.put(row, 5, self._verdict(unchanged), "Verdict")
        sheet.verdicts.append(Verdict(sheet.rows[first][5].to(verdict), AS_ISSUED))
        same = exact(verdict, AS_ISSUED)
        self.changed.content = notice_unless(same, now, sheet.rows[row][2])
        self.row = row + 1

    def _held(self, row: int, words: tuple[str, str], issued: Pence, now: Cell) -> None:
        sheet = self.sheet
        sheet.put_row(row, 0, words)
        constant = sheet.put(row, 2, issued / 100, "Money issued")
        live = sheet.put(row, 3, now, "Money")
        sheet.put(row, 4, rounded(live - constant, 2), "Money strong")

    @staticmethod
    def _verdict(unchanged: Expression) -> Expression:
        return if_(unchanged, AS_ISSUED, CHANGED)

    def inform(self, title: str, lines: list[tuple[str, Expression | float]]) -> None:
        """Figures for information, below the checks."""
        self.row += 1
        self.sheet.put_row(self.row, 0, [title, *[None] * 5], "Section")
        for place, (what, figure) in enumerate(lines, self.row + 1):
            self.sheet.put(place, 0, what)
            self.sheet.put(place, 2, figure, "Money")
        self.row += len(lines) + 1


def control_sheet(subject: Subject) -> ControlSheet:
    """A Control sheet without checks."""
    sheet = Sheet(
        "Control",
        widths=(34, 62, 15, 15, 14, 18),
        frozen=(_TOP + 1, 0),
        repeated=(_TOP, _TOP),
        colour="#0B5D2A",
    )
    sheet.put(0, 0, "Control", "Title")
    sheet.put(1, 0, f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}", "Subtitle")
    overall = sheet.put(3, 0, None, "Verdict")
    changed = put_notice(sheet, 4, 6, None)
    heads = ("What", "Why it has to be so", "One way £", "The other £", "Difference £", "Verdict")
    _heads(sheet, _TOP, heads)
    return ControlSheet(sheet, overall, changed)


def _heads(sheet: Sheet, row: int, heads: Sequence[str]) -> None:
    for column, head in enumerate(heads):
        style = "Head" if column < 2 else "Head word" if head == "Verdict" else "Head figure"
        sheet.put(row, column, head, style)
