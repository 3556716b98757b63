"""The columns of what was pasted: as it was copied, and what becomes of each row."""

from collections.abc import Callable
from string import ascii_uppercase

from hubdesk.domain.problem import all_told
from hubdesk.workflows.costs.pasted import Fate, Pasted, PastedRow
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Text, Whole


def paste_columns(found: Pasted | None) -> tuple[Column[PastedRow], ...]:
    """The row's number, what becomes of it, then the cells as they were copied."""
    width = 0 if found is None else max((len(row.cells) for row in found.rows), default=0)
    return (
        Column(id="number", title="Row", kind=Whole(), value=lambda row: row.number),
        Column(
            id="fate",
            title="What becomes of it",
            kind=Text(),
            value=becomes,
            note=lambda row: all_told(row.problems),
            sample="Class of the rows below",
        ),
        *(
            Column(
                id=f"cell {place}",
                title=called(found, place) if found else "",
                kind=Text(),
                value=_cell(place),
            )
            for place in range(width)
        ),
    )


def becomes(row: PastedRow) -> str:
    """ "New line C07", "Changes C05", "Left out: a total"."""
    code = row.line.code if row.line is not None and row.fate is not Fate.SAME else ""
    return f"{row.fate.value} {code}".strip()


def called(found: Pasted, place: int) -> str:
    """The column's heading, else its letter as a spreadsheet has it."""
    heading = found.headings[place] if place < len(found.headings) else ""
    return " ".join(heading.split()) or f"Column {letters(place)}"


def letters(place: int) -> str:
    """ "A" for 0, "AA" for 26."""
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + ascii_uppercase[last]


def _cell(place: int) -> Callable[[PastedRow], str | None]:
    return lambda row: " ".join(row.cells[place].split()) or None if place < len(row.cells) else None
