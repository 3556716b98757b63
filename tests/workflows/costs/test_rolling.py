"""Next year's costs as a proposal."""

from datetime import date
from decimal import Decimal

import pytest

from hubdesk.domain.problem import Refused
from hubdesk.editing.roll_forward import Exceptions
from hubdesk.workflows.costs.rolling import rolled, year_on_year
from hubdesk.workflows.year_cost import NoYearCost, YearCost, year_cost
from tests.builders import a_hub
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub


def test_the_proposal_is_what_the_change_makes() -> None:
    hub = parkside()
    left, own, given = (hub.cost_line_codes[code, 2026].id for code in ("C20", "C14", "C10"))
    but = Exceptions(
        lines={own: Decimal("12.5")}, budgets={given: 4_200_000}, left_out=frozenset({left}), rate=Decimal(1)
    )
    proposal = rolled(hub, 2027, Decimal("3.5"), but)
    after = hub.applying(proposal.change)
    made = {line.code: line.budget for line in after.cost_lines_of[2027]}
    assert made == {one.line.code: one.budget for one in proposal.lines if one.budget is not None}
    assert proposal.budget_next == sum(made.values())
    assert proposal.budget_next - proposal.budget_now == sum(one.more for one in proposal.lines)
    assert after.rate.pence.at(date(2027, 4, 1)) == proposal.rate_next
    with pytest.raises(Refused, match="cost lines already"):
        rolled(after, 2027, Decimal(0))


@pytest.mark.parametrize("seed", range(4))
def test_year_on_year_is_the_two_years_costs(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    last = max(hub.cost_lines_of)
    proposal = rolled(hub, last + 1, Decimal(4))
    effects = year_on_year(hub, proposal)
    now = year_cost(hub, hub.charging_year(last).first)
    then = year_cost(hub.applying(proposal.change), hub.charging_year(last + 1).first)
    assert isinstance(now, YearCost)
    assert isinstance(then, YearCost)
    assert not isinstance(effects, NoYearCost)
    assert sum(one.before for one in effects) == now.pence
    assert sum(one.after for one in effects) == then.pence


def test_errors_stand_in_the_way_of_it() -> None:
    hub = a_hub().without_rate().licence("L1", "HBC", 2).cost_line("C1", 100).build()
    assert isinstance(year_on_year(hub, rolled(hub, 2027, Decimal(0))), NoYearCost)
