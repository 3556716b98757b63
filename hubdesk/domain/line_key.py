"""`LineKey`: what one line of a review is about, as text that goes out and comes back."""

from enum import Enum
from typing import NamedTuple

from hubdesk.domain.ids import RecordId


class About(Enum):
    """What a line of a review, or a query, is about."""

    DESK = "desk"
    """A desk that the agency has by the hub's records; the id is the desk's."""
    OTHER_DESK = "other desk"
    """A desk that the agency says it has, and the records do not; the id is the number of the blank line."""
    LICENCE = "licence"
    SHARE = "share"
    """The agency's part of a cost; the id is the cost line's."""
    WISH = "wish"
    """More or fewer desks; the id is the agency's."""


class LineKey(NamedTuple):
    """What a line is `about`, and the id of it. Written "desk:3f2a…"."""

    about: About
    id: RecordId

    def __str__(self) -> str:
        return f"{self.about.value}:{self.id}"


def parse_line_key(text: str) -> LineKey:
    """The key that `text` writes. Raises ValueError."""
    about, _, id_ = text.partition(":")
    if not id_:
        raise ValueError(f"{text!r} is no key of a line")
    return LineKey(About(about), RecordId(id_))
