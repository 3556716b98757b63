"""Files that records name: each kept once, under the hash of its bytes, outside the log.

Underlays, logos, snapshots and packs of reviews, and answers as they came. None is ever thrown away:
undoing a removal brings back an underlay, and its picture has to be there.
"""

from hashlib import sha256

from sqlalchemy import Connection, LargeBinary, delete, func, insert, literal, select

from hubdesk.store.tables import KEPT_FILE

MOST_BYTES = 50 * 1024**2
"""50 MiB: of one file."""


def keep(connection: Connection, body: bytes) -> str:
    """Keep `body` unless it is there already, unharmed. The SHA-256 under which it is found."""
    digest = sha256(body).hexdigest()
    there = body_of(connection, digest)
    if there != body:
        connection.execute(delete(KEPT_FILE).where(KEPT_FILE.c.sha256 == digest))
        connection.execute(insert(KEPT_FILE), {"sha256": digest, "body": body})
    return digest


def body_of(connection: Connection, digest: str) -> bytes | None:
    """What is kept under `digest`, as it stands; None if there is nothing."""
    body: bytes | None = connection.execute(
        select(KEPT_FILE.c.body).where(KEPT_FILE.c.sha256 == digest)
    ).scalar_one_or_none()
    return body


def beginning(connection: Connection, start: bytes, longest: int) -> dict[str, bytes]:
    """What is kept that begins with `start` and is at most `longest` bytes, by hash."""
    body = KEPT_FILE.c.body
    begins = func.substr(body, 1, len(start), type_=LargeBinary) == literal(start, LargeBinary)
    rows = connection.execute(select(KEPT_FILE).where(func.length(body) <= longest, begins))
    return {row.sha256: row.body for row in rows}


def is_unharmed(body: bytes, digest: str) -> bool:
    """Whether `body` is what was kept under `digest`."""
    return sha256(body).hexdigest() == digest
