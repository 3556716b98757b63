"""The columns of a file for the ledger, one changed at a time. Places count from 0."""

from hubdesk.domain.ledger import Column

Columns = tuple[Column, ...]


def inserted(columns: Columns, place: int, column: Column) -> Columns:
    """`column` before what stands at `place`."""
    return (*columns[:place], column, *columns[place:])


def without(columns: Columns, place: int) -> Columns:
    """All but the column at `place`."""
    return columns[:place] + columns[place + 1 :]


def moved(columns: Columns, place: int, by: int) -> Columns:
    """The column at `place` so many places further on, or back below 0; no further than the ends."""
    rest = without(columns, place)
    to = max(0, min(len(rest), place + by))
    return inserted(rest, to, columns[place])


def headed(columns: Columns, place: int, heading: str) -> Columns:
    """Another heading for the column at `place`."""
    return _replaced(columns, place, columns[place]._replace(heading=heading))


def filled(columns: Columns, place: int, field: str) -> Columns:
    """Another field to fill the column at `place`. A heading that names the old one goes with it."""
    before = columns[place]
    heading = before.heading
    if heading.casefold() == before.field.casefold():
        heading = field[:1].upper() + field[1:]
    return _replaced(columns, place, Column(heading, field))


def _replaced(columns: Columns, place: int, column: Column) -> Columns:
    return (*columns[:place], column, *columns[place + 1 :])
