"""`Moves`: what changes in the building between two days, as a list with headings and a summary."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId


class MoveKind(Enum):
    """What sort of change; the value is the heading in the list, in the order of the list."""

    JOINS = "Agencies that join"
    LEAVES = "Agencies that leave"
    ALLOCATED = "Desks allocated"
    HANDED_ON = "Desks that change hands"
    VACATED = "Desks vacated"
    RECHARGED = "Desks charged to another agency"
    INTO_SERVICE = "Desks that come into service"
    OUT_OF_SERVICE = "Desks that go out of service"
    LICENCE = "Licences that change"
    AREA_OPENS = "Areas that open"
    AREA_CLOSES = "Areas that close"


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the list: what changes on `day`, which is the first day on which it is so.

    `records` are the ids to jump to: all desks of the line, or the agency, licence or area. `floor` is
    where it happens, if it happens on one.
    """

    kind: MoveKind
    day: date
    what: str
    records: tuple[RecordId, ...]
    floor: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Moves:
    """Everything that changes after `earlier`, up to and with `later`."""

    earlier: date
    later: date
    moves: tuple[Move, ...]

    @property
    def groups(self) -> Mapping[MoveKind, tuple[Move, ...]]:
        """The moves by kind, in the order of kinds and then of days; kinds without any are left out."""
        found = {kind: tuple(one for one in self.moves if one.kind is kind) for kind in MoveKind}
        return {kind: moves for kind, moves in found.items() if moves}

    @property
    def summary(self) -> str:
        """All of it in a sentence: how many desks change hands, how many agencies join, and so on."""
        period = f"Between {in_words(self.earlier)} and {in_words(self.later)}"
        counted = [
            _counted(kind, sum(len(one.records) for one in moves)) for kind, moves in self.groups.items()
        ]
        if not counted:
            return f"{period}, nothing changes."
        *others, last = counted
        return f"{period}, {' and '.join([', '.join(others), last] if others else [last])}."


_SUMMED: Mapping[MoveKind, tuple[str, str]] = {
    MoveKind.JOINS: ("1 agency joins", "{:,} agencies join"),
    MoveKind.LEAVES: ("1 agency leaves", "{:,} agencies leave"),
    MoveKind.ALLOCATED: ("1 desk is allocated", "{:,} desks are allocated"),
    MoveKind.HANDED_ON: ("1 desk changes hands", "{:,} desks change hands"),
    MoveKind.VACATED: ("1 desk is vacated", "{:,} desks are vacated"),
    MoveKind.RECHARGED: (
        "1 desk is charged to another agency",
        "{:,} desks are charged to another agency",
    ),
    MoveKind.INTO_SERVICE: ("1 desk comes into service", "{:,} desks come into service"),
    MoveKind.OUT_OF_SERVICE: ("1 desk goes out of service", "{:,} desks go out of service"),
    MoveKind.LICENCE: ("1 licence changes", "{:,} licence changes are made"),
    MoveKind.AREA_OPENS: ("1 area opens", "{:,} areas open"),
    MoveKind.AREA_CLOSES: ("1 area closes", "{:,} areas close"),
}


def _counted(kind: MoveKind, count: int) -> str:
    one, many = _SUMMED[kind]
    return one if count == 1 else many.format(count)
