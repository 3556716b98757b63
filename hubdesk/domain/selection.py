"""Desks by condition: vacant ones on a floor, all of an agency's, those whose code begins so."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name, floor_name, natural_order
from hubdesk.domain.whereabouts import Whereabouts


class Status(Enum):
    """Whether somebody is allocated to a desk; the value is the word people use."""

    ANY = ""
    VACANT = "vacant"
    ALLOCATED = "allocated"


@dataclass(frozen=True, slots=True)
class Condition:
    """What desks to select: all that is said must hold, None and "" say nothing.

    `agency` is the one that sits there; `code` is a part of the desk's code, in either case.
    """

    status: Status = Status.ANY
    agency: RecordId | None = None
    area: RecordId | None = None
    floor: RecordId | None = None
    kind: DeskKind | None = None
    code: str = ""


def matching(hub: Hub, condition: Condition, day: date) -> tuple[RecordId, ...]:
    """The desks in service on `day` for which `condition` holds then, floor by floor in order of code."""
    whereabouts = Whereabouts(hub, day) if condition.area is not None else None
    area = None if condition.area is None else hub.areas.get(condition.area)
    found = [
        desk
        for desk in hub.desks.values()
        if _as_said(condition, desk)
        and holds(desk, day)
        and (whereabouts is None or (area is not None and whereabouts.area_of(desk) == area))
        and _seated(hub, condition, desk, day)
    ]
    found.sort(key=lambda desk: (hub.floors[desk.floor].level, natural_order(desk.code)))
    return tuple(desk.id for desk in found)


def in_words(hub: Hub, condition: Condition) -> str:
    """`condition` as people would say it: "vacant desks on People floor", "all desks"."""
    adjectives = [condition.status.value, condition.kind.value if condition.kind else ""]
    words = [*filter(None, adjectives), "desks"]
    if condition.agency is not None:
        words.append(f"of {agency_name(hub.agencies[condition.agency])}")
    if condition.area is not None:
        area = hub.areas[condition.area]
        words.append(
            f"in area {area.code}" if area.name in ("", area.code) else f"in {area.name} ({area.code})"
        )
    if condition.floor is not None:
        words.append(f"on {floor_name(hub.floors[condition.floor])}")
    if condition.code:
        words.append(f"with “{condition.code}” in their code")
    return " ".join(words) if len(words) > 1 else "all desks"


def _as_said(condition: Condition, desk: Desk) -> bool:
    return (
        condition.floor in (None, desk.floor)
        and condition.kind in (None, desk.kind)
        and condition.code.casefold() in desk.code.casefold()
    )


def _seated(hub: Hub, condition: Condition, desk: Desk, day: date) -> bool:
    if condition.status is Status.ANY and condition.agency is None:
        return True
    allocation = hub.allocation_on(desk.id, day)
    if condition.agency is not None and (allocation is None or allocation.agency != condition.agency):
        return False
    return condition.status is Status.ANY or (condition.status is Status.VACANT) == (allocation is None)
