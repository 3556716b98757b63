"""The hub while its workbook is being read: the records so far, their codes, and the faults."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.record import KIND_NAMES, KINDS, Record
from hubdesk.exchange.xlsx.hub_workbook.catalogue import SHEETS
from hubdesk.exchange.xlsx.hub_workbook.doubts import Doubts
from hubdesk.exchange.xlsx.hub_workbook.provenance import Provenance
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.table import Book, Row, Table
from hubdesk.exchange.xlsx.incoming.cell import BadCell, Cell, Kind

_SHEET_OF: dict[type[Record], Sheet] = {sheet.record: sheet for sheet in reversed(SHEETS)}
REFERRED = frozenset({Agency, Floor, Area, Desk, Licence})
"""The kinds whose codes stand for records; cost lines go by year too, and VAT codes stay codes."""
_VALUES_REMEDY = "Type the value itself, or copy the cell and paste it as a value (Paste special, Values)."


@dataclass
class Line:
    """A row as it was read: the values of its cells by column, and whether any is at fault."""

    table: Table
    number: int
    values: dict[Column, Any]
    bad: set[Column] = field(default_factory=set)

    @property
    def is_whole(self) -> bool:
        """Whether every needed cell has a value."""
        return all(not column.needed or column in self.values for column in self.table.sheet.columns)

    def named(self, column: str) -> Any:
        """The value in the column of that name, or None."""
        return self.values.get(self.table.sheet.by_key[column.lower()])


class Draft:
    """The records read so far.

    A record with a code and a fault in a cell that it needs has a stand-in, so that what refers to it is
    checked too; other records with such a fault are left out.
    """

    def __init__(self, book: Book, onto: Hub | None) -> None:
        self.book = book
        self.onto = onto
        self.provenance = Provenance()
        self.doubts = Doubts()
        self.yearless: set[str] = set()
        """The codes of cost lines whose year could not be read."""
        self.records: dict[type[Record], dict[RecordId, Record]] = {kind: {} for kind in KINDS.values()}
        self._codes: dict[type[Record], dict[Hashable, RecordId | None]] = {
            kind: {} for kind in KINDS.values()
        }
        self._known: dict[type[Record], dict[Hashable, RecordId]] = {}

    def hub(self) -> Hub:
        return Hub.of(record for table in self.records.values() for record in table.values())

    def keep(self, kind: type[Record]) -> None:
        """Takes the records of `kind` from the hub that the workbook is read onto, if there is one."""
        for record in self.onto.all(kind) if self.onto else ():
            self.records[kind][record.id] = record
            self._codes[kind][code_of(record)] = record.id

    def add(self, record: Record, line: Line) -> None:
        self.records[type(record)][record.id] = record
        self.provenance.note(record.id, line.table, line.number)
        if line.bad:
            self.doubts.half_read(record)

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """The rows of `sheet` with their cells read and its faults noted; none if it is not there."""
        table = self.book.tables.get(sheet)
        for row in table.rows if table else ():
            assert table is not None
            yield self._line(table, row)

    def _line(self, table: Table, row: Row) -> Line:
        line = Line(table, row.number, {})
        for column, cell in row.cells.items():
            try:
                line.values[column] = meaning(column.kind, cell)
            except BadCell as trouble:
                self.fault(line, column, trouble.code, trouble.what, trouble.remedy)
        blank = {column.name for column in table.letters if column.needed and column not in row.cells}
        excused = table.sheet.blank_together if blank >= table.sheet.blank_together else frozenset()
        for column in table.letters:
            if column.name in blank - excused:
                self.fault(
                    line, column, "blank-cell", f"“{column.name}” is blank", f"Fill it in. {column.note}"
                )
        return line

    def fault(self, line: Line, column: Column, code: str, what: str, remedy: str) -> None:
        line.bad.add(column)
        line.values.pop(column, None)
        where = line.table.place(line.number, column)
        self.book.faults.add(Problem(Severity.ERROR, code, what, where, remedy))

    # Codes

    def id_for(self, kind: type[Record], code: Hashable) -> RecordId:
        """The id that the record with that code has in the hub read onto, or a new one."""
        if self.onto is None:
            return new_id()
        if kind not in self._known:
            self._known[kind] = {code_of(record): record.id for record in self.onto.all(kind)}
        return self._known[kind].get(code) or new_id()

    def register(self, kind: type[Record], code: Hashable, record: RecordId | None) -> None:
        """`code` is that of `record`; None: of one left out for its faults."""
        self._codes[kind][code] = record

    def is_taken(self, kind: type[Record], code: Hashable) -> bool:
        return code in self._codes[kind]

    def found(self, kind: type[Record], code: Hashable) -> RecordId | None:
        """The record with that code, None if it was left out for its faults. Raises KeyError."""
        codes = self._codes[kind]
        return codes[code] if self.has_codes(kind) else codes.get(code)

    def coded(self, kind: type[Record]) -> Iterable[tuple[Any, RecordId | None]]:
        """Every code of `kind` with its record, None where that was left out for its faults."""
        return self._codes[kind].items()

    def resolve(self, line: Line) -> None:
        """Puts ids in place of codes in `line`; a code that nothing has is a fault.

        What is referred to by a line with a fault is touched by it.
        """
        ids = []
        for column, code in list(line.values.items()):
            if column.refers is None or column.refers not in REFERRED:
                continue
            if code not in self._codes[column.refers] and self.has_codes(column.refers):
                self._unknown(line, column, code)
                continue
            record = self._codes[column.refers].get(code)
            if record is None:
                del line.values[column]
                line.bad.add(column)
            else:
                line.values[column] = record
                ids.append(record)
        if line.bad:
            self.doubts.touch(*ids)

    def has_codes(self, kind: type[Record]) -> bool:
        """Whether the sheet of `kind` has its column of codes, or is not there at all."""
        sheet = _SHEET_OF[kind]
        table = self.book.tables.get(sheet)
        return table is None or sheet.by_key["code"] in table.letters

    def _unknown(self, line: Line, column: Column, code: object) -> None:
        assert column.refers is not None
        sheet = _SHEET_OF[column.refers]
        self.fault(
            line,
            column,
            "unknown-code",
            f"There is no {KIND_NAMES[column.refers]} “{code}”",
            f"Type a code from the sheet {sheet.name}, or add a row with this code there.",
        )


def code_of(record: Any) -> Hashable:
    """What a person knows `record` by: its code, or for a cost line its code and year."""
    year = getattr(record, "year", None)
    code = getattr(record, "code", None)
    return code if year is None else (code, year)


def meaning(kind: Kind, cell: Cell) -> object:
    """What `cell` holds. Raises BadCell, for a formula or an error value too."""
    if cell.is_formula:
        raise BadCell("formula", "A formula stands where a value belongs", _VALUES_REMEDY)
    if cell.is_error:
        raise BadCell("error-value", f"The error {cell.value} stands where a value belongs", _VALUES_REMEDY)
    return kind.read(cell)
