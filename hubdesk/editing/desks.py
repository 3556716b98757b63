"""Desks and where they stand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.days import in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point, encloses
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.ending import ended
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed


def add(hub: Hub, *desks: Desk) -> Change:
    """New desks. Raises Refused if one with its id is there already."""
    return added(hub, *desks)


def change(hub: Hub, *desks: Desk) -> Change:
    """Each desk as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *desks)


def rename(hub: Hub, desk: RecordId, code: str) -> Change:
    """Another code for the desk."""
    before = found(hub, Desk, desk)
    return renamed(hub, before, replace(before, code=code))


def move(hub: Hub, desks: Iterable[RecordId], right_mm: int, down_mm: int) -> Change:
    """All by the same way on their floors. One that leaves the outline of its area is in it no more."""
    moved = [found(hub, Desk, desk) for desk in desks]
    after = (_moved(hub, desk, Point(desk.x_mm + right_mm, desk.y_mm + down_mm)) for desk in moved)
    return changed(hub, *after, title=f"Move {_desks(moved)}")


def _moved(hub: Hub, desk: Desk, to: Point) -> Desk:
    outline = hub.areas[desk.area].outline if desk.area is not None else ()
    area = None if outline and not encloses(outline, to) else desk.area
    return replace(desk, x_mm=to.x, y_mm=to.y, area=area)


def withdraw(hub: Hub, desks: Iterable[RecordId], last: date) -> Change:
    """Out of service after `last`; allocations end with the desk, later ones go.

    Desks that are out of service by then stay as they are. Raises Refused if all are, or if one comes
    into service only later.
    """
    edits: list[Edit] = []
    named = [found(hub, Desk, desk) for desk in desks]
    records = [desk for desk in named if desk.last is None or desk.last > last]
    if not records:
        raise refusal(
            "out-of-service-already",
            f"Nothing of it is in service after {in_words(last)}",
            _desks(named),
            "Choose an earlier day, or other desks",
            *named,
        )
    for desk in records:
        if desk.first is not None and desk.first > last:
            raise refusal(
                "not-in-service-yet",
                f"It comes into service on {in_words(desk.first)}",
                f"desk {desk.code}",
                "Choose a later day, or remove the desk",
                desk,
            )
        edits += changed(hub, replace(desk, last=last)).edits
        edits += [edit for one in hub.allocations_of.get(desk.id, ()) for edit in ended(one, last)]
    return Change(f"Take {_desks(records)} out of service after {in_words(last)}", tuple(edits))


def remove(hub: Hub, *desks: RecordId) -> Change:
    """Raises Refused if somebody was ever allocated to one: `withdraw` it, or `remove_with_allocations`."""
    return removed(hub, *(found(hub, Desk, desk) for desk in desks))


def remove_with_allocations(hub: Hub, *desks: RecordId) -> Change:
    """As if they had never been: costs shared by allocated desks change for the past too."""
    return removed(hub, *(found(hub, Desk, desk) for desk in desks), with_=(Allocation,))


def _desks(desks: list[Desk]) -> str:
    return f"desk {desks[0].code}" if len(desks) == 1 else f"{len(desks)} desks"
