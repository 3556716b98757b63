"""The sheet of the parts of the period: sub-periods, weights, and each agency's part in days.

No penny may rest on floating point, so a part is divided out by hand: whole days, then groups of
decimal digits, each a whole number that a double holds exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.bases import counts_vacant
from hubdesk.charging.parts import Parts
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import (
    Expression,
    Number,
    equals,
    if_,
    largest,
    sum_of,
    sum_product,
    whole,
)
from hubdesk.exchange.xlsx.recharge_workbook.concessions import ReductionCells
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import MeanCells
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import NEVER, DatedCells
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name
from hubdesk.exchange.xlsx.recharge_workbook.weights import BasisWeights

_DIGITS = 24
"""Decimals of a day to which parts are divided out."""

_EXACT = 14
"""Decimal digits that every program keeps in a whole number."""

_FIRST_SUB = 3
"""The column of the first sub-period."""


@dataclass(frozen=True)
class Part:
    """A part of the period: `days` as people read it, and exactly, as groups of digits."""

    days: Cell
    groups: Sequence[Cell]


@dataclass(frozen=True)
class Block:
    """The parts of the cost lines that are shared alike.

    `group` is how many a unit of one group of digits is of the next.
    """

    label: str
    days: int
    group: int
    agencies: dict[RecordId, Part]
    vacant: Part | None
    unshared: Part
    means: dict[RecordId, MeanCells]


@dataclass(frozen=True)
class _Subs:
    """The sub-periods of a block: their first days, and the ranges of their days and divisors."""

    starts: list[date]
    days: Range
    divisors: Range


class PartsSheet:
    """The sheet, filled block by block."""

    def __init__(self, subject: Subject, reductions: dict[RecordId, ReductionCells]) -> None:
        self.sheet = Sheet("Parts of the period", widths=(9, 40, 13), other_width=13, frozen=(3, 3))
        self.sheet.put(0, 0, "Parts of the period", "Title")
        about = f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}"
        self.sheet.put(1, 0, about, "Subtitle")
        self.sheet.printed_columns = _FIRST_SUB + 1
        self._subject = subject
        self._reductions = reductions
        self._row = 3
        self._blocks: dict[int, Block] = {}

    def block(self, one: Apportionment, weights: BasisWeights) -> Block:
        """The block that `one` is shared by; lines that are shared alike have theirs in common."""
        parts = one.split.parts
        if id(parts) not in self._blocks:
            self._blocks[id(parts)] = self._add(one, parts, weights)
        return self._blocks[id(parts)]

    def _add(self, one: Apportionment, parts: Parts, weights: BasisWeights) -> Block:
        label = f"Parts {len(self._blocks) + 1}"
        line = one.split.line
        vacant = counts_vacant(line)
        agencies = [it for it in parts.of if weights.has_any(it, parts.first, parts.last)]
        fixed = [it for it in one.split.fixed if it in self._reductions]
        others = [
            it.id
            for it in self._subject.agencies
            if vacant and it.id not in agencies and weights.has_any(it.id, parts.first, parts.last)
        ]
        capacity = weights.inputs.capacity if vacant else NEVER
        starts = self._starts(parts, weights, [*agencies, *others], [*agencies, *fixed], capacity)
        self.sheet.printed_columns = max(self.sheet.printed_columns, _FIRST_SUB + len(starts))
        title = f"{label}: by {line.basis_name}"
        if vacant:
            title += ", the host pays for vacant desks"
        if weights.scale > 1:
            title += f" (figures × {weights.scale:,}, so that they are whole)"
        self._heading(title, len(starts))
        group = _group(weights.largest_now)
        top = self._row
        rows = 5 + len(agencies) + len(others) + int(vacant) + 1
        days = self._days(starts, parts.last)
        first_row, total_row, divisor_row = top + 5, top + 3, top + 4
        row = first_row
        weighing: dict[RecordId, int] = {}
        for agency in agencies:
            self._weights(row, agency, weights, starts, "")
            weighing[agency] = row
            row += 1
        vacant_row = None
        if vacant:
            vacant_row = row + len(others)
            for agency in others:
                self._weights(row, agency, weights, starts, ", not sharing")
                row += 1
            self._vacant(vacant_row, first_row, row - 1, starts, capacity)
            row += 1
        self._totals(total_row, divisor_row, first_row, len(agencies), vacant_row, starts)
        self._unshared(row, total_row, starts)
        self._label_digits(divisor_row, len(starts), group)
        subs = _Subs(starts, days, self._across(divisor_row, len(starts)))
        made = Block(
            label,
            parts.days,
            group,
            {agency: self._part(at, subs, group) for agency, at in weighing.items()},
            None if vacant_row is None else self._part(vacant_row, subs, group),
            self._part(row, subs, group),
            {},
        )
        assert row == top + rows - 1
        self._row = row + 1
        self._means(made, weighing, fixed, subs)
        self._row += 1
        return made

    def _starts(
        self,
        parts: Parts,
        weights: BasisWeights,
        weighing: Sequence[RecordId],
        reduced: Sequence[RecordId],
        capacity: DatedCells,
    ) -> list[date]:
        days = {parts.first, *(day for agency in weighing for day in weights.cuts(agency))}
        days |= {one.first for one in capacity}
        for agency in reduced:
            found = self._reductions.get(agency)
            days |= {one.first for one in found.by_host} if found else set()
        return sorted(day for day in days if parts.first <= day <= parts.last)

    def _heading(self, title: str, subs: int) -> None:
        sheet = self.sheet
        sheet.put_row(self._row, 0, [title, *[None] * (_FIRST_SUB + subs - 1)], "Block")
        self._row += 1

    def _days(self, starts: list[date], last: date) -> Range:
        sheet, row = self.sheet, self._row
        sheet.put(row + 4, 0, "Code", "Head")
        for place, label in enumerate(("First day", "Last day", "Days", "Weights together", "Shared over")):
            sheet.put(row + place, 1, label, "Label")
        ends = [*(day - ONE_DAY for day in starts[1:]), last]
        for column, (first, end) in enumerate(zip(starts, ends, strict=True), _FIRST_SUB):
            one = sheet.put(row, column, first, "Day figure")
            other = sheet.put(row + 1, column, end, "Day figure")
            sheet.put(row + 2, column, other - one + 1, "Count")
        sheet.put(row + 4, 2, "Part, days", "Head figure")
        return self._across(row + 2, len(starts))

    def _across(self, row: int, subs: int) -> Range:
        cells = self.sheet.rows[row]
        return cells[_FIRST_SUB].to(cells[_FIRST_SUB + subs - 1])

    def _weights(
        self, row: int, agency: RecordId, weights: BasisWeights, starts: list[date], remark: str
    ) -> None:
        known = self._subject.hub.agencies[agency]
        self.sheet.put(row, 0, known.code)
        self.sheet.put(row, 1, f"{agency_name(known)}{remark}")
        for column, day in enumerate(starts, _FIRST_SUB):
            self.sheet.put(row, column, weights.of(agency, day), "Count")

    def _vacant(self, row: int, first: int, last: int, starts: list[date], capacity: DatedCells) -> None:
        self.sheet.put(row, 1, "Vacant desks, the host's")
        for column, day in enumerate(starts, _FIRST_SUB):
            counted: Expression = Number(0)
            if last >= first:
                counted = sum_of(self.sheet.rows[first][column].to(self.sheet.rows[last][column]))
            self.sheet.put(row, column, largest(0, capacity.at(day) - counted), "Count")

    def _totals(
        self,
        total_row: int,
        divisor_row: int,
        first: int,
        count: int,
        vacant_row: int | None,
        starts: list[date],
    ) -> None:
        rows = self.sheet.rows
        for column in range(_FIRST_SUB, _FIRST_SUB + len(starts)):
            total: Expression = Number(0)
            if count:
                total = sum_of(rows[first][column].to(rows[first + count - 1][column]))
            if vacant_row is not None:
                total = total + rows[vacant_row][column]
            made = self.sheet.put(total_row, column, total, "Count")
            self.sheet.put(divisor_row, column, if_(equals(made, 0), 1, made), "Working")

    def _unshared(self, row: int, total_row: int, starts: list[date]) -> None:
        self.sheet.put(row, 1, "Days without weights, the host's")
        for column in range(_FIRST_SUB, _FIRST_SUB + len(starts)):
            total = self.sheet.rows[total_row][column]
            self.sheet.put(row, column, if_(equals(total, 0), 1, 0), "Count")

    def _part(self, row: int, subs: _Subs, group: int) -> Part:
        """The weights of `row` over the divisors, times the days, divided out group by group."""
        sheet, count = self.sheet, len(subs.starts)
        groups = -(-_DIGITS // round(log10(group)))
        column = _FIRST_SUB + count + 1
        left = column + groups + 1
        weights = self._across(row, count)
        found = [sheet.put(row, column, sum_product(whole(weights * subs.days / subs.divisors)), "Working")]
        for place in range(groups):
            for sub in range(count):
                at = left + place * count + sub
                divisor = sheet.rows[subs.divisors.first.row][_FIRST_SUB + sub]
                if place:
                    before: Expression = sheet.rows[row][at - count] * group
                else:
                    days = sheet.rows[subs.days.first.row][_FIRST_SUB + sub]
                    before = sheet.rows[row][_FIRST_SUB + sub] * days
                sheet.put(row, at, before - divisor * whole(before / divisor), "Working")
            cells = sheet.rows[row]
            remainders = cells[left + place * count].to(cells[left + place * count + count - 1])
            digits = sum_product(whole(remainders * group / subs.divisors))
            found.append(sheet.put(row, column + place + 1, digits, "Working"))
        days_shown = found[0] + found[1] / group + found[2] / group**2
        return Part(sheet.put(row, 2, days_shown, "Part"), found)

    def _label_digits(self, row: int, count: int, group: int) -> None:
        """What the columns right of the sub-periods are: the parts divided out by hand."""
        column, places = _FIRST_SUB + count + 1, len(str(group)) - 1
        self.sheet.put(row, column, "Whole days", "Head figure")
        self.sheet.put(row, column + 1, f"Next {places} decimals …", "Head figure")
        left = column + -(-_DIGITS // places) + 2
        self.sheet.put(row, left, "Remainders …", "Head figure")

    def _means(
        self, block: Block, weighing: dict[RecordId, int], fixed: Sequence[RecordId], subs: _Subs
    ) -> None:
        """The mean reduction of each agency: over its part, or for a fixed share over the days."""
        sheet, count = self.sheet, len(subs.starts)
        sharing = [agency for agency in (*weighing, *fixed) if agency in self._reductions]
        for agency in sharing:
            cells = self._reductions[agency]
            pair = []
            for dated, words in ((cells.by_host, "the host pays"), (cells.by_partners, "partners pay")):
                known = self._subject.hub.agencies[agency]
                sheet.put(self._row, 0, known.code)
                sheet.put(self._row, 1, f"Off shared costs, {words}")
                for column, day in enumerate(subs.starts, _FIRST_SUB):
                    sheet.put(self._row, column, dated.at(day), "Share")
                off = self._across(self._row, count)
                if agency in weighing:
                    weights = self._across(weighing[agency], count)
                    part = sum_product(weights * subs.days / subs.divisors)
                    mean = sum_product(weights * subs.days / subs.divisors * off)
                    mean = if_(equals(block.agencies[agency].days, 0), 0, mean / part)
                else:
                    mean = sum_product(subs.days * off) / block.days
                pair.append(sheet.put(self._row, 2, mean, "Share"))
                self._row += 1
            block.means[agency] = MeanCells(*pair)


def _group(largest_total: float) -> int:
    """How many units of one group of digits make one of the group before: six digits, or fewer.

    A remainder below the divisor times this has to be exact; a tenfold of today's divisor leaves room.
    """
    size = max(1.0, largest_total) * 10
    digits = max(2, min(6, _EXACT - int(log10(size)) - 1))
    return int(10**digits)
