"""The tables of a document: one to each kind of record, and those that only grow.

One schema for SQLite and PostgreSQL. It is written to be read by a person with a database browser:
a table is called as its kind of record, a column as its field; days and decimal numbers are text.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import get_type_hints

from sqlalchemy import Column, ForeignKey, LargeBinary, MetaData, Table, Text

from hubdesk.domain.record import KIND_NAMES, KINDS, REFERENCES, Record
from hubdesk.store.columns import WHOLE_NUMBER, FieldColumn

METADATA = MetaData()

PERSON = Table(
    "person",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    sqlite_strict=True,
)
"""Who the ids in the log and in issued runs stand for: the only place with names. A row can be erased."""

LOG = Table(
    "log",
    METADATA,
    Column("sequence", WHOLE_NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("edits", Text, nullable=False),
    Column("run_sha256", Text, nullable=True),
    Column("sha256", Text, nullable=False),
    sqlite_strict=True,
)
"""Every change: when (UTC), by whom, its title, and each record before and after in plain form.

Issuing a run is an entry too, without edits and with the run's hash. No foreign key to `person`: an
erased name must leave the log as it was. `sha256` covers the row and the `sha256` of the row before it.
"""

ISSUED_RUN = Table(
    "issued_run",
    METADATA,
    Column("sequence", WHOLE_NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    sqlite_strict=True,
)

KEPT_FILE = Table(
    "kept_file",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The files that records name, each once, outside the log, which holds their hashes alone.

No foreign key leads here: an entry of the log can be undone whatever became of a file.
"""

SCENARIO = Table(
    "scenario",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("note", Text, nullable=False),
    Column("edits", Text, nullable=False),
    sqlite_strict=True,
)
"""What was tried out and not done: changes by name, each record before and after in plain form."""

APPEND_ONLY: Mapping[str, str] = {LOG.name: "the log", ISSUED_RUN.name: "issued runs"}
"""Tables whose rows are never changed or deleted, and what they hold."""


def table_name(kind: type[Record]) -> str:
    """The name of the table of a kind of record: `drop_in`, `cost_line`."""
    return KIND_NAMES[kind].replace(" ", "_").replace("-", "_")


def field_columns(kind: type[Record]) -> tuple[FieldColumn, ...]:
    """The columns of a kind of record, in the order of its fields."""
    hints = get_type_hints(kind)
    return tuple(FieldColumn.of(field, hints[field.name]) for field in fields(kind))


def _record_table(kind: type[Record]) -> Table:
    targets = {reference.field: reference.to for reference in REFERENCES.get(kind, ())}
    columns = []
    for one in field_columns(kind):
        if one.name == "id":
            columns.append(one.column(primary_key=True))
        elif one.name in targets:
            # Deferred, so that a change may add and remove in any order. Indexed, so that removing
            # a record does not read every table that might refer to it.
            key = ForeignKey(f"{table_name(targets[one.name])}.id", deferrable=True, initially="DEFERRED")
            columns.append(one.column(key, index=True))
        else:
            columns.append(one.column())
    return Table(table_name(kind), METADATA, *columns, sqlite_strict=True)


RECORD_TABLES: Mapping[type[Record], Table] = {kind: _record_table(kind) for kind in KINDS.values()}
