"""The working-out of a charging year as it stands, for what the costs are asked."""

from collections.abc import Sequence

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import facts_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import Period
from hubdesk.workflows.recharge_run import billing_in, on_actuals


def reckoned(hub: Hub, starts_in: int, issued: Sequence[Run]) -> Reckoning:
    """The year that starts in `starts_in` under today's facts, on budgets until a run used actuals."""
    year = hub.charging_year(starts_in)
    facts = facts_of(hub, year, billing_in(hub, issued, year))
    return Reckoning(facts, Amounts.ACTUAL if on_actuals(issued, year) else Amounts.BUDGET)


def periods(reckoning: Reckoning) -> tuple[Period, ...]:
    """The billing periods of the year, in order."""
    facts = reckoning.facts
    return facts.year.periods(facts.billing)
