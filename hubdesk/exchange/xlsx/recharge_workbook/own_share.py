"""An agency's own column of the matrix: each cost's total, its part and share, and what comes off."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.licences import NO_AWARD
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, largest, rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import paid_by_host
from hubdesk.exchange.xlsx.recharge_workbook.means import mean_off
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

_TOP = 4
_HEADS = (
    "Code",
    "Cost",
    "Shared by",
    "Cost of the period £",
    "Days",
    "Your part, days",
    "Your share £",
    "Over cap £",
    "Concession £",
    "Net £",
    "Share, pence (fixed)",
    "Before, pence (fixed)",
    "Cap, pence",
    "Over cap, pence",
    "Host's off (fixed)",
    "Partners' off (fixed)",
    "Concession, pence",
    "By host, pence",
)
_FINE = 6


@dataclass(frozen=True)
class OwnShare:
    """One cost of the agency, in pence."""

    one: Apportionment
    share: Cell
    cap: Cell | None
    award: Cell | None
    by_host: Cell | None
    """What of the award the host pays."""


@dataclass(frozen=True)
class OwnShares:
    """The sheet, and the agency's costs on it."""

    sheet: Sheet
    costs: Sequence[OwnShare]


class OwnShareSheet:
    """Builds the sheet. Shares are constants, since they rest on the figures of others."""

    def __init__(
        self, agency: RecordId, subject: Subject, inputs: Inputs, reckoning: Reckoning, expected: Expectations
    ) -> None:
        self._agency = agency
        self._inputs = inputs
        self._reckoning = reckoning
        self._expected = expected
        self.sheet = Sheet(
            "Shared costs",
            widths=(9, 34, 18, 16, 8, 14, 13, 12, 13, 13),
            other_width=15,
            frozen=(_TOP + 1, 2),
            repeated=(_TOP, _TOP),
            printed_columns=10,
        )
        self.sheet.put(0, 0, "Shared costs", "Title")
        about = f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}"
        self.sheet.put(1, 0, about, "Subtitle")
        why = "Your share is fixed here, since it rests on the figures of others; what comes off it is live"
        self.sheet.put(2, 0, why, "Note")
        for column, head in enumerate(_HEADS):
            self.sheet.put(_TOP, column, head, "Head" if column < 3 else "Head figure")
        self.sheet.heights[_TOP] = 30

    def made(self, apportionments: Sequence[Apportionment]) -> OwnShares:
        """The sheet of those `apportionments` in which the agency shares."""
        sharing = [one for one in apportionments if one.split.of(self._agency)]
        costs = [self._cost(row, one) for row, one in enumerate(sharing, _TOP + 1)]
        if costs:
            last = _TOP + len(costs)
            self.sheet.put_row(last + 1, 0, ["Together", None, None], "Text total")
            for column in (3, 6, 7, 8, 9):
                cells = self.sheet.rows[_TOP + 1][column].to(self.sheet.rows[last][column])
                self.sheet.put(last + 1, column, rounded(sum_of(cells), 2), "Money total")
            self.sheet.put_row(last + 1, 4, [None, None], "Text total")
        return OwnShares(self.sheet, costs)

    def _cost(self, row: int, one: Apportionment) -> OwnShare:
        sheet, split, line = self.sheet, one.split, one.split.line
        fixed = self._agency in split.fixed
        sheet.put(row, 0, line.code)
        sheet.put(row, 1, line.name)
        sheet.put(row, 2, "fixed share" if fixed else line.basis_name)
        sheet.put(row, 3, split.cost / 100, "Money issued")
        sheet.put(row, 4, split.parts.days, "Count")
        if not fixed:
            sheet.put(row, 5, float(split.parts.days_of(self._agency)), "Part")
        share = sheet.put(row, 10, split.of(self._agency), "Pence issued")
        cap = self._cap(row, one, share)
        capped: Expression = share if cap is None else share - cap
        award, by_host = self._award(row, one, capped)
        sheet.put(row, 6, share / 100, "Money")
        sheet.put(row, 7, 0 if cap is None else cap / 100, "Money")
        sheet.put(row, 8, 0 if award is None else award / 100, "Money")
        sheet.put(row, 9, (capped if award is None else capped - award) / 100, "Money strong")
        return OwnShare(one, share, cap, award, by_host)

    def _cap(self, row: int, one: Apportionment, share: Cell) -> Cell | None:
        line, split = one.split.line, one.split
        limit = self._inputs.caps.get((line.id, self._agency))
        if limit is None:
            return None
        to_date = self._reckoning.share_to_date(line, self._agency, split.period)
        before = self.sheet.put(row, 11, to_date - split.of(self._agency), "Pence issued")
        most = self.sheet.put(row, 12, rounded(limit * 100), "Pence")
        over = largest(0, before + share - most) - largest(0, before - most)
        cap = self.sheet.put(row, 13, over, "Pence")
        self._expected.expect(cap, one.caps.get(self._agency, 0), f"cost {line.code}, cap")
        return cap

    def _award(self, row: int, one: Apportionment, pence: Expression) -> tuple[Cell | None, Cell | None]:
        off = mean_off(self._agency, one, self._reckoning)
        if not (off.by_host or off.by_partners):
            return None, None
        host, partners = (
            self.sheet.put(row, column, part / off.over, "Share")
            for column, part in ((14, off.by_host), (15, off.by_partners))
        )
        award = self.sheet.put(row, 16, rounded(rounded(pence * (host + partners), _FINE)), "Pence")
        nearest = rounded(rounded(pence * host, _FINE))
        funded = paid_by_host(award, nearest, pence * host, pence * partners)
        by_host = self.sheet.put(row, 17, funded, "Pence")
        given = one.awards.get(self._agency, NO_AWARD)
        self._expected.expect(award, given.pence, f"cost {one.split.line.code}, concession")
        return award, by_host
