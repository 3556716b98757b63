"""`Proposal`: a correction that is not made yet, and from which day it is to be."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.query import Query
from hubdesk.domain.review import ReviewRound


@dataclass(frozen=True, slots=True)
class Proposal:
    """The `change` that would meet a query, and what to know before it is accepted, in sentences."""

    change: Change
    notes: tuple[str, ...] = ()


def day_of(hub: Hub, query: Query) -> tuple[date, tuple[str, ...]]:
    """From which day `query` is to be met: as wished, else the one reviewed, else when it was raised.

    With a note where nobody named it.
    """
    if query.wished is not None:
        return query.wished, ()
    if query.round is not None:
        day = hub.get(ReviewRound, query.round).as_at
        return day, (f"The agency named no day; {in_words(day)} is the day that was reviewed.",)
    note = f"The agency named no day; {in_words(query.raised)} is the day on which it was raised."
    return query.raised, (note,)
