"""What a change does to everybody month by month: the months are the year's effect, to the penny."""

import random
from dataclasses import replace
from datetime import date

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.domain.timeline import Timeline
from hubdesk.editing import agencies, settings
from hubdesk.workflows.effects_by_month import EffectsByMonth, effects_by_month
from hubdesk.workflows.year_cost import NoYearCost, YearCost, effects_of, year_cost
from tests.builders import a_hub, random_hub
from tests.builders.parkside import parkside
from tests.builders.random_changes import random_change


def year_of(hub: Hub) -> ChargingYear:
    return hub.charging_year(min(hub.cost_lines_of, default=2026))


def of_codes(effects: EffectsByMonth) -> dict[str, tuple[int, ...]]:
    return {effects.hub.agencies[one.agency].code: one.effects for one in effects.changed}


@pytest.mark.parametrize("seed", range(25))
def test_twelve_months_are_the_years_effect(seed: int) -> None:
    hub = random_hub(seed)
    year = year_of(hub)
    change = random_change(hub, random.Random(seed))
    was = year_cost(hub, year.first)
    assert isinstance(was, YearCost)
    by_year, by_month = effects_of(change, was, hub), effects_by_month(change, hub, year)
    assert isinstance(by_month, EffectsByMonth)
    assert not isinstance(by_year, NoYearCost)
    assert {one.agency: one.pence for one in by_year} == {
        one.agency: one.pence for one in by_month.of if one.pence
    }
    assert all(len(one.effects) == 12 and sum(one.effects) == one.pence for one in by_month.of)
    assert sum(one.pence for one in by_month.of) == sum(one.pence for one in by_year)


def test_a_joiner_on_parkside_pays_and_the_others_pay_less() -> None:
    hub = parkside()
    year, first = hub.charging_year(2026), date(2026, 12, 1)
    newcomer = _newcomer(hub)
    licence = Licence(new_id(), "L99", newcomer, first, None, Timeline.of([(first, 5)]))
    agency = hub.agencies[newcomer]
    effects = effects_by_month(agencies.join(hub, agency, licence), hub, year)
    assert isinstance(effects, EffectsByMonth)
    mine = of_codes(effects)[agency.code]
    assert mine[:8] == (0,) * 8, "nothing before December"
    assert all(pence > 0 for pence in mine[8:])
    others = {code: months for code, months in of_codes(effects).items() if code != agency.code}
    assert others
    assert all(not any(months[:8]) for months in others.values())


def _newcomer(hub: Hub) -> RecordId:
    without = [one for one in hub.agencies if not hub.licences_of.get(one)]
    return without[0] if without else next(iter(hub.agencies))


def test_a_year_without_costs_is_said_to_be_one() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 4).cost_line("C01", 1200, "equal").build()
    leaving = agencies.leave(hub, hub.agency_codes["CAB"].id, date(2027, 6, 30))
    this = effects_by_month(leaving, hub, hub.charging_year(2026))
    following = effects_by_month(leaving, hub, hub.charging_year(2027))
    assert isinstance(this, EffectsByMonth)
    assert isinstance(following, EffectsByMonth)
    assert (this.without_costs, following.without_costs) == (False, True)
    assert not this.changed
    # 4 desks at £3,000 for the 275 days from 1 July, of a year of 366.
    assert sum(one.pence for one in following.of) == -round(4 * 300_000 * 275 / 366)


def test_another_way_of_cutting_the_year_is_compared_over_the_year() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 4).cost_line("C01", 1200, "equal").build()
    monthly = settings.change(hub, replace(hub.settings, billing=Billing.MONTH))
    effects = effects_by_month(monthly, hub, hub.charging_year(2026))
    assert isinstance(effects, EffectsByMonth)
    assert sum(one.pence for one in effects.of) == 0
    assert all(abs(one.pence) <= 2 * 16 for one in effects.of), "two pence per period and line"


def test_errors_in_the_way_are_told() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 4, "2026-04-01").without_rate().build()
    leaving = agencies.leave(hub, hub.agency_codes["CAB"].id, date(2026, 6, 30))
    refused = effects_by_month(leaving, hub, hub.charging_year(2026))
    assert isinstance(refused, NoYearCost)
    assert "rate" in refused.problems[0].what
