"""Queries: what an agency asks or wants put right, and what becomes of it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.ids import RecordId


class Asks(Enum):
    """What an agency wants of a line."""

    QUERY = "query"
    """An explanation."""
    CORRECTION = "correct it to"
    WISH = "wish"
    """Nothing is wrong: it wants more or fewer desks."""


class Stage(Enum):
    """Who has a query before it, in the order in which it is escalated."""

    FACILITIES = "facilities"
    FINANCE = "finance"
    HOUSE_COMMITTEE = "house committee"
    MEDIATION = "mediation"


class End(Enum):
    """How a query ended."""

    ACCEPTED = "correction accepted"
    EXPLAINED = "explained"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Query:
    """What `agency` asks of one line, until it has an `end`. It does not stop billing.

    `number` is its own in the hub and what people call it by. `round` is the review in which it was raised,
    by an answer or by hand while it was under way; outside one it is None.
    """

    id: RecordId
    number: int
    agency: RecordId
    line: str
    """The key of the line (see `LineKey`)."""
    said: str
    """What the line said when it was asked: "Desk G-014 on G Ground floor"."""
    asks: Asks
    raised: date
    due: date
    stage: Stage = Stage.FACILITIES
    round: RecordId | None = None
    wanted: str = ""
    """What it is to be corrected to, in the words that the agency chose or typed."""
    wished: date | None = None
    """From which day."""
    reason: str = ""
    owner: str = ""
    """Who sees to it."""
    end: End | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class QueryMessage:
    """What `by` wrote about a query on a `day`; messages of a day are in order of `place`."""

    id: RecordId
    query: RecordId
    day: date
    place: int
    by: str
    words: str
