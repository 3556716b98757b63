"""Opening a document: what it is, whether it is whole, and whose it is, before anything is written."""

import os
import sqlite3
import stat
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from hubdesk.domain.problem import Refused
from hubdesk.store.file import APPLICATION_ID, DocumentFile, connect
from hubdesk.store.place import Mode
from hubdesk.store.safeguards import safeguards_stand
from hubdesk.store.shape import tables_stand
from hubdesk.store.sqlite_trouble import sqlite_error_name, sqlite_trouble
from hubdesk.store.trouble import Trouble, of_disk
from hubdesk.store.upgrades import LADDER, NewerVersion, RewroteHistory, Step, UnlikeItsVersion, climb, newest


def open_file(path: Path, user: str, mode: Mode, ladder: tuple[Step, ...] = LADDER) -> DocumentFile:
    """The document at `path`, checked and, if older, brought up to date.

    Raises Refused, having left it as it was.
    """
    version = _version(path)
    if version > newest(ladder):
        raise Refused(Trouble.NEWER_VERSION.at(path.name))
    if version < newest(ladder) and mode is Mode.READ:
        raise Refused(Trouble.OLDER_VERSION.at(path.name))
    document = DocumentFile(path, mode)
    try:
        _settle_last_change(document, mode)
        with document.reading() as connection:
            _check_whole(connection, path.name)
        if mode is Mode.WRITE:
            document.claim(user)
            _upgrade(document, ladder)
        with document.reading() as connection:
            if not tables_stand(connection):
                raise Refused(Trouble.DAMAGED.at(path.name))
            # Without them a hub may still be looked at: else verify could not say what was altered.
            if mode is Mode.WRITE and not safeguards_stand(connection):
                raise Refused(Trouble.DAMAGED.at(path.name))
    except DBAPIError as error:
        document.close()
        trouble = document.trouble(error)
        if trouble is None:
            raise
        raise Refused(trouble.at(path.name)) from error
    except BaseException:
        document.close()
        raise
    return document


def _version(path: Path) -> int:
    """The version of the document at `path`. Raises Refused if it is none.

    Looks through SQLite without locks or journal, so that a file of any origin stays untouched.
    """
    try:
        found = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise Refused(Trouble.NO_SUCH_FILE.at(str(path))) from None
    except PermissionError as error:
        raise Refused(Trouble.UNREADABLE.at(str(path))) from error
    except OSError as error:
        raise Refused(of_disk(error).at(path.name)) from error
    if not stat.S_ISREG(found):
        raise Refused(Trouble.NOT_A_DOCUMENT.at(path.name))
    try:
        with closing(connect(path, "ro&immutable=1")) as connection:
            # After a kill the file may be shorter than its header says, until SQLite has undone the last
            # change; this has the header read all the same. On this connection it can do nothing else.
            connection.execute("PRAGMA writable_schema=ON")
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        if sqlite_error_name(error).startswith("SQLITE_CANTOPEN"):
            raise Refused(Trouble.UNREADABLE.at(path.name)) from error
        trouble = sqlite_trouble(error)
        if trouble is None:
            raise
        raise Refused(trouble.at(path.name)) from error
    if application != APPLICATION_ID or version < 1:
        raise Refused(Trouble.NOT_A_DOCUMENT.at(path.name))
    return int(version)


def _settle_last_change(document: DocumentFile, mode: Mode) -> None:
    """Let SQLite undo a change that was cut off half-way, which a reader's connection may not."""
    if mode is Mode.WRITE:
        return
    try:
        with document.reading() as connection:
            connection.exec_driver_sql("SELECT 1 FROM log LIMIT 1")
    except DBAPIError as error:
        if not sqlite_error_name(error.orig).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise
        try:
            with closing(connect(document.path, "rw")) as writer:
                writer.execute("SELECT 1 FROM log LIMIT 1")
        except sqlite3.Error:
            raise Refused(Trouble.INTERRUPTED.at(document.name)) from error


def _check_whole(connection: Connection, name: str) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise Refused(Trouble.DAMAGED.at(name))


def _upgrade(document: DocumentFile, ladder: tuple[Step, ...]) -> None:
    """If the document is older, bring it up to date in one transaction, a copy as it was beside it.

    Its version is read now that it is ours: somebody may have brought it up to date since it was looked at.
    """
    with document.reading() as connection:
        version = _version_in(connection)
    if version == newest(ladder):
        return
    if version < newest(ladder):
        document.copy_to(_free_name(document.path, version))
    try:
        with document.writing() as connection:
            climb(connection, _version_in(connection), ladder)
            connection.exec_driver_sql(f"PRAGMA user_version={newest(ladder)}")
    except (RewroteHistory, UnlikeItsVersion):
        raise Refused(Trouble.DAMAGED.at(document.name)) from None
    except NewerVersion:
        raise Refused(Trouble.NEWER_VERSION.at(document.name)) from None


def _version_in(connection: Connection) -> int:
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return version


def _free_name(path: Path, version: int) -> Path:
    """A name for the copy: "Parkside (version 1).hubdesk", else "Parkside (version 1, copy 2).hubdesk"."""
    extras = chain([""], (f", copy {number}" for number in count(2)))
    names = (path.with_name(f"{path.stem} (version {version}{extra}){path.suffix}") for extra in extras)
    return next(name for name in names if not os.path.lexists(name))
