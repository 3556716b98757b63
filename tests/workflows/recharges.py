"""Random hubs part of the way through their year: some periods issued, facts changed since."""

import random

from hubdesk.charging.run import Run
from hubdesk.domain.checks import errors
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing
from tests.builders import random_change, random_hub
from tests.charging.ledger_of_runs import LedgerOfRuns


def year_of(hub: Hub) -> ChargingYear:
    return hub.charging_year(min(line.year for line in hub.cost_lines.values()))


def under_way(seed: int) -> tuple[Standing, str]:
    """A standing with some periods of the year issued, and the name of the run that is next."""
    hub, rng, ledger = random_hub(seed), random.Random(seed), LedgerOfRuns()
    periods = year_of(hub).periods(hub.settings.billing)
    done = rng.randrange(min(len(periods), 4) + 1)
    for period in periods[:done]:
        ledger.issue(hub, period)
        hub = changed(hub, rng)
    standing = Standing(hub, 1, tuple(ledger.kept))
    name = periods[done].name if done < len(periods) else f"{year_of(hub).name}-close"
    return standing, name


def changed(hub: Hub, rng: random.Random, times: int = 3) -> Hub:
    """`hub` after a few changes that leave it without errors, and its year as it was cut."""
    for _ in range(times):
        after = hub.applying(random_change(hub, rng))
        kept = (after.settings.year_start, after.settings.billing) == (
            hub.settings.year_start,
            hub.settings.billing,
        )
        if kept and not errors(after):
            hub = after
    return hub


def next_run(seed: int) -> Run:
    return run_named(*under_way(seed), None)
