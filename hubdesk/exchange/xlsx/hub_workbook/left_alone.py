"""What a workbook leaves alone in a hub that it updates, since it has no sheet or column for it."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.record import Record
from hubdesk.exchange.xlsx.hub_workbook.catalogue import SHEETS
from hubdesk.exchange.xlsx.hub_workbook.reading import Reading
from hubdesk.exchange.xlsx.hub_workbook.rows import rows_of
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet


def left_alone(reading: Reading, before: Hub, after: Hub) -> tuple[Problem, ...]:
    """A warning for each sheet and column that `reading` lacks and `after` has something for.

    `after` is what the workbook makes of `before`. People who delete a sheet to delete what is on it
    learn here that it is still there.
    """
    return tuple(_warnings(reading, before, after))


def _warnings(reading: Reading, before: Hub, after: Hub) -> Iterator[Problem]:
    for sheet in SHEETS:
        if sheet not in reading.sheets:
            if any(rows_of(after, sheet)):
                yield _left(sheet, "sheet", sheet.name)
            continue
        absent = reading.absent.get(sheet.record, frozenset())
        for column in sheet.columns:
            if not absent.isdisjoint(column.fields) and _fills(sheet, column, before, after):
                yield _left(sheet, "column", column.name)


def _fills(sheet: Sheet, column: Column, before: Hub, after: Hub) -> bool:
    """Whether some record that was there before has more in `column` than a blank cell stands for."""
    kept = [record for record in after.all(sheet.record) if record.id in before.table(sheet.record)]
    blanks = {name: _blank(sheet, name) for name in column.fields}
    return any(getattr(record, name) != blank for record in kept for name, blank in blanks.items())


def _blank(sheet: Sheet, name: str) -> object:
    """What the field `name` is where its cell is blank."""
    if name in sheet.blanks:
        return sheet.blanks[name]
    kind: type[Record] = sheet.record
    own: Any = next(one for one in fields(kind) if one.name == name)
    return own.default if own.default is not MISSING else own.default_factory()


def _left(sheet: Sheet, what: str, name: str) -> Problem:
    return Problem(
        Severity.WARNING,
        f"{what}-left-alone",
        f"The {what} “{name}” is not in the workbook, so what the hub has there is left as it is",
        f"sheet {sheet.name}",
        f"Nothing to do, unless that is to change or go: then add the {what}, and all that holds.",
    )
