"""The log of queries: each with what it is about, what it asks, how long it has, and what hangs on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.names import counted, query_name
from hubdesk.domain.query import Asks, End, Query, QueryMessage, Stage
from hubdesk.domain.review import ReviewRound, ReviewSettings
from hubdesk.editing import queries
from hubdesk.editing.records import refusal
from hubdesk.workflows.review.proposals_desks import desk_called

STAGES = tuple(Stage)
GOES_ON = "A query does not stop billing: what is put right comes as an adjustment in the next run."


class Listed(Enum):
    """Which queries are listed; the value is what people read."""

    OPEN = "Open"
    OVERDUE = "Overdue"
    ENDED = "Ended"
    ALL = "All"


@dataclass(frozen=True, slots=True)
class QueryRow:
    """One query as the log shows it on a day; `id` is the query's."""

    query: Query
    agency: Agency
    asks: str
    standing: str
    """How long it has, or how it ended, in words."""

    @property
    def id(self) -> RecordId:
        return self.query.id


def query_rows(hub: Hub, today: date, listed: Listed = Listed.ALL) -> tuple[QueryRow, ...]:
    """The queries `listed`, those that are due first at the top, and those that have ended last."""
    found = (one for one in hub.queries.values() if _is_listed(one, today, listed))
    rows = (QueryRow(one, hub.agencies[one.agency], asks_words(one), standing(one, today)) for one in found)
    return tuple(sorted(rows, key=_order))


def _order(row: QueryRow) -> tuple[bool, date, int]:
    query = row.query
    return query.end is not None, query.due if query.end is None else date.min, query.number


def _is_listed(query: Query, today: date, listed: Listed) -> bool:
    match listed:
        case Listed.OPEN:
            return query.end is None
        case Listed.OVERDUE:
            return is_overdue(query, today)
        case Listed.ENDED:
            return query.end is not None
        case Listed.ALL:
            return True


def counts(hub: Hub, today: date) -> str:
    """How many queries are open and overdue, in words; empty for a hub without queries."""
    if not hub.queries:
        return ""
    opened = [one for one in hub.queries.values() if one.end is None]
    if not opened:
        return f"{_queries(len(hub.queries))}, all ended."
    late = sum(is_overdue(one, today) for one in opened)
    overdue = f", {late:,} of them overdue" if late else ", none overdue"
    return f"{_queries(len(opened))} open{overdue}."


def _queries(count: int) -> str:
    return "1 query" if count == 1 else f"{count:,} queries"


def is_overdue(query: Query, today: date) -> bool:
    """Whether it is open after the day on which it was due."""
    return query.end is None and query.due < today


def due_day(hub: Hub, raised: date) -> date:
    """By when a query that is raised then is due: so many days on as the hub's settings of reviews say."""
    settings = hub.review_settings or ReviewSettings(RecordId(""))
    return raised + timedelta(settings.query_days)


def standing(query: Query, today: date) -> str:
    """How long it has, or how it ended: "12 days overdue", "due in 30 days", "explained on 3 May 2026"."""
    if query.end is not None:
        return f"{query.end.value} on {in_words(query.ended)}" if query.ended else query.end.value
    left = (query.due - today).days
    if left < 0:
        return f"{counted(-left, 'day')} overdue"
    return f"due in {counted(left, 'day')}" if left else "due today"


def asks_words(query: Query) -> str:
    """What it asks: "an explanation", "correct it to 5, from 4 May 2026", "wishes +2 desks"."""
    since = f", from {in_words(query.wished)}" if query.wished else ""
    wanted = query.wanted.strip()
    match query.asks:
        case Asks.QUERY:
            return "an explanation"
        case Asks.CORRECTION:
            return f"correct it to {wanted}{since}" if wanted else f"a correction{since}"
        case Asks.WISH:
            return f"wishes {wanted} desks{since}" if wanted else f"a wish or remark{since}"


def told(hub: Hub, query: Query, today: date) -> tuple[tuple[str, str], ...]:
    """All that is known of it but for its messages: headings and words."""
    round_ = hub.get(ReviewRound, query.round).name if query.round else ""
    parts = (
        ("About", query.said),
        ("Asks", asks_words(query)),
        ("Reason", query.reason),
        ("Raised", f"{in_words(query.raised)}{f', in the review {round_}' if round_ else ''}"),
        ("Due", f"{in_words(query.due)}, {standing(query, today)}" if query.end is None else ""),
        ("With", query.stage.value),
        ("Seen to by", query.owner),
        ("Ended", standing(query, today) if query.end is not None else ""),
    )
    return tuple((heading, words) for heading, words in parts if words)


def message_words(message: QueryMessage) -> str:
    """Who wrote what, and when."""
    by = f", {message.by}" if message.by else ""
    return f"{in_words(message.day)}{by}: {message.words}"


def later_stages(query: Query) -> tuple[Stage, ...]:
    """Before whom it can still be brought."""
    return STAGES[STAGES.index(query.stage) + 1 :]


def places(hub: Hub, query: Query, day: date) -> tuple[RecordId, ...]:
    """What of the plan it is about: its desk, or the desks and areas that the agency has on `day`."""
    key = parse_line_key(query.line)
    named = desk_called(hub, query.wanted)
    match key.about:
        case About.DESK:
            found = [key.id] if key.id in hub.desks else []
            return tuple(dict.fromkeys([*found, *([named.id] if named else [])]))
        case About.OTHER_DESK:
            return (named.id,) if named else ()
        case About.LICENCE | About.SHARE | About.WISH:
            pass
    areas = [one.id for one in hub.areas.values() if one.agency == query.agency and holds(one, day)]
    return (*_desks_of(hub, query.agency, day), *areas)


def _desks_of(hub: Hub, agency: RecordId, day: date) -> Iterator[RecordId]:
    for one in hub.allocations.values():
        if agency in (one.agency, one.payer) and holds(one, day) and holds(hub.desks[one.desk], day):
            yield one.desk


def charged(hub: Hub, query: Query) -> Licence | CostLine | None:
    """The licence or cost line that it is about, whose charge has workings; None for desks and wishes."""
    key = parse_line_key(query.line)
    match key.about:
        case About.LICENCE:
            return hub.licences.get(key.id)
        case About.SHARE:
            return hub.cost_lines.get(key.id)
        case About.DESK | About.OTHER_DESK | About.WISH:
            return None


ENDS: Mapping[End, str] = {
    End.EXPLAINED: "Explained: nothing was wrong",
    End.WITHDRAWN: "Withdrawn by the agency",
    End.ACCEPTED: "Corrected by hand, as it asked",
}
"""How a query ends without a correction that is proposed: the last where one was made elsewhere."""


def changed_seen_to(hub: Hub, query: Query, due: date, owner: str) -> Change:
    """Another day by which it is due, and who sees to it. Raises Refused if that is before it was raised."""
    if due < query.raised:
        raise refusal(
            "due-before-raised",
            f"It was raised on {in_words(query.raised)}",
            query_name(query),
            "Choose a day after that",
            query,
        )
    title = f"{query_name(query).capitalize()} is due on {in_words(due)}"
    seen_to = f", seen to by {owner.strip()}" if owner.strip() else ""
    return replace(
        queries.change(hub, replace(query, due=due, owner=owner.strip())), title=f"{title}{seen_to}"
    )
