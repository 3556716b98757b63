"""The partners' pool: the period's concessions that public-sector agencies pay for together."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.charging.recharge import Recharge
from hubdesk.domain.agency import Sector
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, absolute, added, equals, if_, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.cost_cells import CostCells
from hubdesk.exchange.xlsx.recharge_workbook.cost_rows import WORKINGS, CostRows
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licences import LicencesSheet
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell
from hubdesk.exchange.xlsx.recharge_workbook.sharing import HEADS, Sharing
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name


@dataclass(frozen=True)
class PoolCells:
    """What the partners pay together, and each one's share, in pence; `together` are their desk-days."""

    pence: Cell
    together: Cell
    shares: dict[RecordId, Cell]


def add_pool(
    page: CostRows,
    subject: Subject,
    recharge: Recharge,
    inputs: Inputs,
    licences: LicencesSheet,
    costs: Sequence[CostCells],
    expectations: Expectations,
) -> PoolCells | None:
    """The pool, below the costs; None where no concession is in force, so that there can be none."""
    if not inputs.concessions:
        return None
    sheet, row = page.sheet, page.row
    title = "Concessions that the partners pay for, by licensed desk-days of the public sector and the host"
    sheet.put_row(row, 0, [title, *[None] * 12], "Block")
    heads = ("Code", "Agency", "Desk-days", "Share, pence")
    for column, head in [*enumerate(heads), *enumerate(HEADS, WORKINGS)]:
        sheet.put(row + 1, column, head, "Head" if column < 2 else "Head figure")
    first = row + 2
    taking = _taking(subject, recharge, inputs)
    days = [_desk_days(one, recharge, licences) for one in taking]
    sheet.put(first + len(taking), 0, "Together", "Text total")
    awards = [one.by_partners for one in costs]
    on_licences = [licences.totals.by_partners] if licences.totals else []
    pooled = sheet.put(first + len(taking), 3, added([*on_licences, *awards]), "Pence total")
    sign = sheet.put(first + len(taking), 4, if_(pooled < 0, -1, 1), "Working")
    counts: list[Cell] = []
    for place, (one, counted) in enumerate(zip(taking, days, strict=True)):
        known = subject.hub.agencies[one]
        sheet.put(first + place, 0, known.code)
        sheet.put(first + place, 1, agency_name(known))
        counts.append(sheet.put(first + place, 2, counted, "Count"))
    together = sheet.put(first + len(taking), 2, sum_of(counts[0].to(counts[-1])), "Count")
    weights = [
        if_(equals(together, 0), 1, counted) if one == subject.host else counted
        for one, counted in zip(taking, counts, strict=True)
    ]
    sharing = Sharing(sheet, first, 3, WORKINGS, absolute(pooled), sign)
    shares = dict(
        zip(
            taking,
            sharing.over_whole_numbers(weights, if_(equals(together, 0), 1, together)),
            strict=True,
        )
    )
    expectations.expect(pooled, recharge.pool.pence, "concessions paid by the partners")
    for one, cell in shares.items():
        code = subject.hub.agencies[one].code
        expectations.expect(
            cell, recharge.pool.shares.get(one, 0), f"{code}, concessions paid by the partners"
        )
    page.row = first + len(taking) + 2
    return PoolCells(pooled, together, shares)


def _taking(subject: Subject, recharge: Recharge, inputs: Inputs) -> list[RecordId]:
    """The host, and the public-sector agencies with a licence in the period, in order of code."""
    held = {one.licence.agency for one in recharge.licences if one.licence.id in inputs.desks}
    return [
        one.id
        for one in subject.agencies
        if one.id == subject.host or (one.sector is Sector.PUBLIC and one.id in held)
    ]


def _desk_days(agency: RecordId, recharge: Recharge, licences: LicencesSheet) -> Expression:
    return added(
        licences.of[one.licence.id].desk_days
        for one in recharge.licences
        if one.licence.agency == agency and one.licence.id in licences.of
    )
