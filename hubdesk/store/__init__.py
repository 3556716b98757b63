"""Where it lives: the document (SQLite) and the team database (PostgreSQL)."""

from hubdesk.store.log import LogEntry
from hubdesk.store.opening import create_store, open_store
from hubdesk.store.place import Mode
from hubdesk.store.reader import Snapshot
from hubdesk.store.store import Moved, Store

__all__ = ["LogEntry", "Mode", "Moved", "Snapshot", "Store", "create_store", "open_store"]
