"""Lines of the charges with their workings below them, filled row after row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from hubdesk.domain.money import Pence
from hubdesk.exchange.review_pack.pack import Asked
from hubdesk.exchange.review_pack.wording import CREDIT
from hubdesk.exchange.review_pack.workbook.asking import Asking
from hubdesk.exchange.review_pack.workbook.sums import coming_to, together
from hubdesk.exchange.xlsx.expression import Expression
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Content

CODE, WHAT, PART, DAYS, OUT_OF, RATE, CONCESSION, MONEY, HELD = range(9)
"""The columns."""

_DIGITS = 15


class Line(NamedTuple):
    """A line of the charges."""

    code: str
    what: str
    asked: Asked
    corrects: str
    """What a number would correct, in a sentence."""
    pence: Pence


@dataclass
class Workings:
    """Rows from `row` on, on the page of `asking`; `marks` are those of the lines so far."""

    asking: Asking
    row: int
    marks: list[Cell] = field(default_factory=list)

    def begin_line(self) -> int:
        """The row of a line, to be put once its workings are below it."""
        self.row += 1
        return self.row - 1

    def put_line(self, row: int, line: Line, sums: Sequence[Cell]) -> Cell:
        """A line that is what its `sums` below come to; its cell in pounds."""
        formula, _ = coming_to(together(sums), line.pence, line.code)
        what = f"{line.what} · {CREDIT}" if line.pence < 0 else line.what
        money = self.put_named(row, line.code, what, formula)
        self.asking.page.put(row, HELD, line.asked.held or None, "Held")
        self.marks.append(self.asking.ask(row, line.asked, line.corrects))
        return money

    def put_named(self, row: int, code: str, what: str, pounds: Content) -> Cell:
        """The left-hand side of a line; its cell in pounds."""
        page = self.asking.page
        page.put_row(row, CODE, (code, what, *[None] * (MONEY - PART)), "Line")
        return page.put(row, MONEY, pounds, "Line money")

    def factor(self, column: int, value: Fraction | float | None, style: str = "") -> Cell:
        """A number of the row that is being filled; a fraction with some decimals, if it has any.

        It has no more digits than every program keeps: an answer has to bring back the figures that went out.
        """
        if isinstance(value, Fraction):
            exact = value.denominator == 1
            kept = float(f"{float(value):.{_DIGITS}g}")
            value, style = kept, style or ("Worked count" if exact else "Worked part")
        return self.asking.page.put(self.row, column, value, style or "Worked count")

    def put_sum(self, what: str, formula: Expression, pence: Pence, doing: str) -> Cell:
        """The row's sum in pounds, which must be `pence`, and what it is; then the next row."""
        worked = coming_to(formula, pence, doing)
        told = f"{what} ({worked.placed})" if worked.placed else what
        return self._put(told, worked.formula, "Placed penny" if worked.placed else "Worked money")

    def put_part(self, what: str, formula: Expression) -> Cell:
        """A sum in pounds that is not rounded yet."""
        return self._put(what, formula, "Worked fine")

    def put_fixed(self, what: str, pence: Pence) -> Cell:
        """A sum that is given, not worked out here."""
        return self._put(what, pence / 100, "Worked money")

    def put_words(self, words: str) -> None:
        """A row of explanation."""
        self.asking.page.put(self.row, WHAT, words, "Worked")
        self.row += 1

    def _put(self, what: str, content: Content, style: str) -> Cell:
        page = self.asking.page
        page.put(self.row, WHAT, what, "Worked")
        cell = page.put(self.row, MONEY, content, style)
        self.row += 1
        return cell
