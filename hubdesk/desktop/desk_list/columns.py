"""The columns of the desk list: what stands in each, how it sorts, and how wide it is at first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hubdesk.domain.days import in_words
from hubdesk.domain.names import agency_name
from hubdesk.workflows.desk_rows import DeskRow


@dataclass(frozen=True, slots=True)
class Column:
    """`key` sorts; what sorts alike stays in order of the desks' codes. `sample` is as wide as most."""

    heading: str
    text: Callable[[DeskRow], str]
    key: Callable[[DeskRow], Any]
    sample: str


def _day(day: date | None) -> str:
    return in_words(day) if day else ""


def _kind(row: DeskRow) -> str:
    return row.desk.kind.value


def _area(row: DeskRow) -> tuple[bool, str]:
    return row.area is None, row.area.name.casefold() if row.area else ""


COLUMNS = (
    Column("Desk", lambda row: row.desk.code, lambda row: row.order, "WW-1000"),
    Column("Agency", lambda row: row.seated, lambda row: (row.agency is None, row.seated), "Not in service"),
    Column(
        "Since",
        lambda row: _day(row.allocation.first) if row.allocation else "",
        lambda row: row.allocation.first if row.allocation else date.max,
        "30 September 2026",
    ),
    Column(
        "Until",
        lambda row: _day(row.allocation.last) if row.allocation else "",
        lambda row: row.allocation.last or date.max if row.allocation else date.max,
        "30 September 2026",
    ),
    Column("Floor", lambda row: row.floor.code, lambda row: (row.floor.level, row.floor.code), "Floor"),
    Column("Area", lambda row: row.area.name if row.area else "", _area, "Customers and young people"),
    Column(
        "Kind", lambda row: row.desk.kind.value.capitalize(), lambda row: row.desk.kind.value, "Touchdown"
    ),
    Column("Stays", lambda row: row.stays, lambda row: not row.stays, "Stays"),
    Column(
        "Licence", lambda row: row.licence_words, lambda row: row.licence_words, "More desks than licensed"
    ),
)


def spoken(column: int, row: DeskRow) -> str:
    """What a cell says to a screen reader: the first one the whole row, the others what they are of."""
    if column == 0:
        return row.sentence
    if COLUMNS[column].heading == "Agency" and row.agency is not None:
        return f"Agency: {agency_name(row.agency)}"
    return f"{COLUMNS[column].heading}: {COLUMNS[column].text(row) or 'nothing'}"
