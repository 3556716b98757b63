"""Where it lives: the document (SQLite) and the team database (PostgreSQL)."""

from hubdesk.store.log import ERASED, LogEntry
from hubdesk.store.opening import create_store, open_store
from hubdesk.store.place import Mode
from hubdesk.store.reader import Holding, Snapshot
from hubdesk.store.store import Moved, Store

__all__ = [
    "ERASED",
    "Holding",
    "LogEntry",
    "Mode",
    "Moved",
    "Snapshot",
    "Store",
    "create_store",
    "open_store",
]
