"""The sheets where a row is a record: cells fill the fields that their columns name."""

from typing import Any

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.record import Record
from hubdesk.exchange.xlsx.hub_workbook.catalogue import COST_LINES
from hubdesk.exchange.xlsx.hub_workbook.draft import Draft, Line
from hubdesk.exchange.xlsx.hub_workbook.sheet import Sheet


def read_coded(draft: Draft, sheet: Sheet) -> None:
    """Reads a sheet of records with codes, each used once."""
    if sheet not in draft.book.tables:
        draft.keep(sheet.record)
    code = sheet.by_key["code"]
    for line in draft.lines(sheet):
        draft.resolve(line)
        given = line.values.get(code)
        if given is None:
            continue
        if draft.is_taken(sheet.record, given):
            _twice(draft, line, f"The code “{given}” is there twice")
            continue
        id_ = draft.id_for(sheet.record, given)
        draft.register(sheet.record, given, id_ if line.is_whole else None)
        if line.is_whole:
            draft.add(record_of(line, id_), line)


def read_cost_lines(draft: Draft) -> None:
    """Reads the cost lines, each code used once a year, and by no licence."""
    if COST_LINES not in draft.book.tables:
        draft.keep(CostLine)
    for line in draft.lines(COST_LINES):
        code, year = line.named("code"), line.named("year")
        if code is None or year is None:
            continue
        if draft.is_taken(CostLine, (code, year)):
            _twice(draft, line, f"The code “{code}” is there twice for that year")
            continue
        id_ = draft.id_for(CostLine, (code, year))
        draft.register(CostLine, (code, year), id_ if line.is_whole else None)
        if line.is_whole:
            draft.add(record_of(line, id_), line)


def read_plain(draft: Draft, sheet: Sheet) -> None:
    """Reads a sheet of records without codes."""
    if sheet not in draft.book.tables:
        draft.keep(sheet.record)
    for line in draft.lines(sheet):
        draft.resolve(line)
        if line.is_whole:
            draft.add(record_of(line, new_id()), line)


def record_of(line: Line, id_: RecordId) -> Record:
    """The record that `line` stands for; blank cells have their defaults."""
    filled: dict[str, Any] = dict(line.table.sheet.blanks)
    for column, value in line.values.items():
        if len(column.fields) == 1:
            filled[column.fields[0]] = value
        elif column.fields:
            filled.update(zip(column.fields, value, strict=False))
    return line.table.sheet.record(id=id_, **filled)


def _twice(draft: Draft, line: Line, what: str) -> None:
    draft.fault(
        line,
        line.table.sheet.by_key["code"],
        "duplicate-code",
        what,
        "Give each row a code of its own, or delete one of them.",
    )
