"""Queries of tests, written the way people speak of them."""

from datetime import date, timedelta

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.query import Asks, Query
from hubdesk.editing import queries

RAISED = date(2026, 6, 15)


def asking(
    hub: Hub,
    agency: str,
    about: str,
    wanted: str = "",
    wished: str | None = None,
    *,
    asks: Asks = Asks.CORRECTION,
    round_: RecordId | None = None,
    raised: date = RAISED,
) -> tuple[Hub, RecordId]:
    """The hub with a query of `agency` about "desk G-001", "licence L01", "share C01", "wish" or "other"."""
    word, _, code = about.partition(" ")
    who = hub.agency_codes[agency].id
    key = {
        "desk": lambda: LineKey(About.DESK, hub.desk_codes[code].id),
        "other": lambda: LineKey(About.OTHER_DESK, RecordId("1")),
        "licence": lambda: LineKey(About.LICENCE, hub.licence_codes[code].id),
        "share": lambda: LineKey(About.SHARE, hub.cost_line_codes[code, 2026].id),
        "wish": lambda: LineKey(About.WISH, who),
    }[word]()
    query = Query(
        new_id(),
        queries.next_number(hub),
        who,
        str(key),
        about,
        asks,
        raised,
        raised + timedelta(90),
        round=round_,
        wanted=wanted,
        wished=None if wished is None else date.fromisoformat(wished),
    )
    return hub.applying(queries.raise_(hub, query)), query.id
