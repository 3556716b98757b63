"""The sheet of rates and concessions: what holds, and what each agency has off its shared costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.recharge import Recharge
from hubdesk.charging.reduction import covers_shared
from hubdesk.charging.stretches import Stretch, concession_on
from hubdesk.domain.agency import Agency
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import boundaries
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import Expression, Number, added, equals, if_
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import DatedCell, DatedCells
from hubdesk.exchange.xlsx.recharge_workbook.inputs import ConcessionCells, Inputs, scope_of
from hubdesk.exchange.xlsx.recharge_workbook.licence_days import conceded_desks
from hubdesk.exchange.xlsx.recharge_workbook.model import Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name


@dataclass(frozen=True)
class ReductionCells:
    """What an agency has off its shared costs, dated, as fractions paid by the host and by the partners."""

    by_host: DatedCells
    by_partners: DatedCells


@dataclass(frozen=True)
class ConcessionsSheet:
    """The sheet, and the reductions of the agencies that may have any."""

    sheet: Sheet
    reductions: dict[RecordId, ReductionCells]


def concessions_sheet(
    subject: Subject, recharge: Recharge, inputs: Inputs, agencies: Sequence[Agency]
) -> ConcessionsSheet:
    """The sheet of rates and concessions of `recharge`, with what `agencies` have off shared costs."""
    sheet = Sheet(
        "Rates and concessions", widths=(34, 14, 14, 12, 14, 12, 20, 48, 14), frozen=(3, 1), other_width=12
    )
    sheet.put(0, 0, "Rates and concessions", "Title")
    sheet.put(1, 0, f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}", "Subtitle")
    row = _rates(sheet, 3, inputs)
    row = _concessions(sheet, row + 1, subject, inputs)
    return ConcessionsSheet(sheet, _reductions(sheet, row + 1, agencies, subject, recharge, inputs))


_FIGURES = ("£ a year", "Per cent", "Desks at most", "Host pays", "Partners pay", "Desks")


def _heads(sheet: Sheet, row: int, title: str, heads: tuple[str, ...]) -> int:
    sheet.put_row(row, 0, [title, *[None] * 8], "Section")
    for column, head in enumerate(heads):
        sheet.put(row + 1, column, head, "Head figure" if head in _FIGURES else "Head")
    return row + 2


def _rates(sheet: Sheet, row: int, inputs: Inputs) -> int:
    row = _heads(sheet, row, "Desk rate", ("", "From", "To", "£ a year"))
    for one in inputs.rate:
        sheet.put(row, 0, "Each desk")
        sheet.put(row, 1, one.first, "Day")
        sheet.put(row, 2, one.last, "Day")
        sheet.put(row, 3, one.cell, "Money")
        row += 1
    return row


def _concessions(sheet: Sheet, row: int, subject: Subject, inputs: Inputs) -> int:
    if not inputs.concessions:
        return row
    heads = ("Concession", "From", "To", "Per cent", "Desks at most", "Paid by", "On", "Reason", "Review")
    row = _heads(sheet, row, "Concessions", heads)
    for id_, cells in inputs.concessions.items():
        one = subject.hub.concessions[id_]
        sheet.put(row, 0, scope_of(one, subject))
        sheet.put(row, 1, one.first, "Day")
        if one.last:
            sheet.put(row, 2, one.last, "Day")
        sheet.put(row, 3, cells.percent, "Percent")
        sheet.put(row, 4, if_(equals(cells.cap, ""), "all", cells.cap), "Count or word")
        sheet.put(row, 5, cells.funder, "Text")
        sheet.put(row, 6, one.applies.value)
        sheet.put(row, 7, one.reason, "Wrapped")
        if one.review:
            sheet.put(row, 8, one.review, "Day")
        row += 1
    return row


def _reductions(
    sheet: Sheet,
    row: int,
    agencies: Sequence[Agency],
    subject: Subject,
    recharge: Recharge,
    inputs: Inputs,
) -> dict[RecordId, ReductionCells]:
    found: dict[RecordId, ReductionCells] = {}
    for agency in agencies:
        spans = _spans(agency.id, subject, recharge)
        if not spans:
            continue
        if not found:
            heads = ("Agency", "From", "To", "Host pays", "Partners pay", "Desks", "Of them covered")
            row = _heads(sheet, row, "Off shared costs, by agency", heads)
        cells: dict[str, list[DatedCell]] = {"host": [], "partners": []}
        for first, last in spans:
            sheet.put(row, 0, agency_name(agency))
            sheet.put(row, 1, first, "Day")
            sheet.put(row, 2, last, "Day")
            today = _stretches_on(agency.id, first, subject, recharge)
            held = added(inputs.desks[licence].at(first) for licence, _ in today)
            desks = sheet.put(row, 5, held, "Count")
            covering = _covering(today)
            covered = sheet.put(
                row, 6, added(inputs.desks[licence].at(first) for licence, *_ in covering), "Count"
            )
            without = _sectors_rate(agency.id, first, subject)
            for column, funder in ((3, "host"), (4, "partners")):
                rate = _percent_by(inputs.concessions[without.id], funder) / 100 if without else Number(0)
                mean = _mean(first, covering, covered, funder, inputs)
                off = if_(equals(desks, 0), rate, if_(equals(covered, 0), 0, mean))
                cells[funder].append(DatedCell(first, last, sheet.put(row, column, off, "Share")))
            row += 1
        found[agency.id] = ReductionCells(DatedCells(cells["host"]), DatedCells(cells["partners"]))
    return found


def _spans(agency: RecordId, subject: Subject, recharge: Recharge) -> list[tuple[date, date]]:
    """Days of the period on which nothing about the agency's reduction changes; none if it can have none."""
    hub, period = subject.hub, recharge.period
    standing = hub.standing_rates.get(hub.agencies[agency].sector, ()) if agency in hub.agencies else ()
    stretches = [
        part
        for charge in recharge.licences
        if charge.licence.agency == agency
        for one in charge.stretches
        if (part := one.within(period.first, period.last))
    ]
    given = [one for one in standing if one.first <= period.last and (one.last or date.max) >= period.first]
    given += [one.concession for one in stretches if one.concession]
    if not any(covers_shared(one) for one in given):
        return []
    days = {period.first, *boundaries(standing), *(one.first for one in stretches)}
    days |= {one.last + ONE_DAY for one in stretches}
    starts = sorted(day for day in days if period.first <= day <= period.last)
    ends = [*(day - ONE_DAY for day in starts[1:]), period.last]
    return list(zip(starts, ends, strict=True))


def _stretches_on(
    agency: RecordId, day: date, subject: Subject, recharge: Recharge
) -> list[tuple[RecordId, Stretch]]:
    return [
        (charge.licence.id, one)
        for charge in recharge.licences
        if charge.licence.agency == agency
        for one in charge.stretches
        if one.first <= day <= one.last
    ]


def _covering(today: Sequence[tuple[RecordId, Stretch]]) -> list[tuple[RecordId, Stretch, Concession]]:
    """Those whose concession is for shared costs too."""
    return [
        (licence, stretch, stretch.concession)
        for licence, stretch in today
        if stretch.concession and covers_shared(stretch.concession)
    ]


def _sectors_rate(agency: RecordId, day: date, subject: Subject) -> Concession | None:
    """What counts on a day without licensed desks."""
    hub = subject.hub
    rate = concession_on(hub.standing_rates.get(hub.agencies[agency].sector, ()), day)
    return rate if rate and covers_shared(rate) else None


def _mean(
    day: date,
    covering: Sequence[tuple[RecordId, Stretch, Concession]],
    covered: Expression,
    funder: str,
    inputs: Inputs,
) -> Expression:
    """The mean over the desks `covered`, as far as `funder` pays."""
    conceded = [
        conceded_desks(inputs.desks[licence].at(day), cells.cap) * _percent_by(cells, funder)
        for licence, _, concession in covering
        for cells in [inputs.concessions[concession.id]]
    ]
    return added(conceded) / (covered * 100)


def _percent_by(cells: ConcessionCells, funder: str) -> Expression:
    return if_(equals(cells.funder, funder), cells.percent, 0)
