"""The desk rate from the costs it must cover: by hand, and against what the engine then charges."""

from datetime import date
from fractions import Fraction

import pytest

from hubdesk.charging.workings import Working
from hubdesk.charging.workings.tree import Step, follow
from hubdesk.domain.hub import Hub
from hubdesk.editing import rates
from hubdesk.workflows.costs.charged import NotCharged
from hubdesk.workflows.costs.desk_rate import RatePlan, Way, divisor, rate_plan, share_of_costs
from hubdesk.workflows.costs.rate_effects import RateEffects, rate_effects
from hubdesk.workflows.costs.rate_words import effects_told, rates_told
from hubdesk.workflows.costs.rate_workings import RateWorkings
from tests.builders import a_hub
from tests.builders.random_hubs import random_hub

DAY = date(2026, 11, 7)


def planned(hub: Hub) -> RatePlan:
    plan = rate_plan(hub, 2026, DAY)
    assert isinstance(plan, RatePlan), plan
    return plan


def half_empty(funder: str = "host") -> Hub:
    """200 desks for £300,000 a year, 80 of them licensed, 20 of those at 40 % off."""
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40, funder=funder)
    hub.floor("G").desks(200).licence("L1", "HBC", 60).licence("L2", "CAB", 20)
    return hub.cost_line("C1", 300_000, recovery="licence").cost_line("C2", 9_000).build()


def test_the_ways_to_build_a_rate() -> None:
    plan = planned(half_empty())
    assert (plan.costs, plan.today) == (30000000, 300000)
    rates = {one.way: one.rate for one in plan.ways}
    assert rates == {
        Way.IN_SERVICE: 150000,  # £300,000 / 200
        Way.LICENSED: 375000,  # / 80
        Way.BY_PARTNERS: 375000,
        Way.BY_HOST: 416667,  # / (80 - 20 × 40 %)
    }
    assert plan.vacancy == Fraction(200, 80)


def test_what_each_way_brings_in_against_the_costs() -> None:
    plan = planned(half_empty())
    over = {one.way: one.cover.over for one in plan.ways}
    assert over[Way.IN_SERVICE] == 80 * 150000 - 20 * 60000 - 30000000
    assert over[Way.LICENSED] == -20 * 150000  # What the host concedes at that rate.
    assert over[Way.BY_PARTNERS] == 0
    assert abs(over[Way.BY_HOST]) <= 80  # To within half a penny a desk, and one a licence.
    assert plan.cover.over == 80 * 300000 - 20 * 120000 - 30000000
    assert share_of_costs(plan.cover) == Fraction(80 * 300000 - 20 * 120000, 30000000)


def test_the_rate_beside_it_is_one_of_the_year_itself() -> None:
    """On screen may be a day of another year than the one that was chosen."""
    hub = a_hub().rate("2026-04-01", 3_000).rate("2026-10-01", 3_200).rate("2027-04-01", 3_300)
    hub.floor("G").desks(2).licence("L1", "HBC", 1)
    built = hub.build()
    for starts_in, day, rate in (
        (2026, date(2026, 11, 7), 320_000),
        (2026, date(2027, 6, 1), 300_000),
        (2027, date(2026, 11, 7), 330_000),
    ):
        plan = rate_plan(built, starts_in, day)
        assert isinstance(plan, RatePlan)
        assert plan.today == rate
        assert plan.day == (day if day == DAY and starts_in == 2026 else date(starts_in, 4, 1))
    this, following = rate_plan(built, 2026, DAY), rate_plan(built, 2027, DAY)
    assert isinstance(this, RatePlan)
    assert isinstance(following, RatePlan)
    assert rates_told(this) == (
        "The desk rate of 2026-27 is £3,000.00 from 1 April 2026, then £3,200.00 from 1 October 2026."
    )
    assert rates_told(following) == ""


def test_a_rate_used_late_in_the_year_says_what_it_leaves_short() -> None:
    """10 desks, £20,000 to cover, at £1,000 so far: £2,000 a desk does it only from the first day."""
    hub = a_hub().rate("2026-04-01", 1_000).floor("G").desks(10).licence("L1", "HBC", 6)
    built = hub.agency("POL").licence("L2", "POL", 4).cost_line("C1", 20_000, recovery="licence").build()
    whole = rate_effects(built, rates.set_step(built, date(2026, 4, 1), 200_000), date(2026, 4, 1))
    late = rate_effects(built, rates.set_step(built, date(2026, 7, 1), 200_000), date(2026, 7, 1))
    assert isinstance(whole, RateEffects)
    assert isinstance(late, RateEffects)
    assert whole.cover.over == 0
    assert effects_told(whole).endswith(
        "then bring in £20,000.00 against costs of £20,000.00: just the costs (100.00 %)."
    )
    # 91 of 365 days at half the rate.
    assert late.cover.over == -(149_589 + 99_726)
    assert "£2,493.15 short (87.53 %). The rate was built for the whole year" in effects_told(late)
    assert sum(row.after for row in late.rows) == late.cover.income


def test_partners_see_what_a_desk_costs_them_besides() -> None:
    plan = planned(half_empty())
    by_partners = plan.way(Way.BY_PARTNERS)
    assert by_partners is not None
    assert by_partners.pool == 20 * 150000 // 60
    assert plan.pool == 0
    assert planned(half_empty("partners")).pool == 20 * 120000 // 60


def test_days_count_as_days() -> None:
    hub = a_hub().floor("G").desk("G-1").desk("G-2", first="2026-10-01")
    hub.licence("L1", "HBC", {"2026-04-01": 1, "2026-10-01": 3}).cost_line("C1", 365, recovery="licence")
    plan = planned(hub.build())
    assert plan.days.in_service == 365 + 182
    assert plan.days.licensed == 183 + 3 * 182
    assert (plan.days.vacant, plan.days.beyond) == (0, 182)
    licensed = plan.way(Way.LICENSED)
    assert licensed is not None
    assert licensed.exact == Fraction(36500 * 365, 183 + 3 * 182)


def test_without_desks_there_is_no_rate_to_build() -> None:
    assert planned(a_hub().cost_line("C1", 10, recovery="licence").build()).ways == ()


def test_with_errors_there_is_none_either() -> None:
    assert isinstance(rate_plan(a_hub().without_rate().licence("L", "HBC", 1).build(), 2026, DAY), NotCharged)


@pytest.mark.parametrize("seed", range(8))
def test_the_rate_times_the_desks_is_the_cost_to_within_the_rounding_of_rate_and_licences(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    plan = planned(hub)
    year, licences = hub.charging_year(2026), len(hub.licences)
    for built in plan.ways:
        desks = divisor(plan.days, built.way) / year.days
        assert built.exact * desks == plan.costs
        assert abs(built.rate - built.exact) <= Fraction(1, 2)
        if built.way in (Way.BY_PARTNERS, Way.BY_HOST):
            # Half a penny a desk for the rate; half a penny a licence for its gross, its award, and the
            # host's part of that.
            assert abs(built.cover.over) <= desks / 2 + Fraction(3, 2) * licences


def adds_up(tree: Working) -> None:
    for one in tree.walk():
        if one.step is not Step.FACT:
            assert follow(one.step, [below.value for below in one.of]) == one.value


@pytest.mark.parametrize("seed", range(4))
def test_every_why_of_the_rate_adds_up_to_its_figure(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    plan, workings = planned(hub), RateWorkings(hub, 2026)
    shown = [
        (workings.costs(), plan.costs),
        (workings.in_service(), plan.days.in_service),
        (workings.licensed(), plan.days.licensed),
        (workings.conceded(), plan.days.conceded),
        (workings.vacant(), plan.days.vacant),
        (workings.over(), plan.cover.over),
        *((workings.rate(one.way), one.rate) for one in plan.ways),
        *((workings.over(one.way, one.rate), one.cover.over) for one in plan.ways),
    ]
    for tree, figure in shown:
        assert tree.value == figure, tree.what
        adds_up(tree)
