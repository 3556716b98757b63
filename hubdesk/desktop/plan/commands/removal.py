"""What removing the selection comes to, in each of the ways there are."""

from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import areas, desks
from hubdesk.editing.pieces import in_words
from hubdesk.editing.records import refusal


def removed(chosen: Chosen, hub: Hub) -> Change:
    """All of it gone. Raises Refused for what is locked, and where somebody was ever allocated."""
    _none_locked(chosen)
    change = desks.remove(hub, *(one.id for one in chosen.desks)) if chosen.desks else Change("", ())
    return _with_areas(chosen, hub, change)


def removed_with_allocations(chosen: Chosen, hub: Hub) -> Change:
    """All of it gone as if it had never been. Raises Refused for what is locked."""
    _none_locked(chosen)
    return _with_areas(chosen, hub, desks.remove_with_allocations(hub, *(one.id for one in chosen.desks)))


def withdrawn(chosen: Chosen, hub: Hub) -> Change:
    """The desks out of service from the as-at day on; areas stay. Raises Refused as `desks.withdraw`."""
    _none_locked(chosen)
    return desks.withdraw(hub, [one.id for one in chosen.desks], chosen.session.as_at - ONE_DAY)


def _with_areas(chosen: Chosen, hub: Hub, change: Change) -> Change:
    for area in chosen.areas:
        change = change.then(areas.remove(hub.applying(change), area.id))
    return Change(f"Remove {in_words(chosen.records)}", change.edits)


def _none_locked(chosen: Chosen) -> None:
    locked = chosen.locked
    if locked:
        raise refusal(
            "locked",
            "It is locked" if len(locked) == 1 else "They are locked",
            in_words(locked),
            "Unlock what is to be removed first",
            *locked,
        )
