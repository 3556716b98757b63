"""Rounds and packs of Parkside and of random hubs, to look into."""

from dataclasses import replace
from datetime import date
from functools import cache

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.review import ReviewRound, Totals
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.workflows.review.contents import RoundSeen, pack_of
from hubdesk.workflows.review.snapshot import snapshot_of
from hubdesk.workflows.review.year import YearSeen
from tests.builders.parkside import parkside

AS_AT = date(2026, 12, 1)
MADE = date(2026, 12, 2)
ROUND = ReviewRound(
    RecordId("00000000000000f1"),
    "Autumn 2026",
    date(2026, 12, 1),
    AS_AT,
    date(2027, 1, 15),
    "ab" * 32,
    "cd" * 32,
    Totals.OPEN,
    silence=True,
    text="Look at your desks first.\n\nWhat you agree here is what you are charged for.",
)


def seen(hub: Hub, round_: ReviewRound = ROUND) -> RoundSeen:
    """`round_` of `hub` as it is."""
    year = ChargingYear.containing(round_.as_at, hub.settings.year_start)
    return RoundSeen(round_, YearSeen(snapshot_of(hub, year), round_.as_at))


@cache
def parkside_seen(totals: Totals = Totals.OPEN) -> RoundSeen:
    """A round of Parkside as at 1 December 2026."""
    return seen(parkside(), replace(ROUND, totals=totals))


def parkside_pack(code: str, totals: Totals = Totals.OPEN) -> Pack:
    """The pack of the agency of that code at Parkside."""
    asking = parkside_seen(totals)
    return pack_of(asking, asking.seen.hub.agency_codes[code].id, copy=1, made=MADE)
