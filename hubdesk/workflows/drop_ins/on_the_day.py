"""Who drops in where on one day: for the plan, and for the details of an area."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.drop_in_room import AreaRoom
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.occurrences import happens_on
from hubdesk.workflows.drop_ins.words import times


def plan_labels(hub: Hub, day: date) -> Mapping[RecordId, tuple[str, ...]]:
    """What an area bears on the plan on `day`, the fullest first, down to how many drop in.

    Areas where nobody does are left out.
    """
    there: defaultdict[RecordId, list[DropIn]] = defaultdict(list)
    for one in hub.drop_ins.values():
        if happens_on(one, day):
            there[one.area].append(one)
    return {area: _labels(hub, visits) for area, visits in there.items()}


def dropping_in(hub: Hub, area: RecordId, day: date) -> tuple[str, ...]:
    """Who drops in at an area on `day`, and how many of its desks are free for them, in lines."""
    room = AreaRoom(hub, hub.areas[area])
    lines = [_line(hub, one) for one in room.visits_on(day)]
    if lines and room.has_desks:
        free = room.free_on(day)
        lines.append(f"{free or 'No'} {'desk is' if free == 1 else 'desks are'} free here for drop-ins")
    return tuple(lines)


def _line(hub: Hub, one: DropIn) -> str:
    agency = hub.agencies[one.agency]
    desks = f", {one.desks} desk{'s' * (one.desks != 1)}" if one.desks else ""
    purpose = f": {one.purpose}" if one.purpose else ""
    return f"{times(one.starts, one.ends)} {agency.name or agency.code} ({agency.code}){desks}{purpose}"


def _labels(hub: Hub, visits: list[DropIn]) -> tuple[str, ...]:
    in_order = sorted(visits, key=lambda one: (one.starts, one.ends, one.id))
    coded = [(hub.agencies[one.agency].code, one) for one in in_order]
    texts = (
        ", ".join(f"{code} {one.starts:%H:%M}–{one.ends:%H:%M}" for code, one in coded),
        ", ".join(f"{code} {one.starts:%H:%M}" for code, one in coded),
        ", ".join(dict.fromkeys(code for code, _ in coded)),
        f"{len(coded)}",
    )
    return tuple(dict.fromkeys(texts))
