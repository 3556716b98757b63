"""The Shared costs sheet: the matrix of agencies and costs, net of caps and concessions."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

_TOP = 3
_FIRST_COST = 2
_FIRST_AGENCY = _TOP + 3
_TAIL = ("Vacant desks", "Days without weights", "Over caps", "Concessions")


@dataclass(frozen=True)
class Matrix:
    """The sheet; each cost's own figure and what its column comes to; each agency's row total, in pounds."""

    sheet: Sheet
    costs: list[tuple[CostCells, Cell, Cell]]
    agencies: dict[RecordId, Cell]
    total_cost: Cell | None


def matrix_sheet(subject: Subject, costs: Sequence[CostCells]) -> Matrix:
    """The matrix: a row to each agency that shares any of `costs`, and a column to each of them."""
    sharing = [one for one in subject.agencies if any(one.id in cost.shares for cost in costs)]
    sheet = Sheet(
        "Shared costs",
        widths=(9, 36, *[13.5] * len(costs), 14),
        frozen=(_FIRST_AGENCY, _FIRST_COST),
        repeated=(_TOP, _FIRST_AGENCY - 1),
    )
    sheet.put(0, 0, "Shared costs", "Title")
    about = f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}"
    sheet.put(1, 0, f"{about} · after caps and concessions, in pounds", "Subtitle")
    if not costs:
        sheet.put(_TOP, 0, "No cost is shared in this period", "Note")
        return Matrix(sheet, [], {}, None)
    total = _FIRST_COST + len(costs)
    _heads(sheet, total)
    for place, agency in enumerate(sharing):
        sheet.put(_FIRST_AGENCY + place, 0, agency.code)
        sheet.put(_FIRST_AGENCY + place, 1, agency.name)
    tail = _FIRST_AGENCY + len(sharing)
    for place, words in enumerate((*_TAIL, "Together", "Cost of the period", "Difference")):
        sheet.put_row(tail + place, 0, [None, words], "Text total" if place == len(_TAIL) else "Label")
    agencies = [one.id for one in sharing]
    found = [_column(sheet, _FIRST_COST + place, one, agencies, tail) for place, one in enumerate(costs)]
    sums = []
    for row in range(_FIRST_AGENCY, tail + len(_TAIL) + 3):
        cells = sheet.rows[row][_FIRST_COST].to(sheet.rows[row][total - 1])
        style = "Money total" if row == tail + len(_TAIL) else "Money strong"
        sums.append(sheet.put(row, total, rounded(sum_of(cells), 2), style))
    return Matrix(sheet, found, dict(zip(agencies, sums, strict=False)), sums[-2])


def _heads(sheet: Sheet, total: int) -> None:
    for row in range(_TOP, _FIRST_AGENCY):
        sheet.put_row(row, 0, ["Code" if row == _TOP else None, "Agency" if row == _TOP else None], "Head")
        sheet.put(row, total, "All costs £" if row == _TOP else None, "Head figure")
    sheet.heights[_TOP + 1] = 44


def _column(
    sheet: Sheet, column: int, one: CostCells, agencies: Sequence[RecordId], tail: int
) -> tuple[CostCells, Cell, Cell]:
    line = one.one.split.line
    for row, words in enumerate((f"{line.code} £", line.name, line.basis_name), _TOP):
        sheet.put(row, column, words, "Head figure")
    for row, agency in enumerate(agencies, _FIRST_AGENCY):
        cells = one.shares.get(agency)
        sheet.put(row, column, 0 if cells is None else cells.net / 100, "Money")
    for row, pence in enumerate((one.vacant, one.unshared, one.caps, one.awards), tail):
        sheet.put(row, column, 0 if pence is None else pence / 100, "Money")
    spread = sheet.rows[_FIRST_AGENCY if agencies else tail][column].to(sheet.rows[tail + 3][column])
    together = sheet.put(tail + 4, column, rounded(sum_of(spread), 2), "Money total")
    cost = sheet.put(tail + 5, column, one.cost / 100, "Money")
    sheet.put(tail + 6, column, rounded(cost - together, 2), "Money")
    return one, cost, together
