"""Pins: the desks whose sitters stay when another plan is proposed."""

from collections.abc import Iterable
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId


def pinned_on(hub: Hub, day: date) -> frozenset[RecordId]:
    """Every desk where somebody sits on `day` who stays."""
    return _pinned(hub.allocations.values(), day)


def pinned_at(hub: Hub, desks: Iterable[RecordId], day: date) -> frozenset[RecordId]:
    """Those of some desks."""
    return _pinned((one for desk in desks for one in hub.allocations_of.get(desk, ())), day)


def stays_at(hub: Hub, desks: Iterable[RecordId], day: date) -> tuple[Allocation, ...]:
    """Who sits at some desks on `day`, pinned or not; nothing of a desk that is vacant then."""
    return tuple(one for desk in desks if (one := hub.allocation_on(desk, day)) is not None)


def _pinned(stays: Iterable[Allocation], day: date) -> frozenset[RecordId]:
    return frozenset(one.desk for one in stays if one.pinned and holds(one, day))
