"""Areas of a floor."""

from dataclasses import replace

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.records import added, changed, found, removed, renamed
from hubdesk.editing.rules import naming


def add(hub: Hub, *areas: Area) -> Change:
    """New areas. Raises Refused if one with its id is there already."""
    return added(hub, *areas)


def change(hub: Hub, *areas: Area) -> Change:
    """Each area as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *areas)


def rename(hub: Hub, area: RecordId, code: str) -> Change:
    """Another code, and placement rules that name the area follow."""
    before = found(hub, Area, area)
    rules = (replace(rule, value=code) for rule in naming(hub, before))
    return renamed(hub, before, replace(before, code=code), *rules)


def give(hub: Hub, area: RecordId, agency: RecordId) -> Change:
    """For that agency's sole use, on all days of the area."""
    before, user = found(hub, Area, area), found(hub, Agency, agency)
    return changed(hub, replace(before, agency=agency), title=f"Area {before.code} for {user.code} alone")


def free(hub: Hub, area: RecordId) -> Change:
    """For nobody's sole use."""
    before = found(hub, Area, area)
    return changed(hub, replace(before, agency=None), title=f"Area {before.code} for everybody")


def remove(hub: Hub, area: RecordId) -> Change:
    """With its drop-ins and rules; desks that were said to be in it stand where they are."""
    record = found(hub, Area, area)
    return removed(hub, record, *naming(hub, record))
