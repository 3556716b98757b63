"""How far each agency of a round is, and the whole round at a glance."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.money import Pence
from hubdesk.domain.query import Asks, Query
from hubdesk.domain.review import AgencyReview, ReviewRound, State
from hubdesk.workflows.review.contents import RoundSeen
from hubdesk.workflows.review.desks import own_desks
from hubdesk.workflows.review.licences import licence_lines
from hubdesk.workflows.review.silence import is_silent
from hubdesk.workflows.review.year import YearSeen


def state_of(hub: Hub, review: AgencyReview, today: date, lines: Collection[str] = ()) -> State:
    """How far `review` is `today`. `lines` are the keys that it was asked about: see `lines_asked`.

    Wishes are no queries: who agrees and wishes for more desks has agreed. Who rang up before it answered
    has not answered yet once what it asked has ended.
    """
    queries = queries_in(hub, review)
    if any(one.end is None for one in queries):
        return State.QUERIED
    if review.answered is not None:
        if queries:
            return State.SETTLED
        return State.AGREED if review.agreed and set(lines) <= set(review.agreed) else State.ANSWERED
    if review.sent is None:
        return State.TO_SEND
    if is_silent(hub.table(ReviewRound)[review.round], review, today):
        return State.AGREED_BY_SILENCE
    return State.SENT if review.opened is None else State.OPENED


def queries_in(hub: Hub, review: AgencyReview) -> tuple[Query, ...]:
    """What the agency asks or wants put right in this round, wishes apart."""
    return tuple(
        one
        for one in hub.queries_of.get(review.agency, ())
        if one.round == review.round and one.asks is not Asks.WISH
    )


def lines_asked(seen: YearSeen, agency: RecordId) -> Mapping[str, Pence]:
    """The keys of the lines that a pack of `agency` asks about, with what each comes to in the year."""
    return dict(_lines(seen, agency))


@dataclass(frozen=True, slots=True)
class AgencyAtAGlance:
    """One agency of a round: its state, and how much of its desks and of its year it has agreed.

    Desks are those of the snapshot's day; `pence` is all that it is charged for the year, without VAT. A line
    is agreed too once its query has ended.
    """

    agency: Agency
    review: AgencyReview
    state: State
    desks: int
    desks_agreed: int
    pence: Pence
    pence_agreed: Pence
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class RoundAtAGlance:
    """A round on a day, agency by agency in order of code."""

    round: ReviewRound
    today: date
    agencies: tuple[AgencyAtAGlance, ...]

    @property
    def counts(self) -> Mapping[State, int]:
        """How many agencies are in each state that any is in."""
        found = Counter(one.state for one in self.agencies)
        return {state: found[state] for state in State if found[state]}

    @property
    def desks(self) -> int:
        return sum(one.desks for one in self.agencies)

    @property
    def desks_agreed(self) -> int:
        return sum(one.desks_agreed for one in self.agencies)

    @property
    def pence(self) -> Pence:
        return sum(one.pence for one in self.agencies)

    @property
    def pence_agreed(self) -> Pence:
        return sum(one.pence_agreed for one in self.agencies)


def at_a_glance(hub: Hub, asking: RoundSeen, today: date) -> RoundAtAGlance:
    """The round as it stands in `hub` `today`. Raises Refused where its year cannot be worked out."""
    reviews = hub.reviews_of.get(asking.round.id, {}).values()
    rows = (_agency(hub, asking.seen, one, today) for one in reviews)
    return RoundAtAGlance(asking.round, today, tuple(sorted(rows, key=lambda one: one.agency.code)))


def _agency(hub: Hub, seen: YearSeen, review: AgencyReview, today: date) -> AgencyAtAGlance:
    who, lines = review.agency, lines_asked(seen, review.agency)
    state = state_of(hub, review, today, lines)
    desks = [_key(About.DESK, one) for one in own_desks(seen.hub, who, seen.as_at)]
    pence = seen.total(who)
    agreed = set(review.agreed).union(one.line for one in queries_in(hub, review) if one.end is not None)
    if state is State.AGREED_BY_SILENCE or (review.answered is not None and agreed.issuperset(lines)):
        desks_agreed, pence_agreed = len(desks), pence
    else:
        desks_agreed = len(agreed.intersection(desks))
        pence_agreed = sum(amount for key, amount in lines.items() if key in agreed)
    return AgencyAtAGlance(
        hub.agencies[who],
        review,
        state,
        len(desks),
        desks_agreed,
        pence,
        pence_agreed,
        queries_in(hub, review),
    )


def _lines(seen: YearSeen, agency: RecordId) -> Iterator[tuple[str, Pence]]:
    for desk in own_desks(seen.hub, agency, seen.as_at):
        yield _key(About.DESK, desk), 0
    for licence in licence_lines(seen, agency):
        yield licence.asked.key, licence.net
    for line in seen.shared_with(agency):
        yield _key(About.SHARE, line.id), sum(one.net(agency) for one in seen.costs[line.id])


def _key(about: About, id_: RecordId) -> str:
    return str(LineKey(about, id_))
