"""Desks and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.days import in_words as day_in_words
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.turning import normal
from hubdesk.editing import arranging
from hubdesk.editing.ending import ended
from hubdesk.editing.pieces import in_words, kept_in_area
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed


@dataclass(frozen=True, slots=True)
class DeskDetails:
    """What to set on many desks at once; None: each keeps its own. Millimetres, degrees clockwise."""

    x_mm: int | None = None
    y_mm: int | None = None
    width_mm: int | None = None
    depth_mm: int | None = None
    rotation: Decimal | None = None
    kind: DeskKind | None = None


_DETAIL_WORDS = {
    "x_mm": "x",
    "y_mm": "y",
    "width_mm": "width",
    "depth_mm": "depth",
    "rotation": "rotation",
    "kind": "kind",
}


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
    return arranging.move(hub, desks, (), right_mm, down_mm)


def set_details(hub: Hub, desks: Iterable[RecordId], details: DeskDetails) -> Change:
    """The details that are given, on every one of the desks; the others stay as they are on each."""
    chosen = [found(hub, Desk, desk) for desk in desks]
    given = {
        field.name: value for field in fields(details) if (value := getattr(details, field.name)) is not None
    }
    if details.rotation is not None and details.rotation.is_finite():
        given["rotation"] = normal(details.rotation)
    after = (kept_in_area(hub.areas, replace(desk, **given)) for desk in chosen)
    words = " and ".join(_DETAIL_WORDS[name] for name in given)
    return changed(hub, *after, title=f"Set {words or 'nothing'} of {in_words(chosen)}")


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
            f"Nothing of it is in service after {day_in_words(last)}",
            in_words(named),
            "Choose an earlier day, or other desks",
            *named,
        )
    for desk in records:
        if desk.first is not None and desk.first > last:
            raise refusal(
                "not-in-service-yet",
                f"It comes into service on {day_in_words(desk.first)}",
                f"desk {desk.code}",
                "Choose a later day, or remove the desk",
                desk,
            )
        edits += changed(hub, replace(desk, last=last)).edits
        edits += [edit for one in hub.allocations_of.get(desk.id, ()) for edit in ended(one, last)]
    return Change(f"Take {in_words(records)} out of service after {day_in_words(last)}", tuple(edits))


def remove(hub: Hub, *desks: RecordId) -> Change:
    """Raises Refused if somebody was ever allocated to one: `withdraw` it, or `remove_with_allocations`."""
    return removed(hub, *(found(hub, Desk, desk) for desk in desks))


def remove_with_allocations(hub: Hub, *desks: RecordId) -> Change:
    """As if they had never been: costs shared by allocated desks change for the past too."""
    return removed(hub, *(found(hub, Desk, desk) for desk in desks), with_=(Allocation,))
