"""The engine against the rules done by hand, day by day, on random hubs."""

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import facts_of
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.hub import Hub
from tests.builders.random_hubs import random_hub
from tests.charging.by_hand import Key, lines_by_hand


def lines_of(hub: Hub, recharge: Recharge) -> dict[Key, tuple[int, int]]:
    """The lines of `recharge` by the codes that people know."""
    codes = {licence.id: licence.code for licence in hub.licences.values()}
    codes |= {line.id: line.code for line in hub.cost_lines.values()}
    return {
        (hub.agencies[line.agency].code, line.kind.value, codes.get(line.source, line.source)): (
            line.pence,
            line.vat_pence,
        )
        for line in recharge.lines
    }


@pytest.mark.parametrize("seed", range(60))
def test_every_line_of_a_random_hub_is_what_the_rules_give_by_hand(seed: int) -> None:
    hub = random_hub(seed)
    starts_in = min(line.year for line in hub.cost_lines.values())
    year = hub.charging_year(starts_in)
    billing = hub.settings.billing
    amounts = Amounts.ACTUAL if seed % 3 == 0 else Amounts.BUDGET
    reckoning = Reckoning(facts_of(hub, year, billing), amounts)
    for period in year.periods(billing)[:: max(1, billing.per_year // 2)]:
        by_hand = lines_by_hand(hub, period, actuals=amounts is Amounts.ACTUAL)
        assert lines_of(hub, recharge_of(reckoning, period)) == by_hand
