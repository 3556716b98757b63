"""What a statement says: words and tables of pence, before they are set on pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from hubdesk.domain.money import Pence
from hubdesk.exchange.plan.small import SmallPlan


class Kind(Enum):
    """What a column holds, which decides how wide it is and which way it is set."""

    WORDS = "words"
    """Takes what room there is."""
    NOTE = "note"
    """A few words."""
    FIGURE = "figure"
    """A figure that is no money, or two with a word between: "12 of 84"."""
    CODE = "code"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading; without one it is told by its cells alone."""

    heading: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of words, and below them smaller ones that say why."""

    text: str
    why: tuple[str, ...] = ()


Cell = Words | Pence | None
"""None is an empty cell: what cannot be, as against 0 pence."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their columns, and what they come to."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    introduction: str = ""
    weighed_by: int = -1
    """By which column the rows are told apart into large and small ones: see `trimmed`."""

    def trimmed(self, most: int) -> "Table":
        """The `most` rows with the largest figures in their order; the others as one row with their sums.

        Two rows too many would gain nothing: then all stay.
        """
        by_size = sorted(range(len(self.rows)), key=self._weight)
        small = frozenset(by_size[: max(0, len(self.rows) - most)])
        if len(small) < 3:
            return self
        kept = [row for place, row in enumerate(self.rows) if place not in small]
        return replace(self, rows=(*kept, self._together([self.rows[place] for place in sorted(small)])))

    def _weight(self, place: int) -> Pence:
        """How much the row at `place` matters: by its figure, and in a table without money by where it is."""
        if self.weighed_by < 0:
            return -place
        figure = self.rows[place][self.weighed_by]
        return abs(figure) if isinstance(figure, int) else 0

    def _together(self, rows: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
        words = Words(f"{len(rows):,} more", ("Each is in the recharge workbook of this run",))
        cells: list[Cell] = [
            _sum([row[place] for row in rows]) if column.kind is Kind.MONEY else None
            for place, column in enumerate(self.columns)
        ]
        first = next(place for place, column in enumerate(self.columns) if column.kind is Kind.WORDS)
        cells[first] = words
        return tuple(cells)


def _sum(cells: Sequence[Cell]) -> Pence | None:
    figures = [cell for cell in cells if isinstance(cell, int)]
    return sum(figures) if figures else None


@dataclass(frozen=True, slots=True)
class FloorShown:
    """A small plan of one floor, its caption, and in words what there is to see."""

    plan: SmallPlan
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as SVG that fits into the head of a statement, in millimetres."""

    svg: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class Head:
    """Who writes to whom, about what. `facts` are captions with their values."""

    issuer: str
    address: tuple[str, ...]
    to: tuple[str, ...]
    title: str
    about: str
    facts: tuple[tuple[str, str], ...]
    draft: str = ""
    """Why these figures are not to be paid yet, in a sentence; empty for an issued run."""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What it comes to, in words and pence, and when it is said."""

    words: str
    pence: Pence


@dataclass(frozen=True, slots=True)
class Statement:
    """One agency's statement of one run, on the day that it is `made`."""

    title: str
    """The title of the document: "Parkside, 2026-27-Q1: statement for Citizens Advice"."""
    head: Head
    due: Due
    introduction: tuple[str, ...]
    tables: tuple[Table, ...]
    floors: tuple[FloorShown, ...]
    floors_note: str
    closing: tuple[tuple[str, tuple[str, ...]], ...]
    """Sections of words at the end: a heading, and paragraphs."""
    method: tuple[str, ...]
    """How it is worked out, in sentences."""
    footer: str
    made: date

    def trimmed(self, most: int) -> "Statement":
        """The same with at most so many rows, and one for the others, to a table."""
        return replace(self, tables=tuple(one.trimmed(most) for one in self.tables))
