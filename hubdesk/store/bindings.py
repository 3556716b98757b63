"""Records and their rows: each way once, made from the dataclass."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select, update

from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import KINDS, Record
from hubdesk.store.columns import FieldColumn, Stored
from hubdesk.store.making import Maker, maker
from hubdesk.store.tables import RECORD_TABLES, field_columns

_IDS_AT_ONCE = 500
"""Ids in one query; databases limit the number of parameters."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A kind of record, its table, and how one becomes the other."""

    kind: type[Record]
    table: Table
    columns: tuple[FieldColumn, ...]
    make: Maker

    def everything(self, connection: Connection) -> dict[RecordId, Record]:
        """Every record of the kind, by id."""
        return self._records(_rows(connection, select(self.table)))

    def standing(self, connection: Connection, ids: Sequence[RecordId]) -> dict[RecordId, Record]:
        """Those of `ids` that there are."""
        found: dict[RecordId, Record] = {}
        for start in range(0, len(ids), _IDS_AT_ONCE):
            wanted = self.table.c.id.in_(ids[start : start + _IDS_AT_ONCE])
            found |= self._records(_rows(connection, select(self.table).where(wanted)))
        return found

    def add(self, connection: Connection, records: Iterable[Record]) -> None:
        if rows := [self._row(record) for record in records]:
            connection.execute(insert(self.table), rows)

    def replace(self, connection: Connection, records: Iterable[Record]) -> None:
        """Write `records` over what stands under their ids."""
        if rows := [self._row(record) for record in records]:
            for row in rows:
                row["which"] = row.pop("id")
            connection.execute(update(self.table).where(self.table.c.id == bindparam("which")), rows)

    def remove(self, connection: Connection, records: Iterable[Record]) -> None:
        if rows := [{"which": record.id} for record in records]:
            connection.execute(delete(self.table).where(self.table.c.id == bindparam("which")), rows)

    def _row(self, record: Record) -> dict[str, Stored]:
        return {one.name: one.written(getattr(record, one.name)) for one in self.columns}

    def _records(self, rows: Sequence[tuple[Stored, ...]]) -> dict[RecordId, Record]:
        if not rows:
            return {}
        # Column by column, in C: a document of ten thousand desks opens while the user blinks.
        stored = zip(self.columns, zip(*rows, strict=True), strict=True)
        values: list[Sequence[Any]] = [column.all_read(each) for column, each in stored]
        return dict(zip(values[0], self.make(values), strict=True))


def _rows(connection: Connection, query: Select[Any]) -> Sequence[tuple[Stored, ...]]:
    """The rows as the driver hands them over: wrapping each would take as long as reading them."""
    with closing(connection.execute(query)) as result:
        assert result.cursor is not None
        rows: Sequence[tuple[Stored, ...]] = result.cursor.fetchall()
        return rows


BINDINGS: Mapping[type[Record], Binding] = {
    kind: Binding(kind, RECORD_TABLES[kind], field_columns(kind), maker(kind)) for kind in KINDS.values()
}
