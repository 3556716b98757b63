"""Largest remainder in plain worksheet functions: whole pence down, then a rank for the pence left."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.exchange.xlsx.expression import Expression, added, equals, rounded, sum_of, sum_product, whole
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.parts import Part

DOWN, REMAINDER, ORDER, RANK = range(4)
"""The working columns of a sharing, from its first one on; what it takes to get there follows."""

HEADS = ("Pence down", "Remainder", "Order", "Rank")


@dataclass(frozen=True)
class Sharing:
    """Pence to share over rows of a sheet: `pence` without its sign, `sign` 1 or -1.

    The rows stand one below the other from `first` on; `shares` is the column of the shares, `workings`
    the first column of the workings.
    """

    sheet: Sheet
    first: int
    shares: int
    workings: int
    pence: Expression
    sign: Expression

    def over_whole_numbers(self, weights: Sequence[Expression], total: Expression) -> list[Cell]:
        """Share over whole-number `weights`, which add up to `total`. The shares."""
        for place, weight in enumerate(weights):
            row, column = self.first + place, self.workings
            numerator = self.sheet.put(row, column + 4, self.pence * weight, "Working")
            down = self.sheet.put(row, column + DOWN, whole(numerator / total), "Working")
            self.sheet.put(row, column + REMAINDER, numerator - total * down, "Working")
        return self._settle(len(weights))

    def over_parts(self, parts: Sequence[Part], days: int, group: int) -> list[Cell]:
        """Share over parts of `days`, which are given in groups of digits. The shares."""
        for place, part in enumerate(parts):
            self._over_part(self.first + place, part, days, group)
        return self._settle(len(parts))

    def _over_part(self, row: int, part: Part, days: int, group: int) -> None:
        """The pence times the part, group by group from the smallest, then over the days.

        Groups beyond the twelfth decimal only decide how the twelfth is rounded.
        """
        kept = _groups_kept(group)
        small: Expression | None = None
        for cell in reversed(part.groups[kept + 1 :]):
            product = self.pence * cell
            small = product / group if small is None else (product + small) / group
        assert small is not None
        column = self.workings + 4
        carried: Expression = rounded(small)
        digits: list[Expression] = []
        for place in range(kept, 0, -1):
            product = self.sheet.put(row, column, self.pence * part.groups[place] + carried, "Working")
            carried = whole(product / group)
            digits.append(product - group * carried)
            column += 1
        top = self.sheet.put(row, column, self.pence * part.groups[0] + carried, "Working")
        down = self.sheet.put(row, self.workings + DOWN, whole(top / days), "Working")
        left = [(top - days * down) * group**kept]
        left += [digit * group**place if place else digit for place, digit in enumerate(digits)][::-1]
        self.sheet.put(row, self.workings + REMAINDER, added(left), "Working")

    def _settle(self, count: int) -> list[Cell]:
        """The shares: a penny more for the largest remainders, equal ones in order."""
        rows = self.sheet.rows
        last = self.first + count - 1
        for place in range(count):
            self.sheet.put(self.first + place, self.workings + ORDER, place + 1, "Working")
        downs, remainders, orders = (
            rows[self.first][self.workings + column].to(rows[last][self.workings + column])
            for column in (DOWN, REMAINDER, ORDER)
        )
        shares = []
        for row in range(self.first, last + 1):
            cells = rows[row]
            remainder = cells[self.workings + REMAINDER]
            before = equals(remainders, remainder) * (orders < cells[self.workings + ORDER])
            rank = 1 + sum_product((remainders > remainder) + before)
            placed = self.sheet.put(row, self.workings + RANK, rank, "Working")
            share = cells[self.workings + DOWN] + (placed <= self.pence - sum_of(downs))
            shares.append(self.sheet.put(row, self.shares, self.sign * share, "Pence"))
        return shares


def _groups_kept(group: int) -> int:
    """How many groups of digits a remainder keeps: twelve decimals, or a few more."""
    kept = 1
    while group**kept < 10**12:
        kept += 1
    return kept
