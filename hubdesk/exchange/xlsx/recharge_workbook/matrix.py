"""The Shared costs sheet: cost by agency, net of caps and concessions, with what the host bears."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

_TOP = 3
_FIRST_AGENCY = 4
_TAIL = ("Vacant desks", "Unshared days", "Over caps", "Conces- sions", "Together £", "Differ- ence £")


@dataclass(frozen=True)
class Matrix:
    """The sheet; each cost's own figure and what its row comes to; each agency's column total, in pounds."""

    sheet: Sheet
    costs: list[tuple[CostCells, Cell, Cell]]
    agencies: dict[RecordId, Cell]
    total_cost: Cell | None


def matrix_sheet(subject: Subject, costs: Sequence[CostCells]) -> Matrix:
    """The matrix of `costs`, a row each, over the agencies that share any of them."""
    sharing = [one for one in subject.agencies if any(one.id in cost.shares for cost in costs)]
    tail = _FIRST_AGENCY + len(sharing)
    sheet = Sheet(
        "Shared costs",
        widths=(8, 28, 14, 11, *[9.5] * len(sharing), *[10] * len(_TAIL)),
        frozen=(_TOP + 1, 2),
        repeated=(_TOP, _TOP),
    )
    sheet.put(0, 0, "Shared costs", "Title")
    about = f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}"
    sheet.put(1, 0, f"{about} · after caps and concessions, in pounds", "Subtitle")
    heads = ("Code", "Cost", "Shared by", "Cost £", *(one.code for one in sharing), *_TAIL)
    for column, head in enumerate(heads):
        sheet.put(_TOP, column, head, "Head" if column < 3 else "Head figure")
    sheet.heights[_TOP] = 30
    found = [_row(sheet, _TOP + 1 + place, one, sharing, tail) for place, one in enumerate(costs)]
    if not found:
        return Matrix(sheet, [], {}, None)
    first, last = _TOP + 1, _TOP + len(costs)
    sheet.put(last + 1, 0, "Together", "Text total")
    sheet.put_row(last + 1, 1, [None, None], "Text total")
    totals = {}
    for column in range(3, tail + len(_TAIL)):
        cells = sheet.rows[first][column].to(sheet.rows[last][column])
        totals[column] = sheet.put(last + 1, column, rounded(sum_of(cells), 2), "Money total")
    agencies = {one.id: totals[_FIRST_AGENCY + place] for place, one in enumerate(sharing)}
    return Matrix(sheet, found, agencies, totals[3])


def _row(
    sheet: Sheet, row: int, one: CostCells, sharing: Sequence[Agency], tail: int
) -> tuple[CostCells, Cell, Cell]:
    line = one.one.split.line
    sheet.put(row, 0, line.code)
    sheet.put(row, 1, line.name)
    sheet.put(row, 2, line.basis_name)
    cost = sheet.put(row, 3, one.cost / 100, "Money")
    for place, agency in enumerate(sharing):
        cells = one.shares.get(agency.id)
        content = 0 if cells is None else cells.net / 100
        sheet.put(row, _FIRST_AGENCY + place, content, "Money")
    for column, pence in enumerate((one.vacant, one.unshared, one.caps, one.awards), tail):
        sheet.put(row, column, 0 if pence is None else pence / 100, "Money")
    spread = sheet.rows[row][_FIRST_AGENCY].to(sheet.rows[row][tail + 3])
    together = sheet.put(row, tail + 4, rounded(sum_of(spread), 2), "Money strong")
    sheet.put(row, tail + 5, rounded(cost - together, 2), "Money")
    return one, cost, together
