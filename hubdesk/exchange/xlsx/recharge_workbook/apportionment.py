"""The Apportionment sheet: each shared cost of the period, shared to the penny, agency by agency."""

from hubdesk.charging.apportionment import Apportionment, days_charged, days_in_period
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, Number, absolute, added, if_, rounded
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells
from hubdesk.exchange.xlsx.recharge_workbook.cost_rows import WORKINGS, CostRows
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell
from hubdesk.exchange.xlsx.recharge_workbook.parts import Block, PartsSheet
from hubdesk.exchange.xlsx.recharge_workbook.sharing import HEADS, Sharing
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


class LiveShares:
    """Puts costs on the Apportionment sheet so that shares follow the inputs."""

    def __init__(self, rows: CostRows, inputs: Inputs, parts: PartsSheet) -> None:
        self.rows = rows
        self.sheet = rows.sheet
        self._inputs = inputs
        self._parts = parts

    def add(self, one: Apportionment, weights: BasisWeights) -> CostCells:
        """The workings of `one` cost."""
        block = self._parts.block(one, weights)
        rows, line = self.rows, one.split.line
        rows.block(f"{line.code} {line.name} · by {line.basis_name} ({block.label})")
        for column, head in enumerate(_COST_HEADS):
            self.sheet.put(rows.row, column, head, "Head" if column < 2 else "Head figure")
        self.sheet.heights[rows.row] = 30
        facts = rows.row + 1
        cost, sign, size = self._cost(facts, one)
        rows.row += 2
        rows.heads(HEADS)
        shares: dict[RecordId, Cell] = {}
        remaining: Expression = size
        if one.split.fixed:
            *fixed, rest = self._fixed(one, size, sign)
            shares = dict(zip(one.split.fixed, fixed, strict=True))
            remaining = self.sheet.put(facts, 11, absolute(rest), "Pence")
        by_basis, host = self._by_basis(block, remaining, sign)
        return rows.finish(one, block.means, cost, shares | by_basis, host)

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
            self.rows.name(self.rows.row + len(weights), agency)
            self.sheet.put(self.rows.row + len(weights), 2, percent, "Percent")
            weights.append(inputs.percent_of(percent))
        self.sheet.put(self.rows.row + len(weights), 1, "What is left for the basis", "Label")
        sharing = Sharing(self.sheet, self.rows.row, 3, WORKINGS, size, sign)
        total = Number(inputs.hundred)
        shares = sharing.over_whole_numbers([*weights, total - added(weights)], total)
        self.rows.row += len(shares)
        return shares

    def _by_basis(
        self, block: Block, pence: Expression, sign: Cell
    ) -> tuple[dict[RecordId, Cell], tuple[Cell | None, Cell]]:
        """The agencies' shares by the basis, and the host's vacant and unshared parts."""
        rows = [*block.agencies.values(), *([block.vacant] if block.vacant else []), block.unshared]
        for place, agency in enumerate(block.agencies):
            self.rows.name(self.rows.row + place, agency)
        if block.vacant:
            self.sheet.put(self.rows.row + len(rows) - 2, 1, "Vacant desks, the host's")
        self.sheet.put(self.rows.row + len(rows) - 1, 1, "Days without weights, the host's")
        for place, part in enumerate(rows):
            self.sheet.put(self.rows.row + place, 2, part.days, "Part")
        sharing = Sharing(self.sheet, self.rows.row, 3, WORKINGS, pence, sign)
        shares = sharing.over_parts(rows, block.days, block.group)
        self.rows.row += len(rows)
        by_agency = dict(zip(block.agencies, shares, strict=False))
        return by_agency, (shares[-2] if block.vacant else None, shares[-1])
