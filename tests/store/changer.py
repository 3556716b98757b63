"""A process that changes a document without end, until it is killed."""

from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change, updating
from hubdesk.domain.hub import Hub
from hubdesk.store import Mode, open_store
from tests.store.at import NOW


def marked(hub: Hub, number: int) -> Change:
    """Write `number` into the hub's name and every agency's, and enough text to fill a few pages."""
    name = f"{number} " + "x" * 300
    agencies = [(one, replace(one, name=name)) for one in hub.all(Agency)]
    return updating(str(number), (hub.settings, replace(hub.settings, name=name)), *agencies)


def marks(hub: Hub) -> set[int]:
    """The numbers that the hub bears: one only, if every change is there whole."""
    names = [hub.settings.name, *(one.name for one in hub.all(Agency))]
    return {int(name.split()[0]) for name in names}


def change_without_end(path: Path, acknowledge: Connection) -> None:
    """Make change after change, and tell of each once it is committed."""
    with open_store(path, user="Ann", mode=Mode.WRITE) as store:
        hub, sequence = store.snapshot()
        while True:
            change = marked(hub, sequence + 1)
            sequence = store.write(change, when=NOW).sequence
            hub = hub.applying(change)
            acknowledge.send(sequence)
