"""The columns that tables of charges have in common, and those that only some agencies need."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.charging.lines import Line
from hubdesk.exchange.statement.statement import Cell, Column, Kind, Table, Words

NET = "Net £"
VAT_CODE = Column("VAT", Kind.CODE)
VAT = Column("VAT £", Kind.MONEY)


def money(heading: str) -> Column:
    """A column of pence."""
    return Column(heading, Kind.MONEY)


def words(heading: str) -> Column:
    """The column that takes what room there is."""
    return Column(heading, Kind.WORDS)


def vat_cells(lines: Sequence[Line]) -> tuple[Cell, Cell]:
    """The VAT code of a source and the VAT on its `lines`; nothing where none is charged."""
    taxed = [line for line in lines if line.vat_code is not None]
    if not taxed:
        return None, None
    return Words(taxed[0].vat_code or ""), sum(line.vat_pence for line in taxed)


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it is filled, before columns without a single entry are left out."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    total: str = "Together"
    introduction: str = ""
    total_from: int = 2
    """A total stands below so many rows or more."""

    def table(self) -> Table:
        """The table, its total under each column of money, weighed by its net or its last sum of money."""
        used = [
            place
            for place, column in enumerate(self.columns)
            if column.kind is Kind.WORDS or any(row[place] is not None for row in self.rows)
        ]
        columns = tuple(self.columns[place] for place in used)
        rows = tuple(tuple(row[place] for place in used) for row in self.rows)
        weighed = [place for place, one in enumerate(columns) if one.kind is Kind.MONEY and one != VAT]
        nets = [place for place in weighed if columns[place].heading == NET]
        return Table(
            self.title,
            columns,
            rows,
            self._total(columns, rows),
            self.introduction,
            (nets or weighed)[-1] if weighed else -1,
        )

    def _total(self, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[Cell, ...]:
        if len(rows) < self.total_from or not self.total:
            return ()
        cells: list[Cell] = [
            sum(cell for row in rows if isinstance(cell := row[place], int))
            if column.kind is Kind.MONEY and column.heading not in _NOT_SUMMED
            else None
            for place, column in enumerate(columns)
        ]
        cells[0] = Words(self.total)
        return tuple(cells)


_NOT_SUMMED = frozenset({"Cost £"})
"""The whole cost is there to take the share from; a sum of it would be nobody's."""
