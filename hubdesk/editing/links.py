"""Working links."""

from dataclasses import replace
from decimal import Decimal

from hubdesk.domain.change import Change, merged
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.link import WorkingLink
from hubdesk.editing.records import added, changed, found, removed


def add(hub: Hub, *links: WorkingLink) -> Change:
    """New working links. Raises Refused if one with its id is there already."""
    return added(hub, *links)


def change(hub: Hub, *links: WorkingLink) -> Change:
    """Each working link as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *links)


def remove(hub: Hub, link: RecordId) -> Change:
    """The working link gone. Raises Refused if somebody removed it meanwhile."""
    return removed(hub, found(hub, WorkingLink, link))


def set_strength(hub: Hub, agency: RecordId, other: RecordId, strength: Decimal | None) -> Change:
    """Two agencies linked so strongly, by one link alone; None: by none.

    The link that there is keeps its reason; of several the strongest stays, and the others go.
    """
    there = hub.links_between.get(frozenset((agency, other)), ())
    if strength is None:
        return removed(hub, *there) if there else Change("No working link", ())
    if not there:
        return added(hub, WorkingLink(new_id(), agency, other, strength))
    first, *others = sorted(there, key=lambda one: (-one.strength, one.id))
    change_ = changed(hub, replace(first, strength=strength))
    return merged(change_.title, (change_, removed(hub, *others))) if others else change_
