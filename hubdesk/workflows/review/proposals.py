"""The correction that a query asks for, as a change that is ready to accept or to work on."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change, merged
from hubdesk.domain.checks import errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.names import query_name
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Asks, End, Query
from hubdesk.domain.scenario import Scenario
from hubdesk.editing import queries
from hubdesk.editing.records import agency_code, refusal
from hubdesk.store import Store
from hubdesk.workflows import scenarios
from hubdesk.workflows.review.proposal import Proposal
from hubdesk.workflows.review.proposals_desks import desk_corrected, other_desk
from hubdesk.workflows.review.proposals_figures import licence_corrected, share_corrected, wish_met


def proposed(hub: Hub, query: RecordId) -> Proposal:
    """What would meet the query; nothing is made yet.

    Raises Refused where that cannot be told, or cannot be made: why, and what to do instead. What is
    proposed passes the checks of the hub.
    """
    record = queries.still_open(hub, query)
    if record.asks is Asks.QUERY:
        raise refusal(
            "query-asks-why",
            "It asks for an explanation, and says nothing to correct",
            query_name(record),
            "Write the explanation, and end it as explained; or correct it, and end it as corrected by hand",
            record,
        )
    key = parse_line_key(record.line)
    drafted = _BY_LINE[key.about](hub, record, key.id)
    title = f"Accept {query_name(record)} of {agency_code(hub, record.agency)}: {drafted.change.title}"
    change = replace(drafted.change, title=title)
    if errors := errors_of(hub, change):
        raise Refused(*errors)
    return replace(drafted, change=change)


def accepting(hub: Hub, query: RecordId, correction: Change, *, words: str, by: str, on: date) -> Change:
    """`correction`, and the end of the query as accepted, as one change under its title.

    Without `words` the message says what was corrected. Raises Refused if the query is gone or has ended.
    """
    said = words.strip() or f"Accepted. {_without_query(correction.title)}."
    end = queries.end(hub, query, End.ACCEPTED, words=said, by=by, on=on)
    return merged(correction.title, (correction, end))


def _without_query(title: str) -> str:
    _, parted, what = title.partition(": ")
    return f"{what[:1].upper()}{what[1:]}" if parted else title


_BY_LINE: Mapping[About, Callable[[Hub, Query, RecordId], Proposal]] = {
    About.DESK: desk_corrected,
    About.OTHER_DESK: other_desk,
    About.LICENCE: licence_corrected,
    About.SHARE: share_corrected,
    About.WISH: wish_met,
}


def scenario_of(store: Store, hub: Hub, query: RecordId, on: date) -> Scenario:
    """Keep a scenario of the correction, to be worked on there; taking it over ends the query as accepted.

    Where no correction can be proposed it has the end of the query alone. Raises Refused for a query that has
    ended, and where a scenario of it is there already.
    """
    record = queries.still_open(hub, query)
    name = f"{query_name(record).capitalize()} of {agency_code(hub, record.agency)}"
    correction = Change(f"Accept {query_name(record)}: corrected in a scenario", ())
    with suppress(Refused):
        correction = proposed(hub, query).change
    change = accepting(hub, query, correction, words="", by="", on=on)
    return scenarios.start(store, name, change, record.said)
