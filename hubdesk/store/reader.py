"""The hub as it stands in the store."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection

from hubdesk.domain.hub import Hub
from hubdesk.store.bindings import BINDINGS
from hubdesk.store.log import last_sequence


class Snapshot(NamedTuple):
    """A hub, and the number of the last change in it."""

    hub: Hub
    sequence: int


def snapshot(connection: Connection) -> Snapshot:
    """What stands, read in one transaction. Raises one of `columns.UNREADABLE` where it cannot be read."""
    with _no_garbage():
        hub = Hub({kind: binding.everything(connection) for kind, binding in BINDINGS.items()})
    return Snapshot(hub, last_sequence(connection))


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Keep the garbage collector from going through ten thousands of new records that all stay.

    It would take as long as reading them.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
