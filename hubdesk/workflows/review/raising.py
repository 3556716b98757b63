"""Queries that are raised by hand, for an agency that rings up: about which lines, and the query itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import Recovery
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.line_key import About, LineKey, parse_line_key
from hubdesk.domain.names import floor_name, natural_order
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.query import Asks, Query
from hubdesk.editing import queries
from hubdesk.editing.records import agency_code, refusal


@dataclass(frozen=True, slots=True)
class LineToAsk:
    """A line that an agency can ask about: its key, and what it says."""

    key: str
    said: str


@dataclass(frozen=True, slots=True)
class Raised:
    """What was said when a query was raised, as in `Query`."""

    agency: RecordId
    line: LineToAsk
    asks: Asks
    wanted: str
    wished: date | None
    reason: str
    owner: str
    on: date
    due: date


def lines_to_ask(hub: Hub, agency: RecordId, day: date) -> tuple[LineToAsk, ...]:
    """What `agency` can ask about: its desks on `day`, others, its licences, the year's costs, a wish."""
    return tuple(LineToAsk(str(key), said) for key, said in _lines(hub, agency, day))


def raised(hub: Hub, said: Raised) -> Change:
    """The change that raises a query, in the review that is under way for the agency, if one is.

    Raises Refused where a correction does not say to what.
    """
    about = parse_line_key(said.line.key).about
    asks = _NAMED.get(about, said.asks)
    if not said.wanted.strip() and asks is not Asks.QUERY:
        raise refusal(
            "wanted-missing",
            f"It does not say {_MISSING.get(about, 'what it is to be corrected to')}",
            f"query of {agency_code(hub, said.agency)}",
            "Type that, or let it ask for an explanation",
        )
    query = Query(
        new_id(),
        queries.next_number(hub),
        said.agency,
        said.line.key,
        said.line.said,
        asks,
        said.on,
        said.due,
        round=_under_way(hub, said.agency, said.on),
        wanted="" if asks is Asks.QUERY else said.wanted.strip(),
        wished=said.wished,
        reason=said.reason.strip(),
        owner=said.owner.strip(),
    )
    return queries.raise_(hub, query)


_NAMED = {About.WISH: Asks.WISH, About.OTHER_DESK: Asks.CORRECTION}
"""What is asked of lines that are asked about in no other way."""
_MISSING = {
    About.WISH: "how many desks more (+) or fewer (-)",
    About.OTHER_DESK: "the code of the desk",
}


def _under_way(hub: Hub, agency: RecordId, day: date) -> RecordId | None:
    """The newest round whose pack the agency has on `day`, if its deadline has not passed."""
    for round_ in reversed(hub.review_rounds):
        review = hub.reviews_of.get(round_.id, {}).get(agency)
        if review is not None and review.sent is not None:
            return round_.id if day <= round_.deadline else None
    return None


def _lines(hub: Hub, agency: RecordId, day: date) -> Iterator[tuple[LineKey, str]]:
    stays = (one for one in hub.allocations.values() if agency in (one.agency, one.payer) and holds(one, day))
    desks = {one.desk: hub.desks[one.desk] for one in stays}
    for desk in sorted(desks.values(), key=lambda one: natural_order(one.code)):
        yield LineKey(About.DESK, desk.id), f"Desk {desk.code} on {floor_name(hub.floors[desk.floor])}"
    yield LineKey(About.OTHER_DESK, RecordId("0")), "A desk that is not on its list"
    for licence in hub.licences_of.get(agency, ()):
        yield LineKey(About.LICENCE, licence.id), f"Licence {licence.code}"
    year = ChargingYear.containing(day, hub.settings.year_start).starts_in
    for line in hub.cost_lines_of.get(year, ()):
        if line.recovery is Recovery.SHARED:
            yield LineKey(About.SHARE, line.id), f"Share of {line.code} {line.name}".strip()
    yield LineKey(About.WISH, agency), "More or fewer desks"
