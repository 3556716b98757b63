"""What PostgreSQL's errors mean to a user."""

import psycopg
from sqlalchemy.exc import DBAPIError

from hubdesk.store.trouble import Trouble


def postgresql_trouble(error: DBAPIError) -> Trouble | None:
    """What `error` means to a user; None where it is a bug."""
    original = error.orig
    if isinstance(original, psycopg.errors.ForeignKeyViolation):
        return Trouble.DANGLING
    if isinstance(original, psycopg.errors.InsufficientPrivilege | psycopg.errors.ReadOnlySqlTransaction):
        return Trouble.NO_RIGHTS
    if isinstance(original, psycopg.errors.DiskFull):
        return Trouble.DISK_FULL
    if isinstance(original, psycopg.errors.LockNotAvailable | psycopg.errors.DeadlockDetected):
        return Trouble.BUSY
    if isinstance(original, psycopg.OperationalError):
        return _no_connection(str(original))
    return None


def _no_connection(said: str) -> Trouble:
    """Why there is no connection: the library has only a sentence for it, no code."""
    if "password" in said or "authentication failed" in said:
        return Trouble.WRONG_PASSWORD
    if "database" in said and "does not exist" in said:
        return Trouble.NO_SUCH_DATABASE
    return Trouble.UNREACHABLE
