"""What a sheet of the hub workbook is: its name, its columns, and the records that its rows stand for."""

from dataclasses import MISSING, dataclass, fields
from functools import cached_property

from hubdesk.domain.record import Record
from hubdesk.exchange.xlsx.hub_workbook.words import plain_word
from hubdesk.exchange.xlsx.incoming.cell import Kind


@dataclass(frozen=True, eq=False)
class Column:
    """One column: what its cells hold, and the fields of the record that they fill.

    A `needed` column is in every workbook and no row leaves it blank. `refers` is the kind of record
    whose code the cells hold. `note` tells people what it means, with unit and default.
    """

    name: str
    kind: Kind
    note: str
    fields: tuple[str, ...] = ()
    needed: bool = False
    refers: type[Record] | None = None
    example: str = ""
    width: int = 14

    @property
    def key(self) -> str:
        """The name as headings are compared."""
        return plain_word(self.name)


@dataclass(frozen=True, eq=False)
class Sheet:
    """One sheet. `record` is the kind whose fields its columns fill.

    `blank_together` are needed columns that a row may leave blank if it leaves all of them blank: a
    record without any step yet.
    """

    name: str
    record: type[Record]
    note: str
    columns: tuple[Column, ...]
    blank_together: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        return plain_word(self.name)

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    def column_of(self, field: str) -> Column | None:
        """The column that fills `field`."""
        return next((column for column in self.columns if field in column.fields), None)

    @cached_property
    def blanks(self) -> dict[str, object]:
        """What fields without a default of their own are when their cell is blank: None."""
        own = {
            one.name
            for one in fields(self.record)
            if one.default is MISSING and one.default_factory is MISSING
        }
        return {
            field: None
            for column in self.columns
            if not column.needed
            for field in column.fields
            if field in own
        }
