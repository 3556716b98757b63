"""The Apportionment sheet of a large hub: shares and what is off them are values; what follows is live."""

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.reckoning import Reckoning
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells, MeanCells
from hubdesk.exchange.xlsx.recharge_workbook.cost_rows import WORKINGS, CostRows
from hubdesk.exchange.xlsx.recharge_workbook.means import mean_off
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell

MANY = 60 * 60
"""Agencies times shared costs above which the shares are values: more would open too slowly."""

IN_WORDS = (
    "This hub has so many agencies and costs that their shares are values here, and what concessions take "
    "off them; caps, licences, VAT, every sum and Control are formulas."
)


class ShareValues:
    """Puts costs on the Apportionment sheet with their shares as they are."""

    def __init__(self, rows: CostRows, reckoning: Reckoning) -> None:
        self.rows = rows
        self.sheet = rows.sheet
        self._reckoning = reckoning

    def add(self, one: Apportionment) -> CostCells:
        """The shares of `one` cost."""
        rows, split, line = self.rows, one.split, one.split.line
        rows.block(f"{line.code} {line.name} · by {line.basis_name}")
        rows.heads(("Host's off", "Partners' off"))
        shares = {}
        means = {}
        for agency in (*split.fixed, *(it for it, pence in split.shares.items() if pence)):
            rows.name(rows.row, agency)
            if agency in split.shares:
                self.sheet.put(rows.row, 2, float(split.parts.days_of(agency)), "Part")
            shares[agency] = self._value(split.of(agency))
            mean = mean_off(agency, one, self._reckoning)
            if mean.by_host or mean.by_partners:
                off = (mean.by_host / mean.over, mean.by_partners / mean.over)
                means[agency] = MeanCells(*self.sheet.put_row(rows.row, WORKINGS, off, "Share"))
            rows.row += 1
        vacant = self._host("Vacant desks, the host's", split.vacant) if split.vacant else None
        unshared = self._host("Days without weights, the host's", split.unshared)
        cost = self._host("Cost of the period", split.cost, column=2)
        return rows.finish(one, means, cost, shares, (vacant, unshared))

    def _host(self, words: str, pence: int, column: int = 3) -> Cell:
        self.sheet.put(self.rows.row, 1, words)
        cell = self._value(pence, column)
        self.rows.row += 1
        return cell

    def _value(self, pence: int, column: int = 3) -> Cell:
        return self.sheet.put(self.rows.row, column, pence, "Pence issued")
