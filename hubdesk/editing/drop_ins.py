"""Drop-ins."""

from hubdesk.domain.change import Change
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.records import added, changed, found, removed


def add(hub: Hub, *drop_ins: DropIn) -> Change:
    """New drop-ins. Raises Refused if one with its id is there already."""
    return added(hub, *drop_ins)


def change(hub: Hub, *drop_ins: DropIn) -> Change:
    """Each drop-in as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *drop_ins)


def remove(hub: Hub, *drop_ins: RecordId) -> Change:
    """The drop-ins gone. Raises Refused if somebody removed one meanwhile."""
    return removed(hub, *(found(hub, DropIn, one) for one in drop_ins))
