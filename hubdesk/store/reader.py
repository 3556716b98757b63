"""The hub as it stands in the store."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection

from hubdesk.domain.hub import Hub
from hubdesk.domain.run import IssuedRun
from hubdesk.store import log, runs
from hubdesk.store.bindings import BINDINGS


class Snapshot(NamedTuple):
    """A hub, and the number of the last entry of its log."""

    hub: Hub
    sequence: int


class Holding(NamedTuple):
    """All that a hub's place holds, of one moment, but for its log.

    `runs` are the issued ones, in order; `people` the names that ids in them stand for.
    """

    hub: Hub
    sequence: int
    runs: tuple[IssuedRun, ...]
    people: Mapping[str, str]


def snapshot(connection: Connection) -> Snapshot:
    """What stands, read in one transaction. Raises one of `columns.UNREADABLE` where it cannot be read."""
    with _no_garbage():
        hub = Hub({kind: binding.everything(connection) for kind, binding in BINDINGS.items()})
    return Snapshot(hub, log.last_sequence(connection))


def holding(connection: Connection) -> Holding:
    """The same, with the issued runs and the names of people."""
    return Holding(*snapshot(connection), runs.issued(connection), log.people(connection))


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
