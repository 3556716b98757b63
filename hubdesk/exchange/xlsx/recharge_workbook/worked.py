"""The sheets on which a period is worked out, and where their figures are."""

from dataclasses import dataclass

from hubdesk.charging.recharge import Recharge
from hubdesk.exchange.xlsx.recharge_workbook.all_inputs import inputs_of
from hubdesk.exchange.xlsx.recharge_workbook.apportionment import ApportionmentSheet, CostCells
from hubdesk.exchange.xlsx.recharge_workbook.concessions import concessions_sheet
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import LicencesSheet, licences_sheet
from hubdesk.exchange.xlsx.recharge_workbook.matrix import Matrix, matrix_sheet
from hubdesk.exchange.xlsx.recharge_workbook.model import Sheet
from hubdesk.exchange.xlsx.recharge_workbook.parts import PartsSheet
from hubdesk.exchange.xlsx.recharge_workbook.pool import PoolCells, add_pool
from hubdesk.exchange.xlsx.recharge_workbook.scales import scale_of
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


def work_out(subject: Subject, recharge: Recharge, expectations: Expectations) -> Worked:
    """`recharge` in cells, from Inputs to the matrix."""
    inputs = inputs_of(subject, recharge)
    licences = licences_sheet(subject, recharge, inputs, expectations)
    concessions = concessions_sheet(subject, recharge, inputs, subject.agencies)
    parts = PartsSheet(subject, concessions.reductions)
    page = ApportionmentSheet(subject, recharge, inputs, parts, expectations)
    costs = []
    for one in recharge.apportionments:
        line = one.split.line
        costs.append(page.add(one, BasisWeights(line, subject, recharge, inputs, scale_of(line, subject))))
    pool = add_pool(page, subject, recharge, inputs, licences, costs, expectations)
    matrix = matrix_sheet(subject, costs)
    sheets = [licences.sheet, matrix.sheet, page.sheet, parts.sheet, concessions.sheet]
    return Worked(recharge, inputs, licences, costs, pool, matrix, sheets)
