"""What stands behind a figure: the places of the facts that it rests on, and what records are called."""

from collections.abc import Iterator, Sequence
from datetime import date

from hubdesk.charging.workings import Step, Unit, Working
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.on_the_plan import on_the_plan

GONE = "no longer in the hub"
_MOST = 20_000
"""So many figures are looked through: more would hold up the window."""


def places_behind(working: Working, hub: Hub, day: date) -> tuple[RecordId, ...] | None:
    """What of the plan stands behind `working` on `day`: the ids of desks, areas and floors.

    Square metres are the areas that an agency has to itself; else an agency stands for its desks. What
    a figure is divided by, all weights for instance, counts only where one stands on it. None where more
    figures would have to be looked through than the window can wait for.
    """
    found: dict[RecordId, None] = {}
    areas: set[RecordId] = set()
    for number, one in enumerate(_numerators(working)):
        if number == _MOST:
            return None
        if one.unit is Unit.SQUARE_METRES:
            areas.update(one.records)
        else:
            found.update(dict.fromkeys(one.records))
    alone = (one.id for one in hub.areas.values() if one.agency in areas and holds(one, day))
    return tuple(place.id for place in on_the_plan(hub, (*found, *alone), day))


def _numerators(working: Working) -> Iterator[Working]:
    """`working` and what is below it, each once, without what anything is divided by."""
    been: set[int] = set()
    waiting = [working]
    while waiting:
        one = waiting.pop()
        if id(one) not in been:
            been.add(id(one))
            yield one
            waiting.extend(reversed(one.of[:1] if one.step is Step.QUOTIENT else one.of))


def name_in(hub: Hub, id_: RecordId) -> str:
    """The record as people call it."""
    record = next((one[id_] for one in hub.tables.values() if id_ in one), None)
    return GONE if record is None else named(hub, record)


def names_in(hub: Hub, records: Sequence[RecordId]) -> str:
    """ "licence L01", "licence L01 and 3 more"; empty without records."""
    if not records:
        return ""
    more = f" and {len(records) - 1:,} more" if len(records) > 1 else ""
    return f"{name_in(hub, records[0])}{more}"
