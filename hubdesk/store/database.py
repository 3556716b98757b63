"""A team's database: PostgreSQL, where many people change one hub."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Table,
    create_engine,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError

from hubdesk.domain.problem import Refused
from hubdesk.store.address import name_of, url_of
from hubdesk.store.columns import WHOLE_NUMBER
from hubdesk.store.passwords import kept_password
from hubdesk.store.place import Mode
from hubdesk.store.postgresql_trouble import postgresql_trouble
from hubdesk.store.safeguards import postgresql_triggers, safeguards_stand
from hubdesk.store.shape import tables_stand
from hubdesk.store.tables import METADATA
from hubdesk.store.trouble import Trouble
from hubdesk.store.upgrades import LADDER, NewerVersion, RewroteHistory, Step, UnlikeItsVersion, climb, newest

_WRITERS_LOCK = 0x48554244
"""HUBD: the advisory lock by which writers take turns, so that the log has no gaps."""

_VERSION = Table("hubdesk", MetaData(), Column("version", WHOLE_NUMBER, nullable=False))
"""One row: of which version the tables are. A file has this in its header."""

_CONNECT_SECONDS = 10


class TeamDatabase:
    """A connection to the database, made anew if it is lost."""

    def __init__(self, address: str) -> None:
        url = url_of(address)
        self._name = name_of(url)
        arguments: dict[str, str | int] = {"connect_timeout": _CONNECT_SECONDS}
        password = kept_password(self._name)
        if password is not None:
            arguments["password"] = password
        self._engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=1,
            max_overflow=1,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=arguments,
        )

    @property
    def name(self) -> str:
        return self._name

    @property
    def is_shared(self) -> bool:
        return True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS_LOCK})
            yield connection

    def trouble(self, error: DBAPIError) -> Trouble | None:
        return postgresql_trouble(error)

    def lay_tables(self, connection: Connection) -> None:
        if inspect(connection).get_table_names():
            raise Refused(Trouble.NOT_EMPTY.at(self.name))
        METADATA.create_all(connection)
        _VERSION.create(connection)
        connection.execute(insert(_VERSION), {"version": newest()})
        for statement in postgresql_triggers():
            connection.execute(text(statement))

    def version(self) -> int:
        """The version of the tables. Raises Refused if there is no hub."""
        with self.reading() as connection:
            if not inspect(connection).has_table(_VERSION.name):
                raise Refused(Trouble.NO_HUB.at(self.name))
            return _version_in(connection)

    def upgrade(self, ladder: tuple[Step, ...]) -> None:
        """Bring the tables up to date, in one transaction."""
        with self.writing() as connection:
            # Read again in one's turn: a colleague may have brought them up to date meanwhile.
            climb(connection, _version_in(connection), ladder)
            connection.execute(update(_VERSION), {"version": newest(ladder)})

    def check(self, mode: Mode) -> None:
        """See that the tables are Hubdesk's, and to change them, their safeguards too. Raises Refused."""
        with self.reading() as connection:
            # Without safeguards a hub may still be looked at: else verify could not say what was altered.
            if not tables_stand(connection) or (mode is Mode.WRITE and not safeguards_stand(connection)):
                raise Refused(Trouble.DAMAGED.at(self.name))

    def heartbeat(self) -> None:
        """Nothing to show: a team has the hub open together."""

    def copy_to(self, path: Path) -> None:
        raise Refused(Trouble.NOT_COPIED_AS_FILE.at(self.name))

    def close(self) -> None:
        self._engine.dispose()


def new_database(address: str) -> TeamDatabase:
    """The database at `address`, for a hub to be founded in. Raises Refused."""
    return TeamDatabase(address)


def open_database(address: str, mode: Mode, ladder: tuple[Step, ...] = LADDER) -> TeamDatabase:
    """The database at `address`, checked and, if older, brought up to date. Raises Refused."""
    database = TeamDatabase(address)
    try:
        version = database.version()
        if version > newest(ladder):
            raise Refused(Trouble.NEWER_VERSION.at(database.name))
        if version < newest(ladder):
            if mode is Mode.READ:
                raise Refused(Trouble.OLDER_VERSION.at(database.name))
            database.upgrade(ladder)
        database.check(mode)
    except (RewroteHistory, UnlikeItsVersion):
        database.close()
        raise Refused(Trouble.DAMAGED.at(database.name)) from None
    except NewerVersion:
        database.close()
        raise Refused(Trouble.NEWER_VERSION.at(database.name)) from None
    except DBAPIError as error:
        database.close()
        trouble = database.trouble(error)
        if trouble is None:
            raise
        raise Refused(trouble.at(database.name)) from error
    except BaseException:
        database.close()
        raise
    return database


def _version_in(connection: Connection) -> int:
    version: int = connection.execute(select(_VERSION.c.version)).scalar_one()
    return version
