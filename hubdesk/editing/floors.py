"""Floors."""

from dataclasses import replace

from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.records import added, changed, found, removed, renamed
from hubdesk.editing.rules import naming


def add(hub: Hub, *floors: Floor) -> Change:
    """New floors. Raises Refused if one with its id is there already."""
    return added(hub, *floors)


def change(hub: Hub, *floors: Floor) -> Change:
    """Each floor as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *floors)


def rename(hub: Hub, floor: RecordId, code: str) -> Change:
    """Another code, and placement rules that name the floor follow."""
    before = found(hub, Floor, floor)
    rules = (replace(rule, value=code) for rule in naming(hub, before))
    return renamed(hub, before, replace(before, code=code), *rules)


def remove(hub: Hub, floor: RecordId) -> Change:
    """With its areas, desks and rules. Raises Refused if somebody was ever allocated there."""
    record = found(hub, Floor, floor)
    return removed(hub, record, *naming(hub, record))
