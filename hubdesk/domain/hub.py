"""`Hub`: the whole building, its agencies and its charges, as one immutable value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.ids import RecordId
from hubdesk.domain.look_ups import LookUps
from hubdesk.domain.record import KINDS, Record


class Stale(Exception):
    """A change was made against records that have changed since: each edit, with what stands now."""

    def __init__(self, conflicts: tuple[tuple[Edit, Record | None], ...]) -> None:
        super().__init__(f"{len(conflicts)} records have changed since")
        self.conflicts = conflicts


@dataclass(frozen=True)
class Hub(LookUps):
    """All records by kind and id. Made by `Hub.of`, changed only by `applying` a `Change`.

    Two hubs are equal when they hold the same records. Look-ups are worked out when first asked for.
    """

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Hub":
        """The hub of `records`. Raises ValueError if two of a kind share an id."""
        tables: dict[type[Record], dict[RecordId, Record]] = {kind: {} for kind in KINDS.values()}
        for record in records:
            table = tables[type(record)]
            if record.id in table:
                raise ValueError(f"two records of one kind with the id {record.id}")
            table[record.id] = record
        return cls(tables)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Hub):
            return NotImplemented
        return all(self.table(kind) == other.table(kind) for kind in KINDS.values())

    def __hash__(self) -> int:
        return hash(frozenset(self.records()))

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind, in the order of `KINDS`."""
        for kind in KINDS.values():
            yield from self.all(kind)

    def applying(self, change: Change) -> "Hub":
        """This hub after `change`. Raises Stale if a `before` is not what this hub holds."""
        conflicts = tuple(
            (edit, self.table(edit.kind).get(edit.id))
            for edit in change.edits
            if self.table(edit.kind).get(edit.id) != edit.before
        )
        if conflicts:
            raise Stale(conflicts)
        tables = dict(self.tables)
        for kind in {edit.kind for edit in change.edits}:
            tables[kind] = dict(self.table(kind))
        for edit in change.edits:
            table = cast(dict[RecordId, Record], tables[edit.kind])
            if edit.after is None:
                del table[edit.id]
            else:
                table[edit.id] = edit.after
        return Hub(tables)


def difference(title: str, before: Hub, after: Hub) -> Change:
    """The change that makes `after` of `before`."""
    edits: list[Edit] = []
    for kind in KINDS.values():
        old, new = before.table(kind), after.table(kind)
        edits += (Edit(record, None) for id_, record in old.items() if id_ not in new)
        edits += (
            Edit(old.get(id_), record) for id_, record in new.items() if id_ not in old or old[id_] != record
        )
    return Change(title, tuple(edits))
