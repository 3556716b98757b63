"""Floors."""

from dataclasses import replace

from hubdesk.domain.box import box_of
from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Outline
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.outlines import tidied
from hubdesk.editing.pieces import enclosing
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed
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


def set_outline(hub: Hub, floor: RecordId, outline: Outline) -> Change:
    """Another outline; width and depth follow, to its furthest corners.

    Raises Refused if the outline encloses no one space, or none of it right of and below the corner
    from which the floor is measured.
    """
    record, drawn = found(hub, Floor, floor), tidied(outline)
    after = enclosing(replace(record, outline=drawn))
    far = box_of(drawn)
    if far.right <= 0 or far.bottom <= 0:
        raise refusal(
            "outline-off-the-floor",
            "All of the outline lies left of or above the floor's corner",
            f"floor {record.code}",
            "Draw it right of and below the corner",
            record,
        )
    sized = replace(after, width_mm=far.right, depth_mm=far.bottom)
    return changed(hub, sized, title=f"Set the outline of floor {record.code}")


def remove(hub: Hub, floor: RecordId) -> Change:
    """With its areas, desks and rules. Raises Refused if somebody was ever allocated there."""
    record = found(hub, Floor, floor)
    return removed(hub, record, *naming(hub, record))
