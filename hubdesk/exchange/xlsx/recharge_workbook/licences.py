"""The Licences sheet: each licence's charge."""

from dataclasses import dataclass

from hubdesk.charging.licences import LicenceCharge, upto
from hubdesk.charging.recharge import Recharge
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import (
    Expression,
    equals,
    if_,
    largest,
    rounded,
    smallest,
    sum_of,
)
from hubdesk.exchange.xlsx.recharge_workbook.expectations import Expectations
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.licence_days import LicenceRows, licence_days, put_heads
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
    """The sheets, each licence's cells, and what they come to; no totals where there are none."""

    sheets: list[Sheet]
    of: dict[RecordId, LicenceCells]
    totals: "LicenceTotals | None"


@dataclass(frozen=True)
class LicenceTotals:
    """All licences together, in pence."""

    gross: Expression
    awards: Expression
    by_host: Expression
    by_partners: Expression


def licences_sheet(
    subject: Subject, recharge: Recharge, inputs: Inputs, expectations: Expectations
) -> LicencesSheet:
    """The Licences sheet of `recharge`, with that of the days behind it."""
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
    put_heads(sheet, _TOP, _CHARGE_HEADS)
    charges = [one for one in recharge.licences if one.licence.id in inputs.desks]
    days = licence_days(charges, subject, recharge, inputs)
    of: dict[RecordId, LicenceCells] = {}
    for place, charge in enumerate(charges, _TOP + 1):
        of[charge.licence.id] = _charge(
            sheet, place, charge, days.of[charge.licence.id], subject, recharge, inputs
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
    return LicencesSheet([sheet, days.sheet], of, totals)


def _column(sheet: Sheet, column: int, last: int) -> Range:
    return sheet.rows[_TOP + 1][column].to(sheet.rows[last][column])


def _charge(
    sheet: Sheet,
    row: int,
    charge: LicenceCharge,
    rows: LicenceRows,
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
