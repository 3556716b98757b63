"""What the page says of a year's costs, its rate and the next year, in words."""

from datetime import date
from decimal import Decimal

from hubdesk.charging.cover import RateCover
from hubdesk.domain.hub import Hub
from hubdesk.workflows.costs.charged import CostsCharged, costs_charged
from hubdesk.workflows.costs.desk_rate import RatePlan, Way, rate_plan
from hubdesk.workflows.costs.line_words import heading, how_recovered, year_told
from hubdesk.workflows.costs.rate_words import (
    cover_told,
    desks_told,
    presumed,
    vacancy_told,
    verdict,
)
from hubdesk.workflows.costs.roll_words import sums_told
from hubdesk.workflows.costs.rolling import rolled
from hubdesk.workflows.costs.rows import cost_year
from tests.builders import a_hub
from tests.builders.parkside import parkside

DAY = date(2026, 11, 7)


def plan_of(hub: Hub) -> RatePlan:
    plan = rate_plan(hub, 2026, DAY)
    assert isinstance(plan, RatePlan)
    return plan


def with_costs(pounds: int, desks: int = 90, in_service: int = 222) -> RatePlan:
    hub = a_hub().floor("G").desks(in_service).licence("L1", "HBC", desks)
    return plan_of(hub.cost_line("C1", pounds, recovery="licence").build())


def test_more_than_the_costs_is_said_plainly() -> None:
    assert verdict(with_costs(200_000)) == (
        "The licences of 2026-27 bring in £270,000.00 against costs of £200,000.00, 135.00 % of them. "
        "That is £70,000.00 more than the costs: the agencies pay too much."
    )
    assert verdict(with_costs(300_000)).endswith("The host bears the £30,000.00 that are missing.")
    assert verdict(with_costs(270_000)).endswith("100.00 % of them.")
    assert "Give cost lines the recovery “licence”" in verdict(with_costs(0))


def test_what_is_over_or_short_is_said_in_short() -> None:
    assert cover_told(RateCover(10_000, 12_550, 50)) == "£25.00 over (125.00 %)"
    assert cover_told(RateCover(10_000, 9_000, 0)) == "£10.00 short (90.00 %)"
    assert cover_told(RateCover(10_000, 10_000, 0)) == "just the costs (100.00 %)"
    assert cover_told(RateCover(0, 500, 0)) == "£5.00 over"


def test_empty_desks_are_told_in_what_a_desk_costs() -> None:
    plan = with_costs(222_000)
    assert vacancy_told(plan) == (
        "A desk costs £1,000.00 a year, but a licensed one £2,466.67: 2.47 times as much, because 132 desks "
        "stand without a licence."
    )
    assert desks_told(plan) == "222 desks in service on an average day: 90 licensed, 132 vacant"
    full = with_costs(1_000, desks=3, in_service=2)
    assert vacancy_told(full).startswith("No more desks are in service than are licensed")
    assert desks_told(full).endswith("3 licensed, 0 vacant, 1 licensed without a desk")


def test_a_way_says_what_it_takes_for_granted() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40).floor("G").desks(9)
    hub.licence("L1", "HBC", 6).licence("L2", "CAB", 2).cost_line("C1", 900, recovery="licence")
    plan = plan_of(hub.build())
    assert "partners fund every concession, at £" in presumed(plan, Way.BY_PARTNERS)
    assert "the host funds every concession" in presumed(plan, Way.BY_HOST)
    assert presumed(plan, Way.LICENSED) == ""


def test_a_line_is_told_by_how_it_comes_back() -> None:
    hub = parkside()
    rows = {row.line.code: row for row in cost_year(hub, 2026).rows}
    assert heading(rows["C18"].line) == "C18 Winter marshal in the customer hall, 2026-27"
    assert how_recovered(rows["C18"]) == (
        "Budget £3,600.00, from 1 November 2026 to 28 February 2027. Shared by Footfall."
    )
    assert how_recovered(rows["C01"]).endswith(
        "actual £128,450.00. The desk rate pays for it; it is not charged again."
    )
    assert how_recovered(rows["C20"]).endswith("The host keeps it; nobody else is charged.")


def test_a_year_is_told_in_a_sentence() -> None:
    hub = parkside()
    charged = costs_charged(hub, 2026)
    assert isinstance(charged, CostsCharged)
    told = "18 cost lines, budget £625,000.00; 5 with an actual, £197.40 below their budgets."
    assert year_told(cost_year(hub, 2026, charged)) == told
    assert year_told(cost_year(hub, 2030)) == ""


def test_next_year_is_told_with_both_rates() -> None:
    hub = parkside()
    assert sums_told(rolled(hub, 2027, Decimal(0))) == (
        "Budgets: £625,000.00 → £625,000.00, the same. The desk rate stays at £2,940.00."
    )
    assert sums_told(rolled(hub, 2027, Decimal(2))).endswith("The desk rate: £2,940.00 → £2,998.80.")
