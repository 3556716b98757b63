"""`PrintedTable`: a table as texts, as it was on screen."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column, and whether figures stand below it."""

    words: str
    is_figure: bool


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """`about` are lines below the title: whose, as at when. `totals` is empty where there are none.

    Every row has a text to each heading, and so has `totals`. Figures have a real minus, commas between
    thousands, and a per cent sign where they are percentages.
    """

    title: str
    about: tuple[str, ...]
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()

    def longest(self) -> list[int]:
        """How many letters the longest text of each column has."""
        lines: Sequence[Sequence[str]] = (*self.rows, self.totals) if self.totals else self.rows
        return [
            max([len(heading.words), *(len(line[place]) for line in lines)])
            for place, heading in enumerate(self.headings)
        ]

    def of_columns(self, places: Sequence[int]) -> "PrintedTable":
        """The same with those columns alone."""
        return PrintedTable(
            self.title,
            self.about,
            tuple(self.headings[place] for place in places),
            tuple(tuple(row[place] for place in places) for row in self.rows),
            tuple(self.totals[place] for place in places) if self.totals else (),
        )
