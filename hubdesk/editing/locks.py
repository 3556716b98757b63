"""Locks on desks and areas: what is locked stays put when things on the plan are dragged."""

from collections.abc import Iterable
from dataclasses import replace

from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.pieces import in_words
from hubdesk.editing.records import changed, found


def lock(hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId] = ()) -> Change:
    """All of them locked; those that are already stay as they are."""
    chosen = _chosen(hub, desks, areas)
    return changed(hub, *(replace(one, locked=True) for one in chosen), title=f"Lock {in_words(chosen)}")


def unlock(hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId] = ()) -> Change:
    """None of them locked; those that are not stay as they are."""
    chosen = _chosen(hub, desks, areas)
    after = (replace(one, locked=False) for one in chosen)
    return changed(hub, *after, title=f"Unlock {in_words(chosen)}")


def _chosen(hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId]) -> list[Desk | Area]:
    return [*(found(hub, Desk, desk) for desk in desks), *(found(hub, Area, area) for area in areas)]
