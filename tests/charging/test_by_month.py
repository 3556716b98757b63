"""The year's charges month by month: each billing period to the penny, and nobody pays while away."""

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.by_month import YearCharged, effects_in_months, year_charged
from hubdesk.charging.facts import Facts, facts_of
from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing
from tests.builders import HubBuilder, a_hub
from tests.builders.random_hubs import random_hub


def facts(hub: Hub) -> Facts:
    starts_in = min((line.year for line in hub.cost_lines.values()), default=2026)
    return facts_of(hub, hub.charging_year(starts_in), hub.settings.billing)


def in_months(known: Facts, amounts: Amounts) -> dict[RecordId, tuple[Pence, ...]]:
    """What everybody pays in each month: the effect of all that there is."""
    nothing = YearCharged(known.year, {}, {})
    none = dict.fromkeys(known.hub.agencies, (0,) * 12)
    return none | dict(effects_in_months(nothing, year_charged(known, amounts)))


def months(builder: HubBuilder, code: str) -> list[Pence]:
    hub = builder.build()
    return list(in_months(facts(hub), Amounts.BUDGET)[hub.agency_codes[code].id])


@pytest.mark.parametrize("seed", range(30))
def test_the_months_of_a_period_are_what_is_billed_for_it(seed: int) -> None:
    known = facts(random_hub(seed))
    amounts = Amounts.ACTUAL if seed % 3 == 0 else Amounts.BUDGET
    of, reckoning = in_months(known, amounts), Reckoning(known, amounts)
    length = 12 // known.billing.per_year
    for place, period in enumerate(known.year.periods(known.billing)):
        lines = recharge_of(reckoning, period).lines
        for agency in known.hub.agencies:
            billed = sum(line.pence for line in lines if line.agency == agency)
            assert sum(of[agency][place * length : (place + 1) * length]) == billed


@pytest.mark.parametrize("billing", list(Billing))
def test_who_comes_in_the_middle_of_may_pays_from_that_day(billing: Billing) -> None:
    """6 desks at £3,000 from 16 May: £15,780.82 in the year (charging rules, section 3)."""
    builder = a_hub().billing(billing.value).agency("POL").licence("L01", "POL", 6, "2026-05-16")
    of = months(builder, "POL")
    assert of[:3] == [0, 78904, 147945]  # 6 × 300,000p × 16, 30 days / 365
    assert sum(of) == 1_578_082


def test_the_pool_of_a_quarter_is_billed_at_the_quarters_split() -> None:
    """CAB joins in June with an award of the partners', who bear it by the whole quarter's desk-days."""
    builder = (
        a_hub()
        .licence("L00", "HBC", 10)
        .agency("POL")
        .licence("L01", "POL", 10, last="2026-04-30")
        .agency("CAB", "voluntary")
        .licence("L02", "CAB", 4, "2026-06-01")
        .award("L02", 50, first="2026-06-01", funder="partners")
    )
    june = 4 * 300_000 * 30 // 365 // 2
    police, april = months(builder, "POL"), 10 * 300_000 * 30 // 365
    assert police[1:] == [0] * 11, "it left in April, and what the quarter asks of it falls in April"
    # POL has 300 of 1,210 desk-days of the quarter (rounded up: £61.13 of £246.57).
    assert police[0] == pytest.approx(april + june * 300 / 1210, abs=1)
    host = months(builder, "HBC")
    assert sum(host[:3]) + sum(police[:3]) == pytest.approx(10 * 300_000 * 91 / 365 + april + june, abs=2)
