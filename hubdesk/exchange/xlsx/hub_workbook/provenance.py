"""Where in the workbook each record, and each of its fields, came from."""

from dataclasses import dataclass, field, replace

from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column
from hubdesk.exchange.xlsx.hub_workbook.table import Table


@dataclass
class Provenance:
    """Sheet and row of each record, and of those fields that came from another row."""

    _rows: dict[RecordId, tuple[Table, int]] = field(default_factory=dict)
    _cells: dict[tuple[RecordId, str], tuple[Table, int, Column]] = field(default_factory=dict)

    def note(self, record: RecordId, table: Table, row: int) -> None:
        """`record` came from that row, its first if there are several."""
        self._rows.setdefault(record, (table, row))

    def note_field(self, record: RecordId, name: str, table: Table, row: int, column: Column) -> None:
        """The field `name` of `record` came from that cell, the first if there are several."""
        self._cells.setdefault((record, name), (table, row, column))

    def row_of(self, record: RecordId) -> int | None:
        """The first row that `record` came from; None if it came from none."""
        return self._rows[record][1] if record in self._rows else None

    def rename(self, ids: dict[RecordId, RecordId]) -> None:
        """Records have new ids."""
        self._rows = {ids.get(record, record): place for record, place in self._rows.items()}
        self._cells = {(ids.get(record, record), name): at for (record, name), at in self._cells.items()}

    def located(self, problem: Problem) -> Problem:
        """`problem` with the sheet and cell to put right, where its records came from the workbook."""
        for record in problem.records:
            if (record, problem.field or "") in self._cells:
                table, row, column = self._cells[record, problem.field or ""]
                return replace(problem, where=table.place(row, column))
            if record in self._rows:
                table, row = self._rows[record]
                filled = table.sheet.column_of(problem.field) if problem.field else None
                return replace(problem, where=table.place(row, filled))
        return problem
