"""What the licences bring in against the costs that the desk rate is to cover."""

from hubdesk.charging.cover import RateCover, rate_cover
from hubdesk.domain.period import Billing, ChargingYear, Period
from tests.builders import a_hub
from tests.charging.ledger_of_runs import LedgerOfRuns

YEAR = ChargingYear(2026)


def test_a_years_licences_are_held_against_the_costs_that_the_rate_is_to_cover() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40)
    hub.licence("L1", "HBC", 10).licence("L2", "CAB", 4).cost_line("C1", 40000, recovery="licence")
    run = LedgerOfRuns().draft(hub.build(), Period(YEAR, Billing.YEAR, 1))
    assert rate_cover(run) == RateCover(costs=4000000, gross=4200000, conceded_by_host=480000)
    cover = rate_cover(run)
    assert cover is not None
    assert cover.over == -280000


def test_what_partners_fund_comes_in_all_the_same() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40, funder="partners")
    hub.licence("L1", "HBC", 10).licence("L2", "CAB", 4).cost_line("C1", 40000, recovery="licence")
    run = LedgerOfRuns().draft(hub.build(), YEAR.periods(Billing.QUARTER)[0])
    cover = rate_cover(run)
    assert cover is not None
    assert (cover.conceded_by_host, cover.over) == (0, 1047123 - 997260)
