"""What placing agencies weighs, and which of today's allocations stay whatever is proposed."""

from collections.abc import Iterable
from dataclasses import replace

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.placing import PlacementSettings
from hubdesk.editing.records import added, changed, found


def set_up(hub: Hub, settings: PlacementSettings) -> Change:
    """The first placement settings, or others in their place (with the id of those that there are)."""
    return added(hub, settings) if hub.placement_settings is None else changed(hub, settings)


def pin(hub: Hub, allocations: Iterable[RecordId]) -> Change:
    """All of them stay when another plan is proposed; those that do already are left alone."""
    return _pinned(hub, allocations, "Pin", pinned=True)


def unpin(hub: Hub, allocations: Iterable[RecordId]) -> Change:
    """None of them has to stay when another plan is proposed."""
    return _pinned(hub, allocations, "Unpin", pinned=False)


def _pinned(hub: Hub, allocations: Iterable[RecordId], verb: str, *, pinned: bool) -> Change:
    chosen = [found(hub, Allocation, one) for one in allocations]
    after = (replace(one, pinned=pinned) for one in chosen)
    return changed(hub, *after, title=f"{verb} {counted(len({one.desk for one in chosen}), 'desk')}")
