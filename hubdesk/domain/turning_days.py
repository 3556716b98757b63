"""The days on which something in the building changes."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from hubdesk.domain.days import Dated, boundaries
from hubdesk.domain.hub import Hub


def turning_days(hub: Hub, first: date, last: date) -> Mapping[date, int]:
    """How many records of the building begin or end on each day between, in order of day.

    Desks, areas, allocations and licences, with the steps of licences.
    """
    tally: Counter[date] = Counter()
    dated: list[Dated] = [*hub.desks.values(), *hub.areas.values(), *hub.allocations.values()]
    for record in dated:
        tally.update(boundaries([record]))
    for licence in hub.licences.values():
        tally.update(boundaries([licence]) | {step.first for step in licence.desks.steps})
    return {day: tally[day] for day in sorted(tally) if first <= day <= last}
