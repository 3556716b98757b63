"""Who is about to leave a desk, and who is about to come to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY

DAYS_AHEAD = 30
"""How far one looks ahead, in days."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is about to happen at a desk: the allocation that ends, the one that begins, or both."""

    leaving: Allocation | None = None
    joining: Allocation | None = None


def turns_after(hub: Hub, day: date, days: int = DAYS_AHEAD) -> Mapping[RecordId, Turn]:
    """The desks where somebody leaves on `day` or up to `days` after it, or comes in the days after it.

    An agency that goes on at its desk the day after, by another allocation, neither leaves nor comes.
    """
    return _turns(hub, hub.allocations.values(), day, days)


def turns_at(
    hub: Hub, desks: Iterable[RecordId], day: date, days: int = DAYS_AHEAD
) -> Mapping[RecordId, Turn]:
    """The same, of some desks alone."""
    stays = (one for desk in desks for one in hub.allocations_of.get(desk, ()))
    return _turns(hub, stays, day, days)


def _turns(hub: Hub, stays: Iterable[Allocation], day: date, days: int) -> Mapping[RecordId, Turn]:
    until = day + timedelta(days=days) if day <= date.max - timedelta(days=days) else date.max
    turns: dict[RecordId, Turn] = {}
    for one in stays:
        if one.last is not None and one.first <= day <= one.last <= until and not _goes_on(hub, one):
            turns[one.desk] = replace(turns.get(one.desk, Turn()), leaving=one)
        elif day < one.first <= until and not _came_before(hub, one):
            known = turns.get(one.desk, Turn())
            if known.joining is None or one.first < known.joining.first:
                turns[one.desk] = replace(known, joining=one)
    return turns


def _goes_on(hub: Hub, ending: Allocation) -> bool:
    return any(
        other.agency == ending.agency and ending.last is not None and other.first - ONE_DAY == ending.last
        for other in hub.allocations_of[ending.desk]
    )


def _came_before(hub: Hub, beginning: Allocation) -> bool:
    return any(
        other.agency == beginning.agency and other.last == beginning.first - ONE_DAY
        for other in hub.allocations_of[beginning.desk]
    )
