"""Reviews: what the agencies are shown of their desks and charges, and whether they agree."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.ids import RecordId


class Totals(Enum):
    """Whether agencies see the totals that their parts are parts of."""

    OPEN = "open"
    WITHHELD = "withheld"
    """A total is shown only where at least three others stand behind it."""


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """How the hub reviews: at most one record to a hub; without it the defaults hold."""

    id: RecordId
    totals: Totals = Totals.OPEN
    query_days: int = 90
    """Days from the day that a query is raised to the one by which it is due."""


@dataclass(frozen=True, slots=True)
class ReviewRound:
    """Agencies are asked whether the hub as it was on the day `as_at` is right, by the `deadline`.

    `name` is its own among the rounds of a hub. `snapshot` is the SHA-256 under which the store keeps
    the hub as it stood when the round was opened: occupation is fixed by it. `secret` is 64 hexadecimal
    digits from which the keys of packs are made; it leaves the hub in no pack.
    """

    id: RecordId
    name: str
    opened: date
    as_at: date
    deadline: date
    snapshot: str
    secret: str
    totals: Totals
    """As the settings had it when the round was opened, since packs that went out cannot be taken back."""
    silence: bool = False
    """Whether who has not answered after the deadline has agreed."""
    text: str = ""
    """To every agency, in paragraphs parted by empty lines."""


@dataclass(frozen=True, slots=True)
class AgencyReview:
    """One agency that is asked in a round, how far it is, and what it agreed.

    At most one to an agency and round. Queries are records of their own.
    """

    id: RecordId
    round: RecordId
    agency: RecordId
    sent: date | None = None
    pack: str = ""
    """The SHA-256 under which the store keeps what was sent last; empty before."""
    copies: int = 0
    """So many packs were made for it; an answer to an earlier one is an older copy."""
    opened: date | None = None
    """When the agency was known to have it before it."""
    answered: date | None = None
    """When its last answer was taken in."""
    answer: str = ""
    """The SHA-256 under which the store keeps the workbook that came back; empty before."""
    signed_by: str = ""
    """The role of whoever answered: "Area manager"."""
    agreed: tuple[str, ...] = ()
    """The keys of the lines that it agreed (see `LineKey`), in order."""


class State(Enum):
    """How far an agency's review is; the value is what people read."""

    TO_SEND = "to send"
    SENT = "sent"
    OPENED = "opened"
    ANSWERED = "answered"
    """An answer came that leaves lines open."""
    AGREED = "agreed"
    AGREED_BY_SILENCE = "agreed by silence"
    QUERIED = "queried"
    SETTLED = "settled"
    """It had queries, and all of them have ended."""
