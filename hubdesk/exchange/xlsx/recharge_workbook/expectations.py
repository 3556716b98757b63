"""What the engine says of key cells, against which the workbook's own figures are held."""

from dataclasses import dataclass, field

from hubdesk.charging.lines import LineKey
from hubdesk.charging.run import Run
from hubdesk.domain.money import Pence
from hubdesk.exchange.xlsx.expression import Expression
from hubdesk.exchange.xlsx.recharge_workbook.charged import ChargedLines
from hubdesk.exchange.xlsx.recharge_workbook.model import Book, Cell, Sheet

_NEAR = 2
"""Pence by which doubles may part from exact arithmetic; more is a bug."""


class WorkbookDiffers(Exception):
    """A bug: a figure of the workbook is not the engine's. Nothing with a difference goes out."""


@dataclass(frozen=True, slots=True)
class _Expected:
    formula: Expression
    pence: Pence
    what: str

    @property
    def now(self) -> int:
        value = self.formula.worked_out()
        assert isinstance(value, float)
        return round(value)


@dataclass
class Expectations:
    """The cells that hold pence which the engine knows, each with what it is in words."""

    expected: list[_Expected] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    """What was set by hand, in words, for Notes."""

    def expect(self, formula: Expression, pence: Pence, what: str) -> None:
        """`formula` has to come to `pence`; in a cell of its own, a penny may be placed there."""
        self.expected.append(_Expected(formula, pence, what))

    def settle(self, book: Book, note_column: dict[Sheet, int]) -> None:
        """Place as constants the pence that doubles put elsewhere, and say so in the line.

        Raises WorkbookDiffers if a figure is not the engine's even so.
        """
        for one in self._differing():
            difference, cell = one.pence - one.now, one.formula
            if 0 < abs(difference) <= _NEAR and isinstance(cell, Cell):
                self._place(cell, difference, one.what, note_column)
                book.forget()
        differing = self._differing()
        if differing:
            said = [f"{one.what}: {one.now} pence, not {one.pence}" for one in differing[:10]]
            raise WorkbookDiffers("; ".join(said))

    def _differing(self) -> list[_Expected]:
        return [one for one in self.expected if one.formula.worked_out() != one.pence]

    def _place(self, cell: Cell, difference: int, what: str, note_column: dict[Sheet, int]) -> None:
        assert isinstance(cell.content, Expression)
        cell.content = cell.content + difference
        cell.style = "Placed penny"
        pence = "a penny" if abs(difference) == 1 else f"{abs(difference)} pence"
        words = (
            f"{pence} {'added' if difference > 0 else 'taken off'} as a constant: "
            "exact arithmetic parts from a worksheet's here"
        )
        sheet = cell.sheet
        column = note_column.get(sheet)
        if column is not None and column not in sheet.rows[cell.row]:
            sheet.put(cell.row, column, words, "Note")
        self.placed.append(f"{what}: {words} (sheet {sheet.name}, cell {cell.name})")


def expect_lines(run: Run, lines: ChargedLines, expectations: Expectations) -> None:
    """Every line as booked is in the workbook with its pence and VAT; what is more there is nil."""
    known = {(line.adjusted_key, line.of, line.vat_code if line.of else None): line for line in run.booked}
    for one in lines.lines:
        line = known.pop((LineKey(one.agency, one.kind, one.source), one.of, one.vat_code), None)
        whose = f"{run.agency(one.agency).code}, {one.kind.value} {run.source_code(one.source)}"
        expectations.expect(one.pence, line.pence if line else 0, whose)
        if one.vat is not None:
            expectations.expect(one.vat, line.vat_pence if line else 0, f"{whose}, VAT")
    assert not known, f"lines without a place in the workbook: {known}"
