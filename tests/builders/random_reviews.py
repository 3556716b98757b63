"""Reviews and queries of random hubs."""

from collections.abc import Sequence
from datetime import timedelta

from hubdesk.domain.agency import Agency
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.query import Asks, End, Query, QueryMessage, Stage
from hubdesk.domain.record import Record
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings, Totals
from tests.builders.chance import Chance


def reviews(chance: Chance, agencies: Sequence[Agency]) -> list[Record]:
    """Settings, one round of all `agencies`, and a query or two with what was written of them."""
    day = chance.day()
    round_ = ReviewRound(
        chance.id(), "Autumn", day, day, day + timedelta(30), "ab" * 32, "cd" * 32, Totals.WITHHELD
    )
    records: list[Record] = [ReviewSettings(chance.id(), Totals.WITHHELD, 60), round_]
    for number, agency in enumerate(agencies, 1):
        wish = str(LineKey(About.WISH, agency.id))
        agreed = (wish,) if chance.one_in(2) else ()
        records.append(
            AgencyReview(chance.id(), round_.id, agency.id, sent=day, pack="ef" * 32, copies=1, agreed=agreed)
        )
        if agreed:
            continue
        query = Query(
            chance.id(),
            number,
            agency.id,
            wish,
            "Desks",
            chance.rng.choice(list(Asks)),
            day,
            day + timedelta(90),
            chance.rng.choice(list(Stage)),
            round_.id,
            end=chance.rng.choice([None, *End]),
        )
        records += [query, QueryMessage(chance.id(), query.id, day, 0, "Ann", "Two more, if there are")]
    return records
