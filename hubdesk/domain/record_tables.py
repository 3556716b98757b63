"""`RecordTables`: the records of a hub by kind and id."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import Record

R = TypeVar("R", bound=Record)
K = TypeVar("K")

Tables = Mapping[type, Mapping[RecordId, Record]]


@dataclass(frozen=True)
class RecordTables:
    """All records by kind and id."""

    tables: Tables = field(default_factory=dict)

    def table(self, kind: type[R]) -> Mapping[RecordId, R]:
        """The records of one kind, by id."""
        return cast(Mapping[RecordId, R], self.tables.get(kind, {}))

    def all(self, kind: type[R]) -> Iterable[R]:
        return self.table(kind).values()

    def get(self, kind: type[R], id_: RecordId) -> R:
        """The record of that kind and id. Raises KeyError."""
        return self.table(kind)[id_]


def grouped(records: Iterable[R], key: Callable[[R], K]) -> dict[K, tuple[R, ...]]:
    """`records` by what `key` says of each, in their order."""
    groups: dict[K, list[R]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return {name: tuple(group) for name, group in groups.items()}
