"""What a change does, told in the words of the workbook: one line to a record."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import pounds
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.record import Record
from hubdesk.domain.settings import HubSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.xlsx.hub_workbook.catalogue import SHEETS
from hubdesk.exchange.xlsx.hub_workbook.numbers import Pounds
from hubdesk.exchange.xlsx.hub_workbook.rows import STEPS, Cells, record_row, settings_rows, step_head
from hubdesk.exchange.xlsx.hub_workbook.sheet import Sheet
from hubdesk.exchange.xlsx.incoming.cell import Value

_KNOWN_BY = 4
"""The filled cells, from the left, that say which record is meant where it has no code."""


def differences(change: Change, before: Hub, after: Hub) -> tuple[str, ...]:
    """Each record that `change` adds, removes or alters, in the order of the sheets."""
    told: list[str] = []
    for sheet in SHEETS:
        told += (
            line
            for edit in change.edits
            if edit.kind is sheet.record
            for line in _told(sheet, edit, before, after)
        )
    # No workbook has a sheet of underlays: they only ever go, with their floors.
    gone = sorted(one.name for one in change.removed if isinstance(one, Underlay))
    return (*told, *(f"Floors: the underlay “{name}” goes with its floor" for name in gone))


def _told(sheet: Sheet, edit: Edit, before: Hub, after: Hub) -> Iterator[str]:
    old = _cells(sheet, edit.before, before)
    new = _cells(sheet, edit.after, after)
    if sheet.name == "Licence desks" and old == new:
        return
    name = _name(sheet, old or new)
    if edit.before is None:
        yield f"{sheet.name}: {name} is added"
    elif edit.after is None:
        yield f"{sheet.name}: {name} is removed"
    else:
        changed = [
            f"{field}: {_shown(sheet, field, old.get(field))} → {_shown(sheet, field, new.get(field))}"
            for field in {**old, **new}
            if old.get(field) != new.get(field)
        ]
        if changed:
            yield f"{sheet.name}: {name}: {'; '.join(changed)}"


def _cells(sheet: Sheet, record: Record | None, hub: Hub) -> dict[str, Any]:
    """What stands on `sheet` for `record`; each step of a timeline is a cell of its own."""
    if record is None:
        return {}
    if isinstance(record, HubSettings):
        return {str(row["setting"]): row["value"] for row in settings_rows(hub, record)}
    if sheet not in STEPS:
        return dict(record_row(hub, sheet, record))
    column, steps_of = STEPS[sheet]
    steps: Timeline[Any] = steps_of(record)
    kind = sheet.by_key[column].kind
    dated = {f"{column} from {in_words(step.first)}": kind.show(step.value) for step in steps.steps}
    return {**step_head(hub, record), **dated}


def _name(sheet: Sheet, cells: Cells) -> str:
    """How people know the record: by its code (and year), else by its first cells."""
    if sheet in STEPS:
        heads = [str(cells[column.name]) for column in sheet.columns if column.name in cells]
        return ", ".join(heads) or "the desk rate"
    if "code" in cells:
        parts = [cells["code"], *([cells["year"]] if "year" in cells else [])]
        return " ".join(str(part) for part in parts)
    if "setting" in sheet.by_key:
        return "the hub"
    shown = [
        _shown(sheet, column.name, cells[column.name]) for column in sheet.columns if column.name in cells
    ]
    return ", ".join(shown[:_KNOWN_BY])


def _shown(sheet: Sheet, field: str, value: Value) -> str:
    if value is None:
        return "blank"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, Decimal):
        column = sheet.by_key.get(field.split(" from ", maxsplit=1)[0].lower())
        return pounds(int(value * 100)) if column and isinstance(column.kind, Pounds) else decimal_text(value)
    return str(value)
