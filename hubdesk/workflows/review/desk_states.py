"""What was said of each desk in the last review, as the plan shows it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.review import ReviewRound
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.marks import Mark, mark
from hubdesk.exchange.plan.telling_apart import Look
from hubdesk.workflows.meaning import Meaning
from hubdesk.workflows.review.silence import is_silent


class DeskState(Enum):
    """What a desk's agency said of it; the value is what people read."""

    QUERIED = "Queried"
    NOT_ANSWERED = "Not answered yet"
    AGREED = "Agreed"
    NOT_ASKED = "Not asked"
    """It is another's since the snapshot, or its agency is not asked, or no review is there."""


_MARKS: Mapping[DeskState, Mark] = {
    DeskState.QUERIED: mark(Look("#b31a66", Hatch.CROSS, Spacing.NARROW), "query"),
    DeskState.NOT_ANSWERED: mark(Look("#cc801a", Hatch.DIAGONAL, Spacing.WIDE), "open"),
    DeskState.AGREED: mark(Look("#006666", Hatch.DOTS, Spacing.WIDE), "yes"),
    DeskState.NOT_ASKED: mark(Look("#d9d9d9", Hatch.HORIZONTAL, Spacing.WIDE), "–"),
}


def review_meanings(hub: Hub, day: date) -> Callable[[Allocation], Meaning]:
    """What each seat on `day` means in the round that was opened last by then."""
    meanings = {
        state: Meaning(its, its, state.value, str(place)) for place, (state, its) in enumerate(_MARKS.items())
    }
    state_of = desk_states(hub, day)
    return lambda seat: meanings[state_of(seat)]


def desk_states(hub: Hub, day: date) -> Callable[[Allocation], DeskState]:
    """What was said, as known on `day`, of the desk of a seat.

    A seat is part of a review where the same agency had the desk, and the same one paid, on the snapshot's
    day. Both are asked: one query makes it queried, and it is agreed where everybody who was asked agreed.
    """
    round_ = round_on(hub, day)
    if round_ is None:
        return lambda _seat: DeskState.NOT_ASKED
    asked = hub.reviews_of.get(round_.id, {})
    queried = {
        (query.agency, query.line)
        for query in hub.queries.values()
        if query.round == round_.id and query.end is None
    }
    agreed = {agency: frozenset(one.agreed) for agency, one in asked.items()}

    def agrees(agency: RecordId, line: str) -> bool:
        return line in agreed[agency] or is_silent(round_, asked[agency], day)

    def state_of(seat: Allocation) -> DeskState:
        line = str(LineKey(About.DESK, seat.desk))
        whom = [agency for agency in {seat.agency, seat.payer} if agency in asked]
        then = hub.allocation_on(seat.desk, round_.as_at)
        if any((agency, line) in queried for agency in whom):
            return DeskState.QUERIED
        if not whom or then is None or (then.agency, then.payer) != (seat.agency, seat.payer):
            return DeskState.NOT_ASKED
        if all(agrees(agency, line) for agency in whom):
            return DeskState.AGREED
        return DeskState.NOT_ANSWERED

    return state_of


def round_on(hub: Hub, day: date) -> ReviewRound | None:
    """The round that was opened last on or before `day`; the first one where all are later."""
    by_then = [one for one in hub.review_rounds if one.opened <= day]
    return by_then[-1] if by_then else next(iter(hub.review_rounds), None)
