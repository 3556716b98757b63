"""The rows of the Apportionment sheet: an agency's share, what comes off it, and the totals below."""

from collections.abc import Mapping, Sequence

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.licences import NO_AWARD
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, added, largest, rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells, MeanCells, ShareCells
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import paid_by_host
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

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
WORKINGS = 14
_FINE = 6
"""Decimals of a penny to which a product with a mean is rounded first, so that halves stay halves."""


_ARGUMENTS = 200
"""As many arguments as one SUM is given; worksheets take 255."""


class CostRows:
    """The Apportionment sheet, and the row that comes next."""

    def __init__(self, subject: Subject, inputs: Inputs, expectations: Expectations) -> None:
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
        self._inputs = inputs
        self._expectations = expectations
        self.row = 3

    def block(self, title: str) -> None:
        """The heading of a cost."""
        self.sheet.put_row(self.row, 0, [title, *[None] * 12], "Block")
        self.row += 1

    def heads(self, workings: Sequence[str]) -> None:
        """The heads of the agencies' rows, and of the workings to their right."""
        for column, label in [*enumerate(_HEADS), *enumerate(workings, WORKINGS)]:
            style = "Head" if column < 2 or column == REMARK else "Head figure"
            self.sheet.put(self.row, column, label, style)
        self.sheet.heights[self.row] = 30
        self.row += 1

    def name(self, row: int, agency: RecordId) -> None:
        """Whose row it is."""
        known = self._subject.hub.agencies[agency]
        self.sheet.put(row, 0, known.code)
        self.sheet.put(row, 1, agency_name(known))

    def finish(
        self,
        one: Apportionment,
        means: Mapping[RecordId, MeanCells],
        cost: Cell,
        shares: dict[RecordId, Cell],
        host: tuple[Cell | None, Cell],
    ) -> CostCells:
        """Caps and concessions on `shares`, and the totals below."""
        made = {
            agency: self._share(one, means.get(agency), agency, share) for agency, share in shares.items()
        }
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
        costs = CostCells(one, cost, in_order, vacant, unshared, caps, awards, by_host, by_partners)
        self._expect(costs)
        self.row += 1
        return costs

    def _share(self, one: Apportionment, mean: MeanCells | None, agency: RecordId, share: Cell) -> ShareCells:
        sheet, row = self.sheet, share.row
        limit = self._inputs.caps.get((one.split.line.id, agency))
        cap = None if limit is None else self._cap(one, agency, share, limit)
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
    return added(sum_of(*ranges[at : at + _ARGUMENTS]) for at in range(0, len(ranges), _ARGUMENTS))
