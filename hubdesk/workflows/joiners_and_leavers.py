"""Which agencies join the hub, and which leave it, in the months after a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.days import months_on
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.licence_spans import presence

MONTHS_AHEAD = 12


class Turn(Enum):
    """What an agency does; the value is the word for it."""

    JOINS = "joins"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class JoinerOrLeaver:
    """`day` is the first day of one who joins, the last of one who leaves; `desks` are those of that day."""

    agency: RecordId
    turn: Turn
    day: date
    desks: int

    @property
    def id(self) -> RecordId:
        return RecordId(f"{self.agency}/{self.turn.value}/{self.day.isoformat()}")


def joiners_and_leavers(hub: Hub, day: date, months: int = MONTHS_AHEAD) -> tuple[JoinerOrLeaver, ...]:
    """Who joins in the `months` after `day`, and who leaves on it or in that time, in order of day.

    An agency is here while it holds any licence; one that goes on by another licence the day after
    neither leaves nor joins.
    """
    until = months_on(day, months)
    found = (one for agency in hub.agencies for one in _of(hub, agency, day, until))
    return tuple(sorted(found, key=lambda one: (one.day, hub.agencies[one.agency].code)))


def _of(hub: Hub, agency: RecordId, day: date, until: date) -> Iterator[JoinerOrLeaver]:
    for spell in presence(hub, agency):
        if day < spell.first <= until:
            yield JoinerOrLeaver(agency, Turn.JOINS, spell.first, hub.licensed_desks(agency, spell.first))
        if day <= spell.last <= until and spell.last < date.max:
            yield JoinerOrLeaver(agency, Turn.LEAVES, spell.last, hub.licensed_desks(agency, spell.last))
