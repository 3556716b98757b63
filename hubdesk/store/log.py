"""The log: every change and every issue, who made it and when, in a chain of hashes."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from hubdesk.domain.change import Change
from hubdesk.domain.ids import new_id
from hubdesk.domain.plain import canonical
from hubdesk.domain.run import digest
from hubdesk.store.plain_edits import edits_of, plain_edit
from hubdesk.store.tables import LOG, PERSON
from hubdesk.store.writable import writable

ERASED = "somebody whose name was erased"

_COVERED = ("sequence", "at", "person", "title", "edits", "run_sha256")
"""What of a row its hash covers, beside the hash of the row before."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change as it was made. `sequence` counts from 1 without gaps; `when` is in UTC.

    Where a run was issued, `run_sha256` is its hash, and the change is empty.
    """

    sequence: int
    who: str
    when: datetime
    change: Change
    run_sha256: str | None = None

    @property
    def title(self) -> str:
        return self.change.title


@dataclass(frozen=True, slots=True)
class LogHeading:
    """An entry as a list shows it: all but the records themselves, of which it says how many."""

    sequence: int
    who: str
    when: datetime
    title: str
    records: int
    run_sha256: str | None

    @property
    def issues(self) -> bool:
        """Whether a run was issued."""
        return self.run_sha256 is not None


def last_sequence(connection: Connection) -> int:
    """The number of the last change; 0 before the first."""
    return connection.execute(select(func.max(LOG.c.sequence))).scalar_one() or 0


def append(
    connection: Connection, change: Change, who: str, when: datetime, run_sha256: str | None = None
) -> LogEntry:
    """Add `change`, or the issue of the run of that hash, to the log in the transaction that makes it."""
    change = replace(change, title=writable(change.title))
    previous = connection.execute(
        select(LOG.c.sequence, LOG.c.sha256).order_by(LOG.c.sequence.desc()).limit(1)
    ).one_or_none()
    sequence, hash_before = (previous.sequence, previous.sha256) if previous else (0, "")
    row = {
        "sequence": sequence + 1,
        "at": when.astimezone(UTC).isoformat(),
        "person": person(connection, who),
        "title": change.title,
        "edits": canonical([plain_edit(edit) for edit in change.edits]),
        "run_sha256": run_sha256,
    }
    connection.execute(insert(LOG), row | {"sha256": _link(row, hash_before)})
    return LogEntry(sequence + 1, who, when.astimezone(UTC), change, run_sha256)


def entries(connection: Connection, after: int, at_most: int) -> list[LogEntry]:
    """The entries that follow number `after`. Raises one of `columns.UNREADABLE` where one is damaged."""
    rows = connection.execute(
        select(LOG, PERSON.c.name)
        .join_from(LOG, PERSON, LOG.c.person == PERSON.c.id, isouter=True)
        .where(LOG.c.sequence > after)
        .order_by(LOG.c.sequence)
        .limit(at_most)
    )
    return [_entry(row) for row in rows]


def headings(connection: Connection, before: int | None, at_most: int) -> list[LogHeading]:
    """The entries up to number `before`, and without it, the newest first; None begins with the last."""
    rows = connection.execute(
        select(LOG, PERSON.c.name)
        .join_from(LOG, PERSON, LOG.c.person == PERSON.c.id, isouter=True)
        .where(*([] if before is None else [LOG.c.sequence < before]))
        .order_by(LOG.c.sequence.desc())
        .limit(at_most)
    )
    return [
        LogHeading(
            row.sequence,
            row.name or ERASED,
            datetime.fromisoformat(row.at),
            row.title,
            len(json.loads(row.edits)),
            row.run_sha256,
        )
        for row in rows
    ]


def first_broken_link(connection: Connection) -> int | None:
    """The number of the first entry that is not as it was written, if there is one."""
    hash_before, expected = "", 1
    for row in connection.execute(select(LOG).order_by(LOG.c.sequence)).mappings():
        covered = {name: row[name] for name in _COVERED}
        if row["sequence"] != expected or row["sha256"] != _link(covered, hash_before):
            return expected
        hash_before, expected = row["sha256"], expected + 1
    return None


def people(connection: Connection) -> dict[str, str]:
    """The names that the ids stand for, but for those that were erased."""
    return {row.id: row.name for row in connection.execute(select(PERSON))}


def person(connection: Connection, name: str) -> str:
    """The id that stands for `name` in the log and in issued runs."""
    with_name = select(PERSON.c.id).where(PERSON.c.name == name)
    known: str | None = connection.execute(with_name).scalar_one_or_none()
    if known is not None:
        return known
    made = new_id()
    connection.execute(insert(PERSON), {"id": made, "name": name})
    return made


def _link(row: dict[str, Any], hash_before: str) -> str:
    return digest(canonical(row | {"previous": hash_before}))


def _entry(row: Row[Any]) -> LogEntry:
    change = Change(row.title, tuple(edits_of(json.loads(row.edits))))
    return LogEntry(row.sequence, row.name or ERASED, datetime.fromisoformat(row.at), change, row.run_sha256)
