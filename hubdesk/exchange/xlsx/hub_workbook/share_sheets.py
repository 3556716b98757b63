"""Participants, fixed shares and caps: rows for one year of a cost line, or for every year of it."""

from dataclasses import replace
from typing import Any

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.period import year_name
from hubdesk.exchange.xlsx.hub_workbook.catalogue import CAPS, FIXED_SHARES, PARTICIPANTS
from hubdesk.exchange.xlsx.hub_workbook.draft import Draft, Line
from hubdesk.exchange.xlsx.hub_workbook.plain_sheets import record_of
from hubdesk.exchange.xlsx.hub_workbook.sheet import Sheet


def read_shares(draft: Draft) -> None:
    """Reads the three sheets. A row for a year wins over one for every year of the same line and agency."""
    for sheet in (PARTICIPANTS, FIXED_SHARES, CAPS):
        if sheet in draft.book.tables:
            _read(draft, sheet)
        else:
            draft.keep(sheet.record)


def _read(draft: Draft, sheet: Sheet) -> None:
    years = _years(draft)
    taken: dict[tuple[str, RecordId, int | None], Line] = {}
    for line in draft.lines(sheet):
        draft.resolve(line)
        code, agency, year = line.named("cost line"), line.named("agency"), line.named("year")
        _check_line(draft, line, years)
        if line.bad:
            draft.doubts.touch(*(id_ for id_ in years.get(code, {}).values() if id_ is not None))
            continue
        if (code, agency, year) in taken:
            draft.fault(
                line,
                sheet.by_key["agency"],
                "duplicate-row",
                f"There are two rows for this agency and the cost line {code}",
                "Keep the one that holds, and delete the other.",
            )
            continue
        taken[code, agency, year] = line
    for (code, agency, year), line in taken.items():
        for each, id_ in years[code].items():
            wins = year == each or (year is None and (code, agency, each) not in taken)
            if wins and id_ is not None:
                _add(draft, line, id_)


def _add(draft: Draft, line: Line, cost_line: RecordId) -> None:
    column = line.table.sheet.by_key["cost line"]
    filled: dict[Any, Any] = {**line.values, column: cost_line}
    draft.add(record_of(replace(line, values=filled), new_id()), line)


def _years(draft: Draft) -> dict[str, dict[int, RecordId | None]]:
    """The years of every cost line by its code, with the record, or None if it was left out."""
    years: dict[str, dict[int, RecordId | None]] = {}
    for (code, year), id_ in draft.coded(CostLine):
        years.setdefault(code, {})[year] = id_
    return years


def _check_line(draft: Draft, line: Line, years: dict[str, dict[int, RecordId | None]]) -> None:
    code, year = line.named("cost line"), line.named("year")
    known = code in years and (year is None or year in years[code])
    if not known and (code in draft.yearless or not draft.has_codes(CostLine)):
        line.bad.add(line.table.sheet.by_key["cost line"])
    elif code is not None and code not in years:
        draft.fault(
            line,
            line.table.sheet.by_key["cost line"],
            "unknown-code",
            f"There is no cost line “{code}”",
            "Type a code from the sheet Cost lines, or add a row with this code there.",
        )
    elif code is not None and year is not None and year not in years[code]:
        draft.fault(
            line,
            line.table.sheet.by_key["year"],
            "unknown-code",
            f"The cost line “{code}” is not there for {year_name(year)}",
            "Type a year for which the sheet Cost lines has it, or leave the year blank for all of them.",
        )
