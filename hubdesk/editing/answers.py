"""Taking in what agencies answer: their reviews, and the queries that come of it."""

from collections.abc import Sequence

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.hub import Hub
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.record import Record
from hubdesk.domain.review import AgencyReview
from hubdesk.editing.records import changed


def take_in(
    hub: Hub,
    title: str,
    reviews: Sequence[AgencyReview],
    queries: Sequence[Query],
    messages: Sequence[QueryMessage],
) -> Change:
    """`reviews` and `queries` as given, those that are known in place of theirs, and new `messages`.

    Raises Refused where a review is gone.
    """
    known: list[Record] = [*reviews, *(one for one in queries if one.id in hub.queries)]
    new: list[Record] = [*(one for one in queries if one.id not in hub.queries), *messages]
    return Change(title, (*changed(hub, *known).edits, *(Edit(None, one) for one in new)))
