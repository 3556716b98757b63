"""Changes into the tables."""

from collections import defaultdict

from sqlalchemy import Connection

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.hub import Stale
from hubdesk.domain.record import Record
from hubdesk.store.bindings import BINDINGS


def write_records(connection: Connection, change: Change) -> None:
    """Make `change` in the tables. Raises Stale where a `before` is not what the store holds."""
    by_kind: defaultdict[type[Record], list[Edit]] = defaultdict(list)
    for edit in change.edits:
        by_kind[edit.kind].append(edit)
    _refuse_stale(connection, by_kind)
    for kind, edits in by_kind.items():
        binding = BINDINGS[kind]
        binding.remove(connection, [edit.before for edit in edits if edit.after is None and edit.before])
        binding.replace(connection, [edit.after for edit in edits if edit.before and edit.after])
        binding.add(connection, [edit.after for edit in edits if edit.before is None and edit.after])


def _refuse_stale(connection: Connection, by_kind: dict[type[Record], list[Edit]]) -> None:
    conflicts: list[tuple[Edit, Record | None]] = []
    for kind, edits in by_kind.items():
        standing = BINDINGS[kind].standing(connection, [edit.id for edit in edits])
        conflicts += ((edit, standing.get(edit.id)) for edit in edits if standing.get(edit.id) != edit.before)
    if conflicts:
        raise Stale(tuple(conflicts))
