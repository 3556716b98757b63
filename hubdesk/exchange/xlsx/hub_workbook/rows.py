"""A hub as the rows of its workbook: what the writer writes, and what differences are told in."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record
from hubdesk.domain.vat import VatCode
from hubdesk.exchange.xlsx.hub_workbook.catalogue import (
    DRIVERS,
    HUB,
    LICENCE_DESKS,
    RATES,
    VAT_CODES,
)
from hubdesk.exchange.xlsx.hub_workbook.dates import Year
from hubdesk.exchange.xlsx.hub_workbook.draft import REFERRED
from hubdesk.exchange.xlsx.hub_workbook.settings_sheet import SETTINGS
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.incoming.cell import Value

Cells = Mapping[str, Value]
"""The cells of one row by column name; blanks may be left out."""


def rows_of(hub: Hub, sheet: Sheet) -> Iterator[Cells]:
    """The rows of `sheet` for `hub`, in order of what stands in them."""
    if sheet in (RATES, VAT_CODES, DRIVERS, LICENCE_DESKS):
        yield from _stepped(hub, sheet)
    elif sheet is HUB:
        for record in hub.all(sheet.record):
            yield from settings_rows(hub, record)
    else:
        rows = (record_row(hub, sheet, record) for record in hub.all(sheet.record))
        yield from sorted(rows, key=lambda row: [str(row.get(column.name, "")) for column in sheet.columns])


GONE = "?"
"""For a record that is there no longer. No hub has such a reference; a change that came too late may."""


def record_row(hub: Hub, sheet: Sheet, record: Record) -> Cells:
    """The row of a record that is one row."""
    cells: dict[str, Value] = {}
    for column in sheet.columns:
        values = [getattr(record, name) for name in column.fields]
        if not values or all(value in (None, "", ()) for value in values):
            continue
        if column.refers is CostLine:
            line = hub.cost_lines.get(values[0])
            cells["cost line"] = line.code if line else GONE
            cells["year"] = Year().show(line.year) if line else GONE
        elif column.refers in REFERRED:
            cells[column.name] = code_in(hub, column, values[0])
        else:
            cells[column.name] = column.kind.show(values[0] if len(values) == 1 else tuple(values))
    return cells


def settings_rows(hub: Hub, record: Any) -> Iterator[Cells]:
    """One row to a setting."""
    for setting in SETTINGS:
        value = getattr(record, setting.field)
        shown = hub.agencies[value].code if setting.field == "host" else setting.kind.show(value)
        yield {"setting": setting.name, "value": shown}


def code_in(hub: Hub, column: Column, id_: RecordId) -> str:
    """The code of the record that a cell of `column` refers to."""
    assert column.refers is not None
    record: Any = hub.table(column.refers).get(id_)
    return str(record.code) if record is not None else GONE


def _stepped(hub: Hub, sheet: Sheet) -> Iterator[Cells]:
    """A row to a step; a record without any has one row with no step in it, but for rates and licences."""
    name, steps_of = STEPS[sheet]
    for record in sorted(hub.all(sheet.record), key=lambda one: list(step_head(hub, one).values())):
        head = step_head(hub, record)
        kind = sheet.by_key[name].kind
        for step in steps_of(record).steps:
            yield {**head, "from": step.first, name: kind.show(step.value)}
        if not steps_of(record).steps and sheet in (VAT_CODES, DRIVERS):
            yield head


def step_head(hub: Hub, record: Any) -> dict[str, str]:
    """The cells that say whose step it is."""
    if isinstance(record, VatCode):
        return {"code": record.code}
    if isinstance(record, Licence):
        return {"licence": record.code}
    if isinstance(record, DriverFigure):
        agency = hub.agencies.get(record.agency)
        return {"driver": record.driver, "agency": agency.code if agency else GONE}
    return {}


STEPS: Mapping[Sheet, tuple[str, Callable[[Any], Any]]] = {
    RATES: ("rate", lambda record: record.pence),
    VAT_CODES: ("percent", lambda record: record.percent),
    DRIVERS: ("value", lambda record: record.figures),
    LICENCE_DESKS: ("desks", lambda record: record.desks),
}
"""The column of each sheet of steps, and the timeline that fills it."""
