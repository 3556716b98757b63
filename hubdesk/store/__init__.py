"""Where it lives: the document (SQLite) and the team database (PostgreSQL)."""

from hubdesk.store.address import is_address
from hubdesk.store.log import ERASED, LogEntry, LogHeading
from hubdesk.store.opening import create_store, open_store
from hubdesk.store.passwords import keep_password
from hubdesk.store.place import Mode
from hubdesk.store.reader import Holding, Snapshot
from hubdesk.store.store import Moved, Store
from hubdesk.store.trouble import is_of_the_place

__all__ = [
    "ERASED",
    "Holding",
    "LogEntry",
    "LogHeading",
    "Mode",
    "Moved",
    "Snapshot",
    "Store",
    "create_store",
    "is_address",
    "is_of_the_place",
    "keep_password",
    "open_store",
]
