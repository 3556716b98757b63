"""`Problem`: trouble that a user can put right."""

from dataclasses import dataclass, replace
from enum import Enum

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence


class Severity(Enum):
    """How much a problem stands in the way; the value is the word people see."""

    ERROR = "error"
    """Cannot be worked out; refused."""
    BEFORE_ISSUE = "before issue"
    """To be settled before a run is issued; never stops a draft."""
    WARNING = "warning"
    """Unwise but true; comes in and is reported."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What happened, where, and what to do about it, in words for a user.

    `code` is a stable word for scripts ("desk-allocated-twice"). `records` are the ids of the records
    concerned, the one to put right first; `field` is that record's field, where one is to blame.
    `pence` is what it puts at stake, where that has been worked out.
    """

    severity: Severity
    code: str
    what: str
    where: str
    remedy: str
    records: tuple[RecordId, ...] = ()
    field: str | None = None
    pence: Pence | None = None

    def costing(self, pence: Pence) -> "Problem":
        """This problem with what it puts at stake."""
        return replace(self, pence=pence)


class Refused(Exception):
    """Something was not done because of `problems`. Every one of them is for the user to see."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.what for problem in problems))
        self.problems = problems
