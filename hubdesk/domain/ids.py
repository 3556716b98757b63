"""Ids: the names that the program gives to records.

A person's codes can be renamed; an id never changes, means nothing and is unique across users and
machines, so that two people who add desks to one team database never collide.
"""

import secrets
from typing import NewType

RecordId = NewType("RecordId", str)
"""16 lower-case hexadecimal digits."""


def new_id() -> RecordId:
    """An id that no record has yet (64 random bits)."""
    return RecordId(secrets.token_hex(8))
