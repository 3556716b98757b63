"""The queries that answers lead to: new ones, ones that are put otherwise, and ones that are withdrawn."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.query import End, Query, QueryMessage
from hubdesk.domain.review import AgencyReview
from hubdesk.editing.queries import next_number
from hubdesk.workflows.review.answers_before import queries_of
from hubdesk.workflows.review.incoming import Ask, Incoming
from hubdesk.workflows.review.queries import due_day


def queries_raised(
    hub: Hub, incoming: Sequence[Incoming], today: date, withdraw: Collection[RecordId] = ()
) -> tuple[list[Query], list[QueryMessage]]:
    """The queries of `incoming`, new ones and known ones as they are then, and what is written about them.

    A query that an earlier answer raised already is not raised again; where it is put otherwise now, it
    is changed, and says so. `withdraw` are the ids of queries to be ended as withdrawn.
    """
    queries: list[Query] = []
    messages: list[QueryMessage] = []
    number = next_number(hub)
    for one in incoming:
        for query, words in _of_an_answer(hub, one, today, withdraw):
            known = query.id in hub.queries
            queries.append(query if known else replace(query, number=number))
            number += not known
            if words:
                place = len(hub.messages_of.get(query.id, ()))
                messages.append(QueryMessage(new_id(), query.id, today, place, _by(hub, one), words))
    return queries, messages


def _of_an_answer(
    hub: Hub, one: Incoming, today: date, withdraw: Collection[RecordId]
) -> Iterator[tuple[Query, str]]:
    assert one.review is not None
    review = hub.table(AgencyReview)[one.review]
    known = list(queries_of(hub, review))
    due = due_day(hub, today)
    for ask in one.asks:
        same = [query for query in known if _is_about(query, ask)]
        if any(_is_put_so(hub, query, ask) for query in same):
            continue
        open_ = [query for query in same if query.end is None]
        if open_:
            yield _put_otherwise(open_[-1], ask)
        else:
            yield (
                Query(
                    new_id(),
                    0,
                    review.agency,
                    ask.line,
                    ask.said,
                    ask.asks,
                    today,
                    due,
                    round=review.round,
                    wanted=ask.wanted,
                    wished=ask.wished,
                    reason=ask.reason,
                ),
                ask.words,
            )
    for query in known:
        if query.id in one.agreed_now and query.id in withdraw:
            words = f"Agreed in the answer of {one.agency_code}"
            yield replace(query, end=End.WITHDRAWN, ended=today), words


def _is_about(query: Query, ask: Ask) -> bool:
    return query.line == ask.line and query.said == ask.said


def _is_put_so(hub: Hub, query: Query, ask: Ask) -> bool:
    """Whether the query asks just that, in an earlier answer's words."""
    written = {message.words for message in hub.messages_of.get(query.id, ())}
    asked = (query.asks, query.wanted, query.wished, query.reason)
    return asked == (ask.asks, ask.wanted, ask.wished, ask.reason) and (not ask.words or ask.words in written)


def _put_otherwise(query: Query, ask: Ask) -> tuple[Query, str]:
    after = replace(query, asks=ask.asks, wanted=ask.wanted, wished=ask.wished, reason=ask.reason)
    return after, ask.words or "Asked otherwise in a later answer"


def _by(hub: Hub, one: Incoming) -> str:
    assert one.agency is not None
    agency = hub.agencies[one.agency]
    name = agency.name or agency.code
    return f"{name} ({one.signed_by})" if one.signed_by else name
