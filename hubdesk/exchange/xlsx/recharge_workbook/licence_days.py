"""The sheet of the days of equal desks, rate and concession behind each licence's charge."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.stretches import Stretch
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, Number, equals, if_, rounded, smallest
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs, scope_of
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

_TOP = 4
_HEADS = (
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
class LicenceRows:
    """The rows of one licence's stretches."""

    desk_days: Range
    gross: Range
    award: Range
    by_host: Range
    by_partners: Range


@dataclass(frozen=True)
class LicenceDays:
    """The sheet, and each licence's rows on it."""

    sheet: Sheet
    of: dict[RecordId, LicenceRows]


def licence_days(
    charges: Sequence[LicenceCharge], subject: Subject, recharge: Recharge, inputs: Inputs
) -> LicenceDays:
    """The days of `charges` in the period of `recharge`."""
    sheet = Sheet(
        "Licences by day",
        widths=(10, 38, 13, 13, 8, 8, 11, 11, 18, 28, 10, 11, 15),
        other_width=15,
        frozen=(_TOP + 1, 2),
        repeated=(_TOP, _TOP),
        printed_columns=12,
    )
    sheet.put(0, 0, "Licences by day", "Title")
    sheet.put(1, 0, f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}", "Subtitle")
    sheet.put(2, 0, "Days of equal desks, rate and concession, behind the charges on Licences", "Note")
    put_heads(sheet, _TOP, _HEADS)
    row = _TOP + 1
    found: dict[RecordId, LicenceRows] = {}
    for charge in charges:
        first_row = row
        for one in charge.stretches:
            part = one.within(recharge.period.first, recharge.period.last)
            if part:
                _stretch(sheet, row, charge, part, subject, inputs)
                row += 1
        ranges = [sheet.rows[first_row][at].to(sheet.rows[row - 1][at]) for at in (7, 8, 12, 13, 14)]
        found[charge.licence.id] = LicenceRows(*ranges)
    return LicenceDays(sheet, found)


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


def put_heads(sheet: Sheet, row: int, heads: tuple[str, ...]) -> None:
    """The heads of a table whose first four columns are words and days."""
    for column, head in enumerate(heads):
        sheet.put(row, column, head, "Head" if column < 4 else "Head figure")
    sheet.heights[row] = 42


def conceded_desks(desks: Expression, cap: Cell) -> Expression:
    """The desks that a concession applies to; an empty cap is none."""
    return if_(equals(cap, ""), desks, smallest(desks, cap))
