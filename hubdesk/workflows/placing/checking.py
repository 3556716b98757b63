"""What breaks a rule of who sits where, and its repair, as values and as a table; see `repair.py`."""

from dataclasses import dataclass
from datetime import date

from hubdesk.allocating.proposal import Proposal
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Text, Whole


@dataclass(frozen=True, slots=True)
class Broken:
    """One thing that is asked of an agency and not kept, with the `desks` at which it is not."""

    agency: RecordId
    code: str
    mark: Mark
    what: str
    desks: tuple[RecordId, ...]
    which: str
    remedy: str

    @property
    def id(self) -> str:
        return f"{self.agency} {self.what}"


@dataclass(frozen=True, slots=True)
class Repair:
    """The plan with the fewest moves of all that keep what is asked, as a proposal.

    Or, where it cannot all be kept, what cannot be kept together; then there is no proposal.
    """

    proposal: Proposal | None
    conflict: tuple[Problem, ...] = ()


def broken_columns() -> tuple[Column[Broken], ...]:
    """Whose, what, at which desks, and what to do."""
    return (
        Column(
            id="agency",
            title="Agency",
            kind=Text(),
            value=lambda row: row.code,
            mark=lambda row: row.mark,
            sample="POLICE",
        ),
        Column(id="what", title="What is not kept", kind=Text(), value=lambda row: row.what, sample="N" * 34),
        Column(id="count", title="Desks", kind=Whole(), value=lambda row: len(row.desks) or None),
        Column(id="which", title="Which", kind=Text(), value=lambda row: row.which, sample="G-000, G-000"),
        Column(id="remedy", title="What to do", kind=Text(), value=lambda row: row.remedy, sample="N" * 28),
    )


def broken_told(rows: tuple[Broken, ...], day: date) -> str:
    """How much is not kept, in a sentence."""
    if not rows:
        return f"On {in_words(day)} everybody sits as the rules and licences have it."
    agencies = len({row.agency for row in rows})
    of = "1 agency" if agencies == 1 else f"{agencies:,} agencies"
    verb = "is" if len(rows) == 1 else "are"
    return f"On {in_words(day)}, {counted(len(rows), 'thing')} that {of} {_need(agencies)} {verb} not kept."


def _need(agencies: int) -> str:
    return "needs" if agencies == 1 else "need"
