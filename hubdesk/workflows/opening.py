"""Opening and making hubs, as whole documents: what a worker does before a window shows one."""

from collections.abc import Callable
from pathlib import Path

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.checks import errors
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Clock, Document
from hubdesk.workflows.import_hub import read_hub_workbook

_FIRST_FLOOR_MM = (30_000, 20_000)


def opened(where: str, *, user: str, mode: Mode, clock: Clock) -> Document:
    """The hub at `where`, a file or the address of a database. Raises Refused."""
    store = open_store(where, user=user, mode=mode)
    try:
        return Document(store, clock=clock)
    except BaseException:
        store.close()
        raise


def made(where: str, hub: Hub, title: str, *, user: str, clock: Clock) -> Document:
    """A new home for `hub`, with its first entry called `title`. Raises Refused if something is there."""
    return Document(create_store(where, hub, user=user, title=title, when=clock()), clock=clock)


def brought_in(
    book: Path, where: str, title: str, *, user: str, clock: Clock, check: Callable[[], object]
) -> tuple[Document, tuple[Problem, ...]]:
    """A new hub from a hub workbook, and what it warns of. Raises Refused with every fault at once.

    `check` is called before anything is made: what it raises stops it.
    """
    imported = read_hub_workbook(book)
    check()
    return made(where, imported.hub, title, user=user, clock=clock), imported.warnings


def new_hub(name: str, host_code: str, host_name: str) -> Hub:
    """A hub with its host, a ground floor to draw on, and nothing else. Raises Refused for a blank."""
    blanks = {"its name": name, "the code of its host": host_code, "the name of its host": host_name}
    if missing := [what for what, text in blanks.items() if not text.strip()]:
        what = f"A hub needs {' and '.join(missing)}"
        raise Refused(error("blank", what, "the new hub", "Fill in every field"))
    host = Agency(new_id(), host_code.strip(), host_name.strip(), Sector.PUBLIC, internal=True)
    width, depth = _FIRST_FLOOR_MM
    hub = Hub.of(
        (
            HubSettings(new_id(), name.strip(), host.id),
            DeskRate(new_id()),
            host,
            Floor(new_id(), "G", "Ground floor", 0, width, depth),
        )
    )
    if found := errors(hub):
        raise Refused(*found)
    return hub
