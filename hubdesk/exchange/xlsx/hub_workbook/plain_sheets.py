"""The sheets where a row is a record: cells fill the fields that their columns name."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.record import Record
from hubdesk.exchange.xlsx.hub_workbook.catalogue import COST_LINES
from hubdesk.exchange.xlsx.hub_workbook.draft import Draft, Line
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.incoming.cell import Cell


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
            _twice(draft, line, given, f"The code “{given}” is there twice")
            continue
        _take(draft, line, given)


def read_cost_lines(draft: Draft) -> None:
    """Reads the cost lines, each code used once a year, and by no licence."""
    if COST_LINES not in draft.book.tables:
        draft.keep(CostLine)
    for line in draft.lines(COST_LINES):
        code, year = line.named("code"), line.named("year")
        if code is None or year is None:
            draft.yearless |= {code} - {None}
            continue
        if draft.is_taken(CostLine, (code, year)):
            _twice(draft, line, (code, year), f"The code “{code}” is there twice for that year")
            continue
        _take(draft, line, (code, year))


def read_plain(draft: Draft, sheet: Sheet) -> None:
    """Reads a sheet of records without codes."""
    if sheet not in draft.book.tables:
        draft.keep(sheet.record)
    for line in draft.lines(sheet):
        draft.resolve(line)
        if line.is_whole:
            draft.add(record_of(line, new_id()), line)


def _take(draft: Draft, line: Line, code: Hashable) -> None:
    """Adds the record of that code, or a stand-in for it if a cell that it needs could not be read."""
    kind = line.table.sheet.record
    id_ = draft.id_for(kind, code)
    filled = line.values if line.is_whole else _stood_in(draft, line)
    if filled is None:
        draft.register(kind, code, None)
        return
    record = record_of(replace(line, values=filled), id_)
    draft.register(kind, code, id_)
    draft.add(record, line)
    if not line.is_whole:
        draft.doubts.half_read(record)


def _stood_in(draft: Draft, line: Line) -> dict[Column, Any] | None:
    """The values of `line`, with the columns' examples where one is needed and was not read.

    Where that is a reference, any record of the kind will do; None if there is not one.
    """
    filled = dict(line.values)
    for column in line.table.sheet.columns:
        if not column.needed or column in filled:
            continue
        if column.refers is None:
            filled[column] = column.kind.read(Cell(column.example))
        else:
            filled[column] = next(iter(draft.records[column.refers]), None)
            if filled[column] is None:
                return None
    return filled


def record_of(line: Line, id_: RecordId) -> Record:
    """The record that `line` stands for; blank cells have their defaults."""
    filled: dict[str, Any] = dict(line.table.sheet.blanks)
    for column, value in line.values.items():
        if len(column.fields) == 1:
            filled[column.fields[0]] = value
        elif column.fields:
            filled.update(zip(column.fields, value, strict=False))
    return line.table.sheet.record(id=id_, **filled)


def _twice(draft: Draft, line: Line, code: Hashable, what: str) -> None:
    sheet = line.table.sheet
    other = draft.found(sheet.record, code)
    row = draft.provenance.row_of(other) if other else None
    draft.fault(
        line,
        sheet.by_key["code"],
        "duplicate-code",
        f"{what}, first in row {row}" if row else what,
        "Give each row a code of its own, or delete one of them.",
    )
