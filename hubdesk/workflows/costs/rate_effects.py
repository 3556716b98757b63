"""What a rate that is to be used does to the year of its first day: to each agency, and to the host."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.cover import RateCover, year_cover
from hubdesk.charging.run import Run
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear
from hubdesk.workflows.costs.before_after import BeforeAfter, before_after_rows
from hubdesk.workflows.costs.reckoned import reckoned
from hubdesk.workflows.year_cost import NoYearCost, agency_effects


@dataclass(frozen=True, slots=True)
class RateEffects:
    """Each agency's `year` before and after, and what the licences then bring in against the costs.

    `first` is the first day of the rate: before it the year goes by the rates that stand.
    """

    year: ChargingYear
    first: date
    rows: tuple[BeforeAfter, ...]
    cover: RateCover


def rate_effects(
    hub: Hub, change: Change, first: date, issued: Sequence[Run] = ()
) -> RateEffects | NoYearCost:
    """What `change`, which sets a rate from `first` on, does to the year of that day. Raises Refused."""
    after = hub.applying(change)
    found = agency_effects(hub, after, first, issued)
    if isinstance(found, NoYearCost):
        return found
    year = ChargingYear.containing(first, hub.settings.year_start)
    return RateEffects(
        year, first, before_after_rows(hub, found), year_cover(reckoned(after, year.starts_in, issued))
    )
