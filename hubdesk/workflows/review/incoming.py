"""`Incoming`: one file that came back, and what it says once it is known whose answer it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.domain.query import Asks


class Standing(Enum):
    """Whether a file can be taken in; the value is what people read."""

    READY = "ready to take in"
    TO_CHOOSE = "to be chosen"
    """There is another answer, or it answers what is no longer asked: somebody says what counts."""
    SAME = "taken in already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Ask:
    """What the agency wants of a line: what becomes a query.

    `said` is what the line said, `wanted` what it is to be corrected to, in plain words or digits, and
    `words` what the agency wrote of it.
    """

    line: str
    said: str
    asks: Asks
    wanted: str = ""
    wished: date | None = None
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A returned file. Where it is refused, nothing but its name and problems means anything.

    `problems` are for the user to see, all of them: what stands in the way, and what is to be known.
    """

    name: str
    standing: Standing
    problems: tuple[Problem, ...]
    sha256: str = ""
    body: bytes = field(default=b"", repr=False)
    """The file itself, to be kept."""
    review: RecordId | None = None
    """The id of the AgencyReview that it answers."""
    agency: RecordId | None = None
    agency_code: str = ""
    round: RecordId | None = None
    copy: int = 0
    saved: datetime | None = None
    """When it was last saved, by its own word; without a time zone."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """What it was asked about: what each line says, by its key, in the order of the pack."""
    agrees: tuple[str, ...] = ()
    """The keys of the lines that it agrees."""
    asks: tuple[Ask, ...] = ()
    unanswered: tuple[str, ...] = ()
    """The keys of the lines of which it says nothing."""
    signed_by: str = ""
    signed_on: date | None = None
    remark: str = ""
    agreed_now: tuple[RecordId, ...] = ()
    """Open queries about lines that it agrees: proposed to be ended as withdrawn, if the user says so."""
    before: str = ""
    """The SHA-256 of the answer that stood in the hub when this was read; empty where none did."""

    def noting(self, *problems: Problem, standing: Standing | None = None) -> "Incoming":
        """This with more `problems` told first, and another standing if one is given."""
        return replace(self, problems=(*problems, *self.problems), standing=standing or self.standing)

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be taken in, with or without a choice."""
        return self.standing in (Standing.READY, Standing.TO_CHOOSE)
