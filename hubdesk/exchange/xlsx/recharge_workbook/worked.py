"""The sheets on which a period is worked out, and where their figures are."""

from dataclasses import dataclass

from hubdesk.charging.recharge import Recharge
from hubdesk.exchange.xlsx.recharge_workbook.all_inputs import inputs_but_shares, inputs_of
from hubdesk.exchange.xlsx.recharge_workbook.apportionment import LiveShares
from hubdesk.exchange.xlsx.recharge_workbook.concessions import concessions_sheet
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells
from hubdesk.exchange.xlsx.recharge_workbook.cost_rows import CostRows
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import LicencesSheet, licences_sheet
from hubdesk.exchange.xlsx.recharge_workbook.matrix import Matrix, matrix_sheet
from hubdesk.exchange.xlsx.recharge_workbook.model import Sheet
from hubdesk.exchange.xlsx.recharge_workbook.parts import PartsSheet
from hubdesk.exchange.xlsx.recharge_workbook.pool import PoolCells, add_pool
from hubdesk.exchange.xlsx.recharge_workbook.scales import scale_of
from hubdesk.exchange.xlsx.recharge_workbook.share_values import IN_WORDS, MANY, ShareValues
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.weights import BasisWeights


@dataclass(frozen=True)
class Worked:
    """A period in cells."""

    recharge: Recharge
    inputs: Inputs
    licences: LicencesSheet
    costs: list[CostCells]
    pool: PoolCells | None
    matrix: Matrix
    sheets: list[Sheet]
    remarks: list[str]
    """What Notes have to say of how it is worked out."""


def work_out(subject: Subject, recharge: Recharge, expectations: Expectations) -> Worked:
    """`recharge` in cells, from Inputs to the matrix."""
    agencies, lines = len(subject.agencies), len(recharge.apportionments)
    as_values = agencies * lines > MANY
    inputs = inputs_but_shares(subject, recharge) if as_values else inputs_of(subject, recharge)
    licences = licences_sheet(subject, recharge, inputs, expectations)
    concessions = concessions_sheet(subject, recharge, inputs, subject.agencies)
    rows = CostRows(subject, inputs, expectations)
    parts: list[Sheet] = []
    if as_values:
        values = ShareValues(rows, subject.run.reckoning)
        costs = [values.add(one) for one in recharge.apportionments]
    else:
        page = PartsSheet(subject, concessions.reductions)
        live = LiveShares(rows, inputs, page)
        costs = [
            live.add(one, BasisWeights(line, subject, recharge, inputs, scale_of(line, subject)))
            for one in recharge.apportionments
            for line in [one.split.line]
        ]
        parts = [page.sheet]
    pool = add_pool(rows, subject, recharge, inputs, licences, costs, expectations)
    matrix = matrix_sheet(subject, costs)
    sheets = [*licences.sheets, matrix.sheet, rows.sheet, *parts, concessions.sheet]
    return Worked(recharge, inputs, licences, costs, pool, matrix, sheets, [IN_WORDS] if as_values else [])
