"""Every figure that is compared can be followed to its facts, and comes to itself there."""

from datetime import date

import pytest

from hubdesk.charging.workings import Working
from hubdesk.charging.workings.tree import follow
from hubdesk.domain.change import Change
from hubdesk.domain.ids import new_id
from hubdesk.domain.period import Billing
from hubdesk.domain.scenario import Scenario
from hubdesk.editing import rates
from hubdesk.workflows.bases_compared import BasesCompared, compare_bases
from hubdesk.workflows.scenario_compare import Comparison, compare
from hubdesk.workflows.scenario_workings import workings_in, workings_on
from hubdesk.workflows.standing import Standing
from tests.builders.random_hubs import random_hub

DAY = date(2026, 11, 7)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_compared_follows_from_facts(seed: int) -> None:
    hub = random_hub(seed, agencies=4, lines=3, year=2026, billing=list(Billing)[seed])
    standing = Standing(hub, 0, ())
    step = rates.set_step(hub, hub.charging_year(2026).first, 3456_78)
    scenario = Scenario(new_id(), "Rate", Change("Rate", step.edits))
    found = compare(standing, [scenario], DAY)
    assert isinstance(found, Comparison)
    for row in found.rows:
        assert row.scenarios[0] is not None
        for tried, pence in ((None, row.today), (scenario, row.scenarios[0].pence)):
            tree = workings_in(standing, tried, DAY, row.id)
            assert tree is not None
            assert tree.value == pence
            adds_up(tree)
    whole = workings_in(standing, scenario, DAY, None)
    assert whole is not None
    assert whole.value == found.total(0)
    assert workings_in(standing, scenario, DAY, new_id()) is None


@pytest.mark.parametrize("seed", range(3))
def test_what_bases_come_to_follows_from_facts(seed: int) -> None:
    hub = random_hub(seed, agencies=4, lines=3, year=2026, billing=Billing.QUARTER)
    standing = Standing(hub, 0, ())
    found = compare_bases(standing, DAY)
    assert isinstance(found, BasesCompared)
    lines = [line.id for line in found.lines]
    for place, basis in enumerate(found.bases):
        whole = workings_on(standing, DAY, lines, basis.name, None)
        assert whole is not None
        assert whole.value == basis.pence
        for row in found.rows[-2:]:
            tree = workings_on(standing, DAY, lines, basis.name, row.id)
            assert tree is not None
            assert tree.value == row.pence[place]
            adds_up(tree)


def adds_up(tree: Working) -> None:
    if tree.of:
        assert tree.value == follow(tree.step, [one.value for one in tree.of])
    for one in tree.of:
        adds_up(one)
