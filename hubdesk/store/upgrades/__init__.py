"""The numbered ladder by which older documents are brought up to date.

Each step is a module of its own, imported here by name so that packaging sees it: step N makes
version N of version N - 1 by SQL alone, never by way of the tables as they are today.
"""

import hashlib
from collections.abc import Callable

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from hubdesk.store.sqlite_trouble import sqlite_error_name
from hubdesk.store.upgrades.version_2 import to_version_2
from hubdesk.store.upgrades.version_3 import to_version_3
from hubdesk.store.upgrades.version_4 import to_version_4
from hubdesk.store.upgrades.version_5 import to_version_5

Step = Callable[[Connection], None]

FIRST_VERSION = 1

LADDER: tuple[Step, ...] = (to_version_2, to_version_3, to_version_4, to_version_5)
"""The step to version 2, the step to version 3, and so on."""


class NewerVersion(Exception):
    """The document is already beyond the top of the ladder."""


class UnlikeItsVersion(Exception):
    """The tables are not those of the version that the document says it is of."""


class RewroteHistory(Exception):
    """A step changed the log or an issued run, which stay as they were written."""


def newest(ladder: tuple[Step, ...] = LADDER) -> int:
    """The version at the top of `ladder`."""
    return FIRST_VERSION + len(ladder)


def climb(connection: Connection, version: int, ladder: tuple[Step, ...] = LADDER) -> None:
    """Take a document of `version` up `ladder`, in the caller's transaction.

    Raises RewroteHistory if the log or an issued run came out other than it went in, UnlikeItsVersion,
    and NewerVersion.
    """
    if version > newest(ladder):
        raise NewerVersion
    try:
        before = _history(connection)
        for step in ladder[version - FIRST_VERSION :]:
            step(connection)
        after = _history(connection)
    except DBAPIError as error:
        if isinstance(error, ProgrammingError) or sqlite_error_name(error.orig) == "SQLITE_ERROR":
            raise UnlikeItsVersion from error
        raise
    if after != before:
        raise RewroteHistory


def _history(connection: Connection) -> str:
    """A digest of what no step may touch."""
    digest = hashlib.sha256()
    for query in (
        "SELECT sequence, at, person, title, edits, run_sha256, sha256 FROM log ORDER BY sequence",
        "SELECT sequence, name, body, sha256 FROM issued_run ORDER BY sequence",
    ):
        for row in connection.execute(text(query)):
            digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
