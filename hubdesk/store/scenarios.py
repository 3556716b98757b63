"""Scenarios: kept beside the hub and outside the log, since nothing in them has happened."""

import json

from sqlalchemy import Connection, delete, insert, select, update

from hubdesk.domain.change import Change
from hubdesk.domain.ids import RecordId
from hubdesk.domain.plain import canonical
from hubdesk.domain.scenario import Scenario
from hubdesk.store.plain_edits import edits_of, plain_edit
from hubdesk.store.tables import SCENARIO
from hubdesk.store.writable import writable


def kept(connection: Connection) -> tuple[Scenario, ...]:
    """Every scenario, by name. Raises one of `columns.UNREADABLE` where one is damaged."""
    rows = connection.execute(select(SCENARIO).order_by(SCENARIO.c.name))
    return tuple(
        Scenario(
            RecordId(row.id), row.name, Change(row.name, tuple(edits_of(json.loads(row.edits)))), row.note
        )
        for row in rows
    )


def is_as(connection: Connection, scenario: Scenario) -> bool:
    """Whether `scenario` is kept, and as it is here."""
    row = connection.execute(select(SCENARIO).where(SCENARIO.c.id == scenario.id)).one_or_none()
    return row is not None and {"id": row.id} | _row(scenario) == dict(row._mapping)


def keep(connection: Connection, scenario: Scenario) -> bool:
    """Keep `scenario`, in place of the one with its id. False if another has its name."""
    called = connection.execute(select(SCENARIO.c.id).where(SCENARIO.c.name == writable(scenario.name)))
    if any(id_ != scenario.id for id_ in called.scalars()):
        return False
    row = _row(scenario)
    there = update(SCENARIO).where(SCENARIO.c.id == scenario.id).values(row)
    if not connection.execute(there).rowcount:
        connection.execute(insert(SCENARIO), row | {"id": scenario.id})
    return True


def drop(connection: Connection, scenario: RecordId) -> None:
    """Throw a scenario away; nothing happens if it is gone."""
    connection.execute(delete(SCENARIO).where(SCENARIO.c.id == scenario))


def _row(scenario: Scenario) -> dict[str, str]:
    return {
        "name": writable(scenario.name),
        "note": writable(scenario.note),
        "edits": canonical([plain_edit(edit) for edit in scenario.change.edits]),
    }
