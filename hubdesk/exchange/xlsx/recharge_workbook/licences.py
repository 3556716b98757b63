"""The Licences sheet: each licence's charge, and the days of equal desks, rate and concession behind it."""

from dataclasses import dataclass

from hubdesk.charging.licences import LicenceCharge, upto
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.stretches import Stretch
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import (
    Expression,
    Number,
    equals,
    if_,
    largest,
    rounded,
    smallest,
    sum_of,
)
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs, scope_of
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

_TOP = 4
_CHARGE_HEADS = (
    "Licence",
    "Agency",
    "From",
    "To",
    "Gross £",
    "Concession £",
    "Net £",
    "Paid by host £",
    "Paid by partners £",
    "Desk-days",
    "Desks × pence × days before (fixed)",
    "Desks × pence × days now",
    "Gross, pence",
    "Award before (fixed)",
    "Award now",
    "Award, pence",
    "Host's days",
    "Partners' days",
    "By host, pence",
    "By partners, pence",
)
_STRETCH_HEADS = (
    "Licence",
    "Agency",
    "From",
    "To",
    "Days",
    "Desks",
    "Rate £",
    "Desk-days",
    "Desks × pence × days",
    "Concession",
    "Per cent",
    "Desks conceded",
    "Award",
    "By host",
    "By partners",
)


@dataclass(frozen=True)
class LicenceCells:
    """A licence's figures in pence, and its desk-days."""

    gross: Cell
    award: Cell
    by_host: Cell
    by_partners: Cell
    desk_days: Cell


@dataclass(frozen=True)
class LicencesSheet:
    """The sheet, each licence's cells, and what they come to; no totals where there are none."""

    sheet: Sheet
    of: dict[RecordId, LicenceCells]
    totals: "LicenceTotals | None"


@dataclass(frozen=True)
class LicenceTotals:
    """All licences together, in pence."""

    gross: Expression
    awards: Expression
    by_host: Expression
    by_partners: Expression


@dataclass(frozen=True)
class _Rows:
    """The rows of one licence's stretches."""

    desk_days: Range
    gross: Range
    award: Range
    by_host: Range
    by_partners: Range


def licences_sheet(
    subject: Subject, recharge: Recharge, inputs: Inputs, expectations: Expectations
) -> LicencesSheet:
    """The Licences sheet of `recharge`."""
    sheet = Sheet(
        "Licences",
        widths=(10, 38, 13, 13, 13, 13, 13, 13, 13, 11, 22, 15, 13, 15, 15),
        other_width=15,
        frozen=(_TOP + 1, 2),
        repeated=(_TOP, _TOP),
        printed_columns=9,
    )
    sheet.put(0, 0, "Licences", "Title")
    sheet.put(1, 0, f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}", "Subtitle")
    sheet.put(
        2,
        0,
        "Gross: to the period's end less to its start, each to the penny, so that the periods are the year",
        "Note",
    )
    _heads(sheet, _TOP, _CHARGE_HEADS, 4)
    charges = [one for one in recharge.licences if one.licence.id in inputs.desks]
    rows = _stretches(sheet, _TOP + len(charges) + 6, charges, subject, recharge, inputs)
    of: dict[RecordId, LicenceCells] = {}
    for place, charge in enumerate(charges, _TOP + 1):
        of[charge.licence.id] = _charge(
            sheet, place, charge, rows[charge.licence.id], subject, recharge, inputs
        )
        _expect(expectations, charge, of[charge.licence.id])
    totals = None
    if charges:
        last = _TOP + len(charges)
        sheet.put(last + 1, 0, "All licences", "Text total")
        sheet.put_row(last + 1, 1, [None] * 3, "Text total")
        for column in range(4, 9):
            cells = _column(sheet, column, last)
            sheet.put(last + 1, column, rounded(sum_of(cells), 2), "Money total")
        totals = LicenceTotals(*(sum_of(_column(sheet, column, last)) for column in (12, 15, 18, 19)))
    return LicencesSheet(sheet, of, totals)


def _column(sheet: Sheet, column: int, last: int) -> Range:
    return sheet.rows[_TOP + 1][column].to(sheet.rows[last][column])


def _heads(sheet: Sheet, row: int, heads: tuple[str, ...], words: int) -> None:
    for column, head in enumerate(heads):
        sheet.put(row, column, head, "Head" if column < words else "Head figure")
    sheet.heights[row] = 42


def _charge(
    sheet: Sheet,
    row: int,
    charge: LicenceCharge,
    rows: _Rows,
    subject: Subject,
    recharge: Recharge,
    inputs: Inputs,
) -> LicenceCells:
    licence, year = charge.licence, recharge.facts.year.days
    before = upto(charge.stretches, recharge.period.first - ONE_DAY)
    sheet.put(row, 0, licence.code)
    sheet.put(row, 1, agency_name(subject.hub.agencies[licence.agency]))
    sheet.put(row, 2, licence.first, "Day")
    if licence.last:
        sheet.put(row, 3, licence.last, "Day")
    desk_days = sheet.put(row, 9, sum_of(rows.desk_days), "Count")
    gross_before = sheet.put(row, 10, sum(one.gross for one in before), "Pence issued")
    gross_now = sheet.put(row, 11, sum_of(rows.gross), "Working")
    gross = sheet.put(row, 12, _to_date(gross_before, gross_now, year), "Pence")
    scaled = sum(one.award * inputs.hundred for one in before)
    award_before = sheet.put(row, 13, int(scaled), "Pence issued")
    award_now = sheet.put(row, 14, sum_of(rows.award), "Working")
    award = sheet.put(row, 15, _to_date(award_before, award_now, year * inputs.hundred), "Pence")
    host_days = sheet.put(row, 16, sum_of(rows.by_host), "Working")
    partner_days = sheet.put(row, 17, sum_of(rows.by_partners), "Working")
    nearest = rounded(host_days / (year * inputs.hundred))
    by_host = sheet.put(row, 18, paid_by_host(award, nearest, host_days, partner_days), "Pence")
    by_partners = sheet.put(row, 19, award - by_host, "Pence")
    for column, pounds in enumerate((gross, award, gross - award, by_host, by_partners), 4):
        shown = (pounds if column != 6 else gross - award) / 100
        sheet.put(row, column, shown, "Money")
    return LicenceCells(gross, award, by_host, by_partners, desk_days)


def _to_date(before: Cell, now: Cell, over: int) -> Expression:
    """To the period's end less to its start, each to the penny."""
    return rounded((before + now) / over) - rounded(before / over)


def paid_by_host(
    award: Expression, nearest: Expression, host_days: Expression, partner_days: Expression
) -> Expression:
    """The host's part of an award: all without partners' days, nothing without its own, else the nearest."""
    at_most = if_(award >= 0, smallest(nearest, award), largest(nearest, award))
    return if_(equals(partner_days, 0), award, if_(equals(host_days, 0), 0, at_most))


def _expect(expectations: Expectations, charge: LicenceCharge, cells: LicenceCells) -> None:
    code = charge.licence.code
    expectations.expect(cells.gross, charge.gross, f"licence {code}, gross")
    expectations.expect(cells.award, charge.award.pence, f"licence {code}, concession")
    expectations.expect(cells.by_host, charge.award.by_host, f"licence {code}, concession paid by the host")


def _stretches(
    sheet: Sheet,
    top: int,
    charges: list[LicenceCharge],
    subject: Subject,
    recharge: Recharge,
    inputs: Inputs,
) -> dict[RecordId, _Rows]:
    sheet.put_row(top - 1, 0, ["Days of equal desks, rate and concession", *[None] * 8], "Section")
    _heads(sheet, top, _STRETCH_HEADS, 4)
    row = top + 1
    found = {}
    for charge in charges:
        first_row = row
        for one in charge.stretches:
            part = one.within(recharge.period.first, recharge.period.last)
            if part:
                _stretch(sheet, row, charge, part, subject, inputs)
                row += 1
        ranges = [sheet.rows[first_row][at].to(sheet.rows[row - 1][at]) for at in (7, 8, 12, 13, 14)]
        found[charge.licence.id] = _Rows(*ranges)
    return found


def _stretch(
    sheet: Sheet, row: int, charge: LicenceCharge, part: Stretch, subject: Subject, inputs: Inputs
) -> None:
    licence = charge.licence
    sheet.put(row, 0, licence.code)
    sheet.put(row, 1, agency_name(subject.hub.agencies[licence.agency]))
    first = sheet.put(row, 2, part.first, "Day")
    last = sheet.put(row, 3, part.last, "Day")
    days = sheet.put(row, 4, last - first + 1, "Count")
    desks = sheet.put(row, 5, inputs.desks[licence.id].at(part.first), "Count")
    rate = sheet.put(row, 6, inputs.rate.at(part.first), "Money")
    desk_days = sheet.put(row, 7, desks * days, "Count")
    sheet.put(row, 8, desk_days * rounded(rate * 100), "Working")
    found = part.concession
    if found is None:
        sheet.put_row(row, 12, [0, 0, 0], "Working")
        return
    cells = inputs.concessions[found.id]
    sheet.put(row, 9, scope_of(found, subject))
    percent = sheet.put(row, 10, cells.percent, "Percent")
    conceded = sheet.put(row, 11, conceded_desks(desks, cells.cap), "Count")
    award = sheet.put(row, 12, conceded * days * rounded(rate * 100) * inputs.percent_of(percent), "Working")
    for column, funder in ((13, "host"), (14, "partners")):
        sheet.put(row, column, if_(equals(cells.funder, funder), award, Number(0)), "Working")


def conceded_desks(desks: Expression, cap: Cell) -> Expression:
    """The desks that a concession applies to; an empty cap is none."""
    return if_(equals(cap, ""), desks, smallest(desks, cap))
