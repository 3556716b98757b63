"""A document: one SQLite file, which one person at a time changes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from hubdesk.domain.problem import Refused
from hubdesk.store.new_file import new_file
from hubdesk.store.owner import OwnerFile, Taken
from hubdesk.store.place import Mode
from hubdesk.store.safeguards import SQLITE_TRIGGERS
from hubdesk.store.sqlite_trouble import sqlite_trouble
from hubdesk.store.tables import METADATA
from hubdesk.store.trouble import Trouble, of_disk
from hubdesk.store.upgrades import newest

APPLICATION_ID = 0x48554244
"""HUBD, in the header of every document."""

_BUSY_SECONDS = 5.0

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    # Files come from elsewhere: nothing in a schema is trusted, no page is mapped unchecked.
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    # Else INSERT OR REPLACE deletes past the triggers.
    "PRAGMA recursive_triggers=ON",
    # With a rollback journal, full, a committed change outlives a power cut. Write-ahead logs fail on
    # network drives.
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
)


class DocumentFile:
    """The open file. Only SQLite reads it: another read by this process would drop its locks."""

    def __init__(self, path: Path, mode: Mode) -> None:
        self.path = path
        self._owner: OwnerFile | None = None
        self._engine = _engine(path, "ro" if mode is Mode.READ else "rw")

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def is_shared(self) -> bool:
        return False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        options = {"hubdesk_begin": "BEGIN IMMEDIATE"}
        with self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def trouble(self, error: DBAPIError) -> Trouble | None:
        return sqlite_trouble(error.orig)

    def lay_tables(self, connection: Connection) -> None:
        METADATA.create_all(connection)
        for statement in SQLITE_TRIGGERS.values():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={newest()}")

    def claim(self, user: str) -> None:
        """Make `user` the one who changes the file. Raises Refused, and DBAPIError."""
        owner = OwnerFile(self.path, user)
        with self._owner_in_words(Trouble.OPEN_ELSEWHERE):
            self._claim(owner)
        self._owner = owner

    def heartbeat(self) -> None:
        if self._owner is None:
            return
        with self._owner_in_words(Trouble.TAKEN_OVER):
            if not self._owner.beat():
                self._claim(self._owner)

    def _claim(self, owner: OwnerFile) -> None:
        # The file's own lock lets only one opening look at the owner file at a time.
        with self.writing():
            owner.claim()

    @contextmanager
    def _owner_in_words(self, taken_means: Trouble) -> Iterator[None]:
        try:
            yield
        except Taken as taken:
            raise Refused(taken_means.at(self.name, **taken.owner.facts)) from None
        except OSError as error:
            raise Refused(of_disk(error).at(self.name)) from error

    def copy_to(self, path: Path) -> None:
        with new_file(path) as beside, closing(connect(beside, "rw")) as target:
            source = self._engine.raw_connection()
            try:
                source.driver_connection.backup(target)  # type: ignore[union-attr]
            except sqlite3.Error as error:
                trouble = sqlite_trouble(error)
                if trouble is None:
                    raise
                raise Refused(trouble.at(path.name)) from error
            finally:
                source.close()

    def close(self) -> None:
        self._engine.dispose()
        if self._owner is not None:
            self._owner.release()
            self._owner = None


def connect(path: Path, access: str) -> sqlite3.Connection:
    """SQLite's own connection to `path`, to be used by one thread at a time, whichever made it.

    So a worker can open a document and hand it over. `access` is "ro", "rw", or "ro&immutable=1", which
    neither locks nor looks at the journal.
    """
    # As bytes: the name of a file need not be text.
    place = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    return sqlite3.connect(
        f"file://{place if place.startswith('/') else '/' + place}?mode={access}",
        uri=True,
        timeout=_BUSY_SECONDS,
        check_same_thread=False,  # the store sees that threads take turns
        isolation_level=None,  # transactions begin where the engine says, not where the driver guesses
    )


def _engine(path: Path, access: str) -> Engine:
    def opened() -> sqlite3.Connection:
        connection = connect(path, access)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        if access == "rw":
            connection.execute("PRAGMA journal_mode=DELETE")
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("hubdesk_begin", "BEGIN"))

    return engine
