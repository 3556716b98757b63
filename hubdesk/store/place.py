"""What the store asks of the place where a hub lives: a file, or a team's database."""

from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from hubdesk.store.trouble import Trouble


class Mode(Enum):
    """What a hub is opened for."""

    READ = "read"
    """To look at; also beside somebody who has it open to change."""
    WRITE = "write"
    """To look at and to change; a file by one person at a time."""


class Place(Protocol):
    """Where a hub lives."""

    @property
    def name(self) -> str:
        """What people call the place: a file's name, or server and database. Never a password."""
        ...

    @property
    def is_shared(self) -> bool:
        """Whether many people change it at once."""
        ...

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one moment."""
        ...

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that nobody else writes beside: committed at the end, undone by an exception."""
        ...

    def trouble(self, error: DBAPIError) -> Trouble | None:
        """What `error` means to a user; None where it is a bug."""
        ...

    def lay_tables(self, connection: Connection) -> None:
        """Make the empty tables of a new hub. Raises Refused if something is there already."""
        ...

    def heartbeat(self) -> None:
        """Show others that this hub is still open. Raises Refused when somebody else has taken it over."""
        ...

    def copy_to(self, path: Path) -> None:
        """Write a document of its own to `path`. Raises Refused."""
        ...

    def close(self) -> None: ...
