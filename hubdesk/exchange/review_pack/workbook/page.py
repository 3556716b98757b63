"""A sheet of the workbook: cells, and what may be filled in to some of them."""

from dataclasses import dataclass, field

from hubdesk.exchange.review_pack.workbook.entries import Entry
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range, Sheet


@dataclass(eq=False)
class Page(Sheet):
    """A `Sheet` that people fill in."""

    entries: list[tuple[Cell, Entry]] = field(default_factory=list)
    """Each cell that can be filled in, with what it takes."""
    closed: list[tuple[Cell, str]] = field(default_factory=list)
    """Each cell that stands among those to fill in and cannot be, with why."""
    marks: list[Range] = field(default_factory=list)
    """Cells with a word that says how far a line is."""
    filtered: Range | None = None
    """A table, heads and all, that can be filtered."""
    hidden_from: int | None = None
    """The first column with what only the workbook itself needs."""

    def fill_in(self, row: int, column: int, style: str, entry: Entry) -> Cell:
        """An empty cell that can be filled in."""
        cell = self.put(row, column, None, style)
        self.entries.append((cell, entry))
        return cell

    def close(self, row: int, column: int, why: str) -> Cell:
        """An empty cell among those that can be filled in, which cannot; `why` shows beside it."""
        cell = self.put(row, column, None, "Not asked")
        self.closed.append((cell, why))
        return cell


def named(name: str, **otherwise: object) -> Page:
    """A page that is called `name`, to the letter: answers are found by it."""
    page = Page(name, **otherwise)  # type: ignore[arg-type]  # passed on as they are
    page.title, page.quoted = name, f"'{name}'"
    return page
