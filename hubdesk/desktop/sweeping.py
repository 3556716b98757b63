"""Keeping the garbage collector's sweeps short, however large the hub that is open."""

import gc

from hubdesk.domain.hub import Hub

_MANY = 2_000


def spare(hub: Hub) -> None:
    """Have sweeps pass over everything there is by now, if the `hub` that was opened is a large one.

    A full sweep looks at every record and holds up every thread meanwhile: with 10,000 desks for tenths
    of a second, several times after each edit, because workers make many values. Records are let go of
    without a sweep. What an earlier hub has left behind is swept up first.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    if len(hub.desks) + len(hub.allocations) >= _MANY:
        gc.freeze()
