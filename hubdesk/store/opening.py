"""Opening and making a hub, by the name of a file or the address of a database."""

from datetime import datetime
from pathlib import Path

from hubdesk.domain.hub import Hub
from hubdesk.store.address import is_address
from hubdesk.store.database import new_database, open_database
from hubdesk.store.file import DocumentFile
from hubdesk.store.file_opening import open_file
from hubdesk.store.new_file import new_file
from hubdesk.store.place import Mode, Place
from hubdesk.store.store import Store


def open_store(where: str | Path, *, user: str, mode: Mode) -> Store:
    """The hub at `where`: the name of a file, or `postgresql://user@server/database`.

    Raises Refused, leaving what is there as it was, when it is no hub, is damaged, is of a newer
    version, is open to change by somebody else, or cannot be reached, read or (to change it) written.
    """
    if is_address(where):
        return Store(open_database(str(where), mode), user=user, mode=mode)
    return Store(open_file(Path(where), user, mode), user=user, mode=mode)


def create_store(where: str | Path, hub: Hub, *, user: str, title: str, when: datetime) -> Store:
    """A new home for `hub`, open to change; its first log entry is called `title`.

    Raises Refused if there is a file at `where` already, or the database holds anything.
    """
    if is_address(where):
        _found(new_database(str(where)), hub, user, title, when)
    else:
        with new_file(Path(where)) as beside:
            _found(DocumentFile(beside, Mode.WRITE), hub, user, title, when)
    return open_store(where, user=user, mode=Mode.WRITE)


def _found(place: Place, hub: Hub, user: str, title: str, when: datetime) -> None:
    with Store(place, user=user, mode=Mode.WRITE) as store:
        store.found(hub, title=title, when=when)
