"""A round at a glance as a table, and in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.names import counted
from hubdesk.domain.review import State
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.review.reminders import days_until
from hubdesk.workflows.review.states import AgencyAtAGlance, RoundAtAGlance
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Day, Pounds, Text, Whole

_SIGNS = {
    State.TO_SEND: "○",
    State.SENT: "→",
    State.OPENED: "◔",
    State.ANSWERED: "◑",
    State.AGREED: "✓",
    State.AGREED_BY_SILENCE: "✓",
    State.QUERIED: "?",
    State.SETTLED: "✓",
}
WAITED_FOR = (State.TO_SEND, State.SENT, State.OPENED, State.ANSWERED)
"""The states of who still owes an answer, to all lines or to some."""
_NOT_ANSWERED = (State.TO_SEND, State.SENT, State.OPENED, State.AGREED_BY_SILENCE)


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """An agency of a round as the table shows it, with its mark on the plan."""

    of: AgencyAtAGlance
    mark: Mark
    overdue: str
    """What is overdue, in words: "its answer", "its pack", "2 queries"; empty where nothing is."""

    @property
    def id(self) -> RecordId:
        return self.of.agency.id

    @property
    def state(self) -> str:
        """With a sign before the words: "✓ agreed"."""
        return state_words(self.of.state)

    @property
    def open_queries(self) -> int | None:
        return sum(one.end is None for one in self.of.queries) or None


def state_words(state: State) -> str:
    """The state with its sign."""
    return f"{_SIGNS[state]} {state.value}"


def glance_rows(glance: RoundAtAGlance, marks: Mapping[RecordId, Mark]) -> list[GlanceRow]:
    """The rows of the table, in order of code. `marks` are those of agencies on the plan."""
    return [GlanceRow(one, marks[one.agency.id], _overdue(glance, one)) for one in glance.agencies]


def _overdue(glance: RoundAtAGlance, one: AgencyAtAGlance) -> str:
    said = []
    if glance.today > glance.round.deadline and one.state in WAITED_FOR:
        said.append("its pack" if one.state is State.TO_SEND else "its answer")
    if late := sum(query.end is None and query.due < glance.today for query in one.queries):
        said.append("1 query" if late == 1 else f"{late} queries")
    return ", ".join(said)


def round_told(glance: RoundAtAGlance) -> str:
    """ "9 of 16 have answered; £182,000.00 of £240,000.00 agreed; the deadline is in 12 days"."""
    answered = sum(one.state not in _NOT_ANSWERED for one in glance.agencies)
    late = glance.today > glance.round.deadline
    far = days_until(glance.round.deadline, glance.today)
    said = [
        f"{answered} of {len(glance.agencies)} {'has' if answered == 1 else 'have'} answered",
        f"{glance.desks_agreed:,} of {counted(glance.desks, 'desk')} agreed",
        f"{pounds(glance.pence_agreed)} of {pounds(glance.pence)} agreed",
        f"the deadline {'was' if late else 'is'} {far}, {in_words(glance.round.deadline)}",
    ]
    silent = glance.counts.get(State.AGREED_BY_SILENCE, 0)
    if silent:
        said.insert(1, f"{silent} agreed by silence")
    return "; ".join(said) + "."


GLANCE_COLUMNS: tuple[Column[GlanceRow], ...] = (
    Column(
        id="code",
        title="Agency",
        kind=Text(),
        value=lambda row: row.of.agency.code,
        mark=lambda row: row.mark,
    ),
    Column(
        id="name",
        title="Name",
        kind=Text(),
        value=lambda row: row.of.agency.name,
        sample="Citizens Advice Bureau",
    ),
    Column(id="state", title="State", kind=Text(), value=lambda row: row.state, sample="✓ agreed by silence"),
    Column(id="sent", title="Sent", kind=Day(), value=lambda row: row.of.review.sent),
    Column(id="opened", title="Opened", kind=Day(), value=lambda row: row.of.review.opened),
    Column(id="answered", title="Answered", kind=Day(), value=lambda row: row.of.review.answered),
    Column(
        id="desks-agreed",
        title="Desks agreed",
        kind=Whole(),
        value=lambda row: row.of.desks_agreed,
        total=summed,
    ),
    Column(
        id="desks",
        title="of desks",
        kind=Whole(),
        value=lambda row: row.of.desks,
        total=summed,
        hint="Its desks on the day of the snapshot, and those that it pays for",
    ),
    Column(
        id="pence-agreed",
        title="Agreed",
        kind=Pounds(),
        value=lambda row: row.of.pence_agreed,
        total=summed,
        hint="What it has agreed of its licences and shares for the charging year, without VAT",
    ),
    Column(
        id="pence",
        title="of the year",
        kind=Pounds(),
        value=lambda row: row.of.pence,
        total=summed,
        hint="All that it is charged for the charging year, without VAT",
    ),
    Column(
        id="queries",
        title="Open queries",
        kind=Whole(),
        value=lambda row: row.open_queries,
        total=summed,
    ),
    Column(id="overdue", title="Overdue", kind=Text(), value=lambda row: row.overdue or None),
    Column(id="signed", title="Signed by", kind=Text(), value=lambda row: row.of.review.signed_by or None),
)
"""Who, how far, when, how much of its desks and £ is agreed, and what is overdue."""


def answer_told(one: AgencyAtAGlance) -> str:
    """Who answered when, and in which state it is: "CAB Citizens Advice: ✓ agreed. Answered on …"."""
    review, who = one.review, f"{one.agency.code} {one.agency.name}".strip()
    said = [f"{who}: {state_words(one.state)}"]
    if review.answered:
        by = f", signed by {review.signed_by}" if review.signed_by else ", not signed"
        said.append(f"Answered on {in_words(review.answered)}{by}")
    elif review.sent:
        said.append(f"Pack sent on {in_words(review.sent)}")
    else:
        said.append("No pack was sent to it yet")
    return ". ".join(said) + "."
