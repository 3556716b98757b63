"""What SQLite's errors mean to a user."""

import sqlite3

from hubdesk.store.trouble import Trouble

_MEANINGS: tuple[tuple[str, Trouble], ...] = (
    ("SQLITE_NOTADB", Trouble.NOT_A_DOCUMENT),
    ("SQLITE_CORRUPT", Trouble.DAMAGED),
    ("SQLITE_FULL", Trouble.DISK_FULL),
    ("SQLITE_READONLY_ROLLBACK", Trouble.INTERRUPTED),
    ("SQLITE_READONLY_RECOVERY", Trouble.INTERRUPTED),
    ("SQLITE_READONLY", Trouble.READ_ONLY),
    ("SQLITE_CANTOPEN", Trouble.READ_ONLY),
    ("SQLITE_PERM", Trouble.READ_ONLY),
    ("SQLITE_BUSY", Trouble.BUSY),
    ("SQLITE_LOCKED", Trouble.BUSY),
    ("SQLITE_IOERR", Trouble.DISK_TROUBLE),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", Trouble.DANGLING),
)
"""Names of errors by how they begin, the more exact before the less."""


def sqlite_trouble(error: BaseException | None) -> Trouble | None:
    """What `error` means to a user; None where it is a bug."""
    name = sqlite_error_name(error)
    return next((meaning for beginning, meaning in _MEANINGS if name.startswith(beginning)), None)


def sqlite_error_name(error: BaseException | None) -> str:
    """SQLite's own name of `error`, as SQLITE_FULL; empty where it has none."""
    return str(getattr(error, "sqlite_errorname", "")) if isinstance(error, sqlite3.Error) else ""
