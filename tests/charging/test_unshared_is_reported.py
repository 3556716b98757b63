"""The days that the engine finds nobody to charge for are those that the checks report, and no others."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.lines import LineKind
from hubdesk.domain import checks
from hubdesk.domain.change import updating
from hubdesk.domain.period import Billing, Period
from tests.builders import random_hub

MUCH = 10**9
"""Pence enough that a day's part is never rounded away."""


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_a_line_has_an_unshared_part_when_the_checks_say_so(seed: int) -> None:
    hub = random_hub(seed, agencies=4, lines=10, desks=8)
    lines = hub.cost_lines.values()
    hub = hub.applying(updating("Costly", *((line, replace(line, budget=MUCH)) for line in lines)))
    year = hub.charging_year(min(hub.cost_lines_of))
    run = draft(facts_of(hub, year, Billing.YEAR), Period(year, Billing.YEAR, 1), Amounts.BUDGET, ())
    found = {line.source for line in run.lines if line.kind is LineKind.UNSHARED and line.pence}
    reported = {one.records[0] for one in checks.problems(hub) if one.code == "cost-line-unshared"}
    assert found == {id_ for id_ in reported if hub.cost_lines[id_].year == year.starts_in}
