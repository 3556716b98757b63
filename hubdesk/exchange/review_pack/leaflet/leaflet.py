"""`Leaflet`: what the PDF and the page of a pack say, in one order and the same words."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.money import Pence
from hubdesk.exchange.review_pack.pack import PackFloor, Reckoned
from hubdesk.exchange.statement.statement import Cell, Column


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns; the first cell of a row says what it is about."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple["Row", ...]
    total: tuple[Cell, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """How a figure came about: `about` names it; by periods, and as a tree of steps."""

    about: str
    table: Table | None = None
    working: Reckoned | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, and how its figure came about where there is more to say."""

    cells: tuple[Cell, ...]
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading of its own, `name` by which it is found in the page.

    `steps` are to be done in their order; `points` are in none. Plans and tables follow the words.
    """

    name: str
    title: str
    paragraphs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    floors: tuple[PackFloor, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One agency's review: who asks whom, what to do by when, and all that it is asked about."""

    title: str
    """Of the document: "Parkside, Autumn 2026: review for Citizens Advice (CAB)"."""
    heading: str
    issuer: str
    hub: str
    agency: str
    about: str
    """What is asked, in a sentence."""
    facts: tuple[tuple[str, str], ...]
    """Captions with what they are, as beside the head of a letter."""
    sum_words: str
    sum: Pence
    sum_note: str
    asked: Section
    sections: tuple[Section, ...]
    more: tuple[Why, ...]
    """Workings of what is no row of a table."""
    as_at: date
    made: date
    footer: str

    @property
    def whys(self) -> tuple[Why, ...]:
        """How all figures came about, in the order of the tables."""
        rows = (row for part in self.sections for table in part.tables for row in table.rows)
        return (*(row.why for row in rows if row.why), *self.more)
