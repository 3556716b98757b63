"""The Apportionment sheet: each shared cost of the period, shared to the penny, agency by agency."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.charging.apportionment import Apportionment, days_charged, days_in_period
from hubdesk.charging.licences import NO_AWARD
from hubdesk.charging.recharge import Recharge
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import (
    Expression,
    Number,
    absolute,
    if_,
    largest,
    rounded,
    sum_of,
)
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import paid_by_host
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.parts import Block, MeanCells, PartsSheet
from hubdesk.exchange.xlsx.recharge_workbook.sharing import HEADS, Sharing
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name
from hubdesk.exchange.xlsx.recharge_workbook.weights import BasisWeights

_COST_HEADS = (
    "Cost",
    "",
    "£ a year",
    "Days of the cost",
    "Days before",
    "Days to date",
    "Before, pence",
    "To date, pence",
    "This period, pence",
    "Sign",
    "Without sign",
    "To share by basis",
)
_HEADS = (
    "Code",
    "Agency",
    "Part, days",
    "Share, pence",
    "Shared before (fixed)",
    "Cap, pence",
    "Over the cap, pence",
    "Off",
    "Concession, pence",
    "By host, pence",
    "By partners, pence",
    "Net, pence",
    "Remark",
)
REMARK = 12
_WORKINGS = 14
_FINE = 6
"""Decimals of a penny to which a product with a mean is rounded first, so that halves stay halves."""


@dataclass(frozen=True)
class ShareCells:
    """One agency's figures of one cost, in pence; no `cap` and no `award` where there can be none."""

    share: Cell
    cap: Cell | None
    award: Cell | None
    by_host: Cell | None
    by_partners: Cell | None
    net: Cell


@dataclass(frozen=True)
class CostCells:
    """One cost of the period: its pence, the agencies' shares in order of code, and the host's parts."""

    one: Apportionment
    block: Block
    cost: Cell
    shares: dict[RecordId, ShareCells]
    vacant: Cell | None
    unshared: Cell
    caps: Cell
    awards: Cell
    by_host: Cell
    by_partners: Cell


class ApportionmentSheet:
    """The sheet, filled cost by cost."""

    def __init__(
        self,
        subject: Subject,
        recharge: Recharge,
        inputs: Inputs,
        parts: PartsSheet,
        expectations: Expectations,
    ) -> None:
        self.sheet = Sheet(
            "Apportionment",
            widths=(10, 38, 13, 13, 13, 12, 12, 11, 13, 12, 12, 13, 24, 3),
            other_width=16,
            frozen=(3, 2),
            printed_columns=13,
        )
        self.sheet.put(0, 0, "Apportionment", "Title")
        about = f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words} · in pence"
        self.sheet.put(1, 0, about, "Subtitle")
        self._subject = subject
        self._recharge = recharge
        self._inputs = inputs
        self._parts = parts
        self._expectations = expectations
        self.row = 3

    def add(self, one: Apportionment, weights: BasisWeights) -> CostCells:
        """The workings of `one` cost."""
        block = self._parts.block(one, weights)
        sheet, line = self.sheet, one.split.line
        title = f"{line.code} {line.name} · by {line.basis_name} ({block.label})"
        sheet.put_row(self.row, 0, [title, *[None] * 12], "Block")
        for column, head in enumerate(_COST_HEADS):
            sheet.put(self.row + 1, column, head, "Head" if column < 2 else "Head figure")
        facts = self.row + 2
        cost, sign, size = self._cost(facts, one)
        for column, label in [*enumerate(_HEADS), *enumerate(HEADS, _WORKINGS)]:
            style = "Head" if column < 2 or column == REMARK else "Head figure"
            sheet.put(self.row + 3, column, label, style)
        sheet.heights[self.row + 1] = sheet.heights[self.row + 3] = 30
        self.row += 4
        shares: dict[RecordId, Cell] = {}
        remaining: Expression = size
        if one.split.fixed:
            *fixed, rest = self._fixed(one, size, sign)
            shares = dict(zip(one.split.fixed, fixed, strict=True))
            remaining = sheet.put(facts, 11, absolute(rest), "Pence")
        by_basis, host = self._by_basis(block, remaining, sign)
        shares |= by_basis
        made = self._finish(one, block, cost, shares, host)
        self._expect(made)
        self.row += 1
        return made

    def _cost(self, row: int, one: Apportionment) -> tuple[Cell, Cell, Cell]:
        """C, its sign, and C without it."""
        line, period, sheet = one.split.line, one.split.period, self.sheet
        first, last = days_charged(line, period.year)
        within = days_in_period(line, period)
        assert within is not None
        sheet.put(row, 0, line.code)
        sheet.put(row, 1, line.name)
        pounds = sheet.put(row, 2, self._inputs.amounts[line.id], "Money")
        days = sheet.put(row, 3, (last - first).days + 1, "Count")
        before_days = sheet.put(row, 4, (within[0] - first).days, "Count")
        days_to_date = sheet.put(row, 5, (within[1] - first).days + 1, "Count")
        before = sheet.put(row, 6, rounded(rounded(pounds * 100) * before_days / days), "Pence")
        to_date = sheet.put(row, 7, rounded(rounded(pounds * 100) * days_to_date / days), "Pence")
        cost = sheet.put(row, 8, to_date - before, "Pence")
        sign = sheet.put(row, 9, if_(cost < 0, -1, 1), "Working")
        return cost, sign, sheet.put(row, 10, absolute(cost), "Pence")

    def _fixed(self, one: Apportionment, size: Cell, sign: Cell) -> list[Cell]:
        """The fixed shares, and what is left for the basis, last."""
        inputs, line = self._inputs, one.split.line
        weights: list[Expression] = []
        for agency in one.split.fixed:
            percent = inputs.fixed[line.id, agency]
            self._name(self.row + len(weights), agency)
            self.sheet.put(self.row + len(weights), 2, percent, "Percent")
            weights.append(inputs.percent_of(percent))
        weighed: Expression = weights[0]
        for weight in weights[1:]:
            weighed = weighed + weight
        self.sheet.put(self.row + len(weights), 1, "What is left for the basis", "Label")
        sharing = Sharing(self.sheet, self.row, 3, _WORKINGS, size, sign)
        total = Number(inputs.hundred)
        shares = sharing.over_whole_numbers([*weights, total - weighed], total)
        self.row += len(shares)
        return shares

    def _by_basis(
        self, block: Block, pence: Expression, sign: Cell
    ) -> tuple[dict[RecordId, Cell], tuple[Cell | None, Cell]]:
        """The agencies' shares by the basis, and the host's vacant and unshared parts."""
        rows = [*block.agencies.values(), *([block.vacant] if block.vacant else []), block.unshared]
        for place, agency in enumerate(block.agencies):
            self._name(self.row + place, agency)
        if block.vacant:
            self.sheet.put(self.row + len(rows) - 2, 1, "Vacant desks, the host's")
        self.sheet.put(self.row + len(rows) - 1, 1, "Days without weights, the host's")
        for place, part in enumerate(rows):
            self.sheet.put(self.row + place, 2, part.days, "Part")
        sharing = Sharing(self.sheet, self.row, 3, _WORKINGS, pence, sign)
        shares = sharing.over_parts(rows, block.days, block.group)
        self.row += len(rows)
        by_agency = dict(zip(block.agencies, shares, strict=False))
        return by_agency, (shares[-2] if block.vacant else None, shares[-1])

    def _name(self, row: int, agency: RecordId) -> None:
        known = self._subject.hub.agencies[agency]
        self.sheet.put(row, 0, known.code)
        self.sheet.put(row, 1, agency_name(known))

    def _finish(
        self,
        one: Apportionment,
        block: Block,
        cost: Cell,
        shares: dict[RecordId, Cell],
        host: tuple[Cell | None, Cell],
    ) -> CostCells:
        """Caps and concessions on `shares`, and the totals below."""
        made = {agency: self._share(one, block, agency, share) for agency, share in shares.items()}
        sheet, row = self.sheet, self.row
        sheet.put(row, 0, "Together", "Text total")
        sheet.put_row(row, 1, [None, None], "Text total")
        vacant, unshared = host
        counted = [*shares.values(), *([vacant] if vacant else []), unshared]
        sheet.put(row, 3, _sum(counted), "Pence total")
        sheet.put_row(row, 4, [None, None], "Text total")
        caps = sheet.put(row, 6, _sum([it.cap for it in made.values()]), "Pence total")
        sheet.put(row, 7, None, "Text total")
        awards, by_host, by_partners = (
            sheet.put(row, column, _sum(cells), "Pence total")
            for column, cells in (
                (8, [it.award for it in made.values()]),
                (9, [it.by_host for it in made.values()]),
                (10, [it.by_partners for it in made.values()]),
            )
        )
        sheet.put(row, 11, _sum([it.net for it in made.values()]), "Pence total")
        self.row += 1
        in_order = {it.id: made[it.id] for it in self._subject.agencies if it.id in made}
        return CostCells(one, block, cost, in_order, vacant, unshared, caps, awards, by_host, by_partners)

    def _share(self, one: Apportionment, block: Block, agency: RecordId, share: Cell) -> ShareCells:
        sheet, row = self.sheet, share.row
        limit = self._inputs.caps.get((one.split.line.id, agency))
        cap = None if limit is None else self._cap(one, agency, share, limit)
        mean = block.means.get(agency)
        capped = share if cap is None else share - cap
        if mean is None:
            net = sheet.put(row, 11, capped, "Pence")
            return ShareCells(share, cap, None, None, None, net)
        award, by_host, by_partners = self._award(row, capped, mean)
        net = sheet.put(row, 11, capped - award, "Pence")
        return ShareCells(share, cap, award, by_host, by_partners, net)

    def _cap(self, one: Apportionment, agency: RecordId, share: Cell, limit: Cell) -> Cell:
        """What of the running total lies above the cap now, less what did before."""
        reckoning, line, period = self._subject.run.reckoning, one.split.line, one.split.period
        before_now = reckoning.share_to_date(line, agency, period) - one.split.of(agency)
        before = self.sheet.put(share.row, 4, before_now, "Pence issued")
        most = self.sheet.put(share.row, 5, rounded(limit * 100), "Pence")
        over = largest(0, before + share - most) - largest(0, before - most)
        return self.sheet.put(share.row, 6, over, "Pence")

    def _award(self, row: int, pence: Expression, mean: MeanCells) -> tuple[Cell, Cell, Cell]:
        off = self.sheet.put(row, 7, mean.by_host + mean.by_partners, "Share")
        award = self.sheet.put(row, 8, rounded(rounded(pence * off, _FINE)), "Pence")
        host_days, partner_days = pence * mean.by_host, pence * mean.by_partners
        nearest = rounded(rounded(host_days, _FINE))
        by_host = self.sheet.put(row, 9, paid_by_host(award, nearest, host_days, partner_days), "Pence")
        return award, by_host, self.sheet.put(row, 10, award - by_host, "Pence")

    def _expect(self, made: CostCells) -> None:
        one, code = made.one, made.one.split.line.code
        expect = self._expectations.expect
        expect(made.cost, one.split.cost, f"cost {code}")
        for agency, cells in made.shares.items():
            whose = f"{self._subject.hub.agencies[agency].code}, cost {code}"
            award = one.awards.get(agency, NO_AWARD)
            expect(cells.share, one.split.of(agency), f"{whose}, share")
            if cells.cap:
                expect(cells.cap, one.caps.get(agency, 0), f"{whose}, cap")
            if cells.award and cells.by_host:
                expect(cells.award, award.pence, f"{whose}, concession")
                expect(cells.by_host, award.by_host, f"{whose}, concession paid by the host")
        if made.vacant:
            expect(made.vacant, one.split.vacant, f"cost {code}, vacant desks")
        expect(made.unshared, one.split.unshared, f"cost {code}, days without weights")


def _sum(cells: Sequence[Cell | None]) -> Expression:
    """The sum of `cells`, as ranges where they stand one below the other."""
    kept = sorted((one for one in cells if one), key=lambda one: one.row)
    ranges: list[Range] = []
    for one in kept:
        if ranges and ranges[-1].last.row == one.row - 1:
            ranges[-1] = ranges[-1].first.to(one)
        else:
            ranges.append(one.to(one))
    return sum_of(*ranges) if ranges else rounded(0)
