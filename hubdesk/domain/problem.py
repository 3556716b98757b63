"""`Problem`: trouble that a user can put right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds


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

    @property
    def happened(self) -> str:
        """What happened, with the £ at stake, as a sentence."""
        if self.pence is None:
            return sentence(self.what)
        return f"{self.what.rstrip('.')} ({pounds(self.pence)} at stake)."

    @property
    def told(self) -> str:
        """What happened and what to do about it, in sentences."""
        return f"{self.happened} {sentence(self.remedy)}".strip()

    @property
    def happened_there(self) -> str:
        """`happened`, behind where it is, unless what happened names that itself."""
        if not self.where or self.where.casefold() in self.what.casefold():
            return self.happened
        return f"{self.where[:1].upper()}{self.where[1:]}: {self.happened}"

    @property
    def told_there(self) -> str:
        """Where it is, what happened and what to do about it."""
        return f"{self.happened_there} {sentence(self.remedy)}".strip()


class Refused(Exception):
    """Something was not done because of `problems`. Every one of them is for the user to see."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.what for problem in problems))
        self.problems = problems


def all_told(problems: Iterable[Problem]) -> str:
    """Every one of `problems` on a line of its own."""
    return "\n".join(dict.fromkeys(one.told_there for one in problems))


def sentence(text: str) -> str:
    """`text` with the full stop that it may lack; nothing stays nothing."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
