"""Working links."""

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
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
