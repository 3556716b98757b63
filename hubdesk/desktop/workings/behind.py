"""What stands behind a figure: the places of the facts that it rests on, and what records are called."""

from collections.abc import Sequence
from datetime import date

from hubdesk.charging.workings import Unit, Working
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.on_the_plan import on_the_plan

GONE = "no longer in the hub"


def places_behind(working: Working, hub: Hub, day: date) -> tuple[RecordId, ...]:
    """What of the plan stands behind `working` on `day`: the ids of desks, areas and floors.

    Square metres are the areas that an agency has to itself; else an agency stands for its desks.
    """
    found: dict[RecordId, None] = {}
    areas: set[RecordId] = set()
    for one in working.each_once():
        if one.unit is Unit.SQUARE_METRES:
            areas.update(one.records)
        else:
            found.update(dict.fromkeys(one.records))
    alone = (one.id for one in hub.areas.values() if one.agency in areas and holds(one, day))
    return tuple(place.id for place in on_the_plan(hub, (*found, *alone), day))


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
