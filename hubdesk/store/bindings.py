"""Records and their rows: each way once, made from the dataclass."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update

from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import KINDS, Record
from hubdesk.store.columns import FieldColumn, Stored
from hubdesk.store.tables import RECORD_TABLES, field_columns

_IDS_AT_ONCE = 500
"""Ids in one query; databases limit the number of parameters."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A kind of record, its table, and how one becomes the other."""

    kind: type[Record]
    table: Table
    columns: tuple[FieldColumn, ...]

    def everything(self, connection: Connection) -> dict[RecordId, Record]:
        """Every record of the kind, by id."""
        return self._records(connection.execute(select(self.table)).all())

    def standing(self, connection: Connection, ids: Sequence[RecordId]) -> dict[RecordId, Record]:
        """Those of `ids` that there are."""
        found: dict[RecordId, Record] = {}
        for start in range(0, len(ids), _IDS_AT_ONCE):
            wanted = self.table.c.id.in_(ids[start : start + _IDS_AT_ONCE])
            found |= self._records(connection.execute(select(self.table).where(wanted)).all())
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

    def _records(self, rows: Sequence[Row[Any]]) -> dict[RecordId, Record]:
        if not rows:
            return {}
        # Column by column, in C: a document of ten thousand desks opens while the user blinks.
        stored = zip(self.columns, zip(*rows, strict=True), strict=True)
        values: list[Sequence[Any]] = [column.all_read(each) for column, each in stored]
        records: Iterable[Record] = map(self.kind, *values)
        return {record.id: record for record in records}


BINDINGS: Mapping[type[Record], Binding] = {
    kind: Binding(kind, RECORD_TABLES[kind], field_columns(kind)) for kind in KINDS.values()
}
