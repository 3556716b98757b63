"""What the licences bring in against the costs that the desk rate is to cover."""

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.cover import RateCover, cover_of, rate_cover, year_cover
from hubdesk.charging.facts import facts_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run_name import Closing
from hubdesk.cli.figures import cover_in_words
from hubdesk.domain.period import Billing, ChargingYear, Period
from tests.builders import a_hub, random_hub
from tests.charging.ledger_of_runs import LedgerOfRuns

YEAR = ChargingYear(2026)


def test_a_years_licences_are_held_against_the_costs_that_the_rate_is_to_cover() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40)
    hub.licence("L1", "HBC", 10).licence("L2", "CAB", 4).cost_line("C1", 40000, recovery="licence")
    run = LedgerOfRuns().draft(hub.build(), Period(YEAR, Billing.YEAR, 1))
    assert rate_cover(run) == RateCover(costs=4000000, gross=4200000, conceded_by_host=480000)
    cover = rate_cover(run)
    assert cover.over == -280000


def test_what_partners_fund_comes_in_all_the_same() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40, funder="partners")
    hub.licence("L1", "HBC", 10).licence("L2", "CAB", 4).cost_line("C1", 40000, recovery="licence")
    run = LedgerOfRuns().draft(hub.build(), YEAR.periods(Billing.QUARTER)[0])
    cover = rate_cover(run)
    assert (cover.conceded_by_host, cover.over) == (0, 1047123 - 997260)


def test_a_year_end_shows_the_whole_year_on_actuals() -> None:
    hub = a_hub().licence("L1", "HBC", 10).cost_line("C1", 40000, actual=31000, recovery="licence").build()
    ledger = LedgerOfRuns()
    for period in YEAR.periods(Billing.QUARTER):
        ledger.issue(hub, period)
    close = ledger.draft(hub, Closing(YEAR, 1), Amounts.ACTUAL)
    assert rate_cover(close) == RateCover(costs=3100000, gross=3000000, conceded_by_host=0)
    told = cover_in_words(close)
    assert told.startswith("Desk rate in 2026-27: licences bring in £30,000.00, against £31,000.00")


@pytest.mark.parametrize("seed", range(12))
def test_the_year_at_once_is_the_sum_of_its_periods(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    year = hub.charging_year(2026)
    reckoning = Reckoning(facts_of(hub, year, hub.settings.billing), Amounts.BUDGET)
    assert year_cover(reckoning) == cover_of(reckoning, year.periods(hub.settings.billing))


def test_a_funder_that_changes_within_the_year_is_worked_out_period_by_period() -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L1", "CAB", 7)
    hub.standing("voluntary", "33.3", last="2026-08-11").standing(
        "voluntary", "33.3", first="2026-08-12", funder="partners"
    )
    reckoning = Reckoning(facts_of(hub.build(), YEAR, Billing.QUARTER), Amounts.BUDGET)
    assert year_cover(reckoning) == cover_of(reckoning, YEAR.periods(Billing.QUARTER))


def test_where_no_partner_has_desk_days_the_host_pays_and_never_gets_it() -> None:
    """The police come in August: until then there is nobody to pay for what the partners are to fund."""
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40, funder="partners")
    hub.agency("POL").licence("L1", "CAB", 4).licence("L2", "POL", 6, first="2026-08-01")
    reckoning = Reckoning(facts_of(hub.build(), YEAR, Billing.QUARTER), Amounts.BUDGET)
    first, second, *_ = (cover_of(reckoning, [one]) for one in YEAR.periods(Billing.QUARTER))
    assert (first.conceded_by_host, first.by_partners) == (119671, 0)
    assert first.income == 299178 - 119671
    assert (second.conceded_by_host, second.income) == (0, second.gross)
    assert year_cover(reckoning) == cover_of(reckoning, YEAR.periods(Billing.QUARTER))
