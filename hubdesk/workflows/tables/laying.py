"""Where the cells of a pasted block fall in a table, and what of it does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

from hubdesk.domain.names import counted
from hubdesk.exchange.csv.tabbed import Block
from hubdesk.workflows.tables.column import Adding, Column, Row


@dataclass(frozen=True, slots=True)
class Place:
    """The cells that are selected: the first one from the top left, and how far they reach."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Put(Generic[Row]):
    """A text for a cell. `number` counts the rows on screen from 1; `row` None: a row that is yet to be."""

    row: Row | None
    number: int
    column: Column[Row]
    text: str


@dataclass(frozen=True, slots=True)
class Laid(Generic[Row]):
    """`puts` fit; `beyond` are for rows below the last. Then: how many rows and columns do not fit.

    `uneven` are the numbers of copied rows that have fewer cells than the first.
    """

    puts: tuple[Put[Row], ...]
    beyond: tuple[Put[Row], ...]
    copied_rows: int
    more_rows: int
    copied_columns: int
    more_columns: int
    uneven: tuple[int, ...]

    def doubts(self, adding: Adding | None) -> list[str]:
        """What to ask about before this is pasted, in sentences; nothing where all of it fits."""
        said = []
        if self.more_rows and adding is not None:
            said.append(f"{counted(self.more_rows, f'new {adding.what}')} will be added")
        elif self.more_rows:
            said.append(_left_out(self.copied_rows, self.more_rows, "row"))
        if self.more_columns:
            said.append(_left_out(self.copied_columns, self.more_columns, "column"))
        if self.uneven:
            which = ", ".join(map(str, self.uneven[:5])) + (" …" if len(self.uneven) > 5 else "")
            said.append(
                f"Some of the rows that were copied have fewer cells than the others (row {which})."
                " What they lack stays as it is"
            )
        return said


def lay(block: Block, rows: Sequence[Row], columns: Sequence[Column[Row]], at: Place) -> Laid[Row]:
    """`block` put down at `at`, over `rows` and `columns` as they are seen.

    A first row of headings of these columns is taken as such, and says which columns are meant. What is
    smaller than what is selected fills it, where it fits so many times.
    """
    headed = _headed(block, columns)
    if headed is not None:
        lines, across = block[1:], headed
    else:
        lines = _filling(block, at)
        across = list(columns[at.column :])
    width = max(map(len, lines), default=0)
    puts: list[Put[Row]] = []
    beyond: list[Put[Row]] = []
    for number, line in enumerate(lines, start=at.row):
        row = rows[number] if number < len(rows) else None
        into = beyond if row is None else puts
        into.extend(Put(row, number + 1, column, text) for column, text in zip(across, line, strict=False))
    more_rows = min(len(lines), max(0, at.row + len(lines) - len(rows)))
    uneven = tuple(number for number, line in enumerate(lines, start=1) if len(line) < width)
    more_columns = max(0, width - len(across))
    return Laid(tuple(puts), tuple(beyond), len(lines), more_rows, width, more_columns, uneven)


def _headed(block: Block, columns: Sequence[Column[Row]]) -> list[Column[Row]] | None:
    """The columns that the first row of `block` names; None if it is not a row of headings."""
    if len(block) < 2 or not block[0]:
        return None
    named = {
        words.casefold(): column for column in reversed(columns) for words in (column.title, column.heading)
    }
    found = [named.get(cell.strip().casefold()) for cell in block[0]]
    across = [column for column in found if column is not None]
    return across if len(across) == len(found) == len({column.id for column in across}) else None


def _filling(block: Block, at: Place) -> Block:
    """`block` as often as it takes to fill what is selected, where it goes into that evenly."""
    height, width = len(block), max(map(len, block), default=0)
    if not height or not width or any(len(line) != width for line in block):
        return block
    down = at.rows // height if at.rows % height == 0 else 1
    across = at.columns // width if at.columns % width == 0 else 1
    return tuple(line * max(across, 1) for line in block) * max(down, 1)


def _left_out(copied: int, more: int, what: str) -> str:
    fit = copied - more
    fits = f"{fit} fits" if fit == 1 else f"{fit or 'none'} fit"
    were = "was" if copied == 1 else "were"
    return f"{counted(copied, what)} {were} copied and {fits} here. What does not fit is left out"
