"""What a correction does to everybody's £ is what the next run adjusts, to the penny."""

import random
from contextlib import suppress
from datetime import date

import pytest

from hubdesk.domain.problem import Refused
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.review.correction_effects import corrected_years
from hubdesk.workflows.review.proposals import proposed
from hubdesk.workflows.standing import Standing
from tests.builders import a_hub
from tests.builders.asking import asking
from tests.charging.ledger_of_runs import LedgerOfRuns
from tests.workflows.recharges import under_way
from tests.workflows.review.test_proposals import any_query


def test_a_licence_too_large_comes_back_in_the_next_quarter() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 10).build()
    ledger = LedgerOfRuns()
    ledger.issue(hub, hub.charging_year(2026).periods(hub.settings.billing)[0])
    hub, query = asking(hub, "CAB", "licence L01", "9", "2026-04-01")
    standing = Standing(hub, 1, tuple(ledger.kept))
    change = proposed(hub, query).change
    (year,) = corrected_years(standing, change, date(2026, 7, 1))
    (cab,) = year.of
    assert (cab.before, cab.after) == (3_000_000, 2_700_000)
    # Q1 at £3,000 a desk: 10 desks £7,479.45, 9 desks £6,731.51.
    assert cab.adjusted == 673_151 - 747_945
    assert (year.next_run, year.closed) == ("2026-27-Q2", False)


@pytest.mark.parametrize("seed", range(25))
def test_what_is_told_to_be_adjusted_is_adjusted(seed: int) -> None:
    standing, name = under_way(seed)
    hub, query = any_query(standing.hub, random.Random(seed))
    standing = Standing(hub, standing.sequence, standing.kept)
    with suppress(Refused):
        change = proposed(hub, query).change
        day = standing.charging_year(min(hub.cost_lines_of)).first
        told = corrected_years(standing, change, day)
        before = run_named(standing, name, None)
        after = run_named(Standing(hub.applying(change), 2, standing.kept), name, None)
        for year in told:
            if year.year == after.year:
                assert year.next_run == name
        difference = {
            agency: sum(one.line.pence for one in after.adjustments if one.line.agency == agency)
            - sum(one.line.pence for one in before.adjustments if one.line.agency == agency)
            for agency in hub.agencies
        }
        if name.endswith("close"):
            return  # A year end is on actuals, and the year so far on budgets.
        adjusted = {one.agency: one.adjusted for year in told for one in year.of if year.year == after.year}
        assert {k: v for k, v in difference.items() if v} == {k: v for k, v in adjusted.items() if v}
