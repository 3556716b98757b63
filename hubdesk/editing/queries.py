"""Queries: raising them, writing about them, passing them on and ending them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.query import End, Query, QueryMessage, Stage
from hubdesk.editing.records import added, changed, found, refusal

_ORDER = tuple(Stage)


def next_number(hub: Hub) -> int:
    """The number of the next query to be raised."""
    return max((one.number for one in hub.queries.values()), default=0) + 1


def raise_(hub: Hub, *queries: Query) -> Change:
    """New queries, each with a number of its own. Raises Refused if one has that number."""
    known = {one.number for one in hub.queries.values()}
    for query in queries:
        if query.number in known:
            raise refusal(
                "query-numbered-so",
                "Another query has this number",
                f"query {query.number}",
                "Raise it again",
            )
        known.add(query.number)
    return added(hub, *queries)


def change(hub: Hub, query: Query) -> Change:
    """The query as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, query)


def write(hub: Hub, query: RecordId, words: str, *, by: str, on: date) -> Change:
    """A message on the query. Raises Refused if there are no words, or the query is gone."""
    record = found(hub, Query, query)
    if not words.strip():
        raise refusal("no-words", "The message is empty", f"query {record.number}", "Type what is to be said")
    return replace(
        added(hub, _message(hub, query, words, by, on)), title=f"Write about query {record.number}"
    )


def escalate(hub: Hub, query: RecordId, stage: Stage, *, words: str, by: str, on: date) -> Change:
    """The query goes before a later `stage`, with what is to be said of it.

    Raises Refused if it has ended, or `stage` is not a later one.
    """
    record = still_open(hub, query)
    if _ORDER.index(stage) <= _ORDER.index(record.stage):
        raise refusal(
            "not-a-later-stage",
            f"It is before {record.stage.value} already",
            f"query {record.number}",
            "Choose a later stage",
            record,
        )
    return _with_words(hub, replace(record, stage=stage), words, by, on, f"Escalate query {record.number}")


def end(hub: Hub, query: RecordId, how: End, *, words: str, by: str, on: date) -> Change:
    """The query ends `how`, with what is to be said of it. Raises Refused if it has ended already."""
    record = still_open(hub, query)
    after = replace(record, end=how, ended=on)
    return _with_words(hub, after, words, by, on, f"End query {record.number}: {how.value}")


def reopen(hub: Hub, query: RecordId) -> Change:
    """The query without its end. Raises Refused if it is gone."""
    record = found(hub, Query, query)
    return changed(hub, replace(record, end=None, ended=None), title=f"Reopen query {record.number}")


def still_open(hub: Hub, query: RecordId) -> Query:
    """The query. Raises Refused if it is gone, or has ended."""
    record = found(hub, Query, query)
    if record.end is not None:
        raise refusal(
            "query-ended",
            f"It has ended: {record.end.value}",
            f"query {record.number}",
            "Reopen it first, if it is not over",
            record,
        )
    return record


def _with_words(hub: Hub, query: Query, words: str, by: str, on: date, title: str) -> Change:
    edits: Iterable[Edit] = changed(hub, query).edits
    if words.strip():
        edits = (*edits, Edit(None, _message(hub, query.id, words, by, on)))
    return Change(title, tuple(edits))


def _message(hub: Hub, query: RecordId, words: str, by: str, on: date) -> QueryMessage:
    return QueryMessage(new_id(), query, on, len(hub.messages_of.get(query, ())), by, words.strip())
