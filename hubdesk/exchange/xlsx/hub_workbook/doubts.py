"""What cannot be trusted of a hub that was read from a workbook with faults."""

from collections.abc import Mapping

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.desk import Desk
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import Record

_OWNER: Mapping[str, type[Record]] = {"fixed-shares-over-100": CostLine, "desk-allocated-twice": Desk}
"""What a check finds in the rows that belong to a record, whatever the rest of that record's own row."""


class Doubts:
    """The records that a fault touches: what a check says of those may follow from the fault alone."""

    def __init__(self) -> None:
        self._half_read: dict[RecordId, type[Record]] = {}
        self._touched: set[RecordId] = set()

    def half_read(self, record: Record) -> None:
        """A cell of the record's own row is at fault."""
        self._half_read[record.id] = type(record)

    def touch(self, *records: RecordId) -> None:
        """A row that belongs to those records, or refers to them, is at fault."""
        self._touched.update(records)

    def rename(self, ids: Mapping[RecordId, RecordId]) -> None:
        """Records have new ids."""
        self._half_read = {ids.get(record, record): kind for record, kind in self._half_read.items()}
        self._touched = {ids.get(record, record) for record in self._touched}

    def cover(self, problem: Problem) -> bool:
        """Whether `problem` may be there only because of cells that were reported already.

        What it says of codes is sure, since no record is made without one.
        """
        if problem.field == "code":
            return False
        if not self._touched.isdisjoint(problem.records):
            return True
        owner = _OWNER.get(problem.code)
        return any(self._half_read.get(record, owner) is not owner for record in problem.records)
