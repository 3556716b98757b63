"""Shares of costs as bars: each adds up to its cost, and parts keep their order."""

import pytest

from hubdesk.domain.ids import RecordId
from hubdesk.workflows.cost_shares import cost_in_runs, cost_shares, workings_of_share
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing
from tests.builders import a_hub
from tests.builders.havant import havant
from tests.builders.parkside import parkside
from tests.charging.following import assert_follows
from tests.workflows.recharges import next_run


@pytest.mark.parametrize("sample", [parkside, havant])
def test_the_parts_of_each_cost_are_the_cost(sample: type) -> None:
    run = run_named(Standing(sample(), 1, ()), "2026-27-Q2", None)
    assert run.recharge is not None
    costs = {one.split.line.code: one.split.cost for one in run.recharge.apportionments if one.split.cost}
    bars = cost_shares(run).bars
    assert {bar.key: bar.pence for bar in bars} == costs
    assert [bar.key for bar in bars] == sorted(costs)
    for bar in bars:
        assert sum(bar.of_whole(part) or 0 for part in bar.parts) == 1


@pytest.mark.parametrize("seed", range(20))
def test_random_parts_are_the_cost_and_in_the_order_of_the_legend(seed: int) -> None:
    run = next_run(seed)
    shown = cost_shares(run)
    costs = {
        one.split.line.code: one.split.cost for one in (run.recharge.apportionments if run.recharge else ())
    }
    assert {bar.key: bar.pence for bar in shown.bars} == {code: cost for code, cost in costs.items() if cost}
    order = [part.key for part in shown.legend]
    for bar in shown.bars:
        places = [order.index(part.key) for part in bar.parts]
        assert places == sorted(places)


def test_vacant_desks_and_days_without_anybody_come_last() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", {"2026-04-01": 0, "2026-05-01": 3})
    hub.floor("G").desks(5).cost_line("C01", 1000, "licensed desks").cost_line("C02", 500, "FTE")
    hub.driver("FTE", "POL", {"2026-05-01": "2"})
    run = run_named(Standing(hub.build(), 1, ()), "2026-27-Q1", None)
    told = {bar.key: [part.words for part in bar.parts] for bar in cost_shares(run).bars}
    assert told["C01"][-1] == "Vacant desks"
    assert told["C02"][-1] == "Days without anybody"
    assert [part.words for part in cost_shares(run).legend][-2:] == ["Vacant desks", "Days without anybody"]


def test_a_cost_is_put_beside_itself_in_another_period() -> None:
    hub = (
        a_hub()
        .agency("POL")
        .licence("L01", "POL", {"2026-04-01": 3, "2026-07-01": 9})
        .licence("L02", "HBC", 3)
    )
    hub.cost_line("C01", 1000, "licensed desks")
    standing = Standing(hub.build(), 1, ())
    runs = [run_named(standing, name, None) for name in ("2026-27-Q1", "2026-27-Q2")]
    police = standing.hub.agency_codes["POL"].id
    parts = [
        {RecordId(part.key): bar.of_whole(part) for part in bar.parts}[police]
        for bar in cost_in_runs("C01", runs).bars
    ]
    assert [round(float(one or 0), 2) for one in parts] == [0.5, 0.75]
    assert cost_in_runs("C99", runs).bars == ()


def test_the_least_of_very_many_agencies_are_one_part() -> None:
    hub = a_hub().cost_line("C01", 100_000, "licensed desks")
    for number in range(30):
        hub.agency(f"A{number:02}").licence(f"L{number:02}", f"A{number:02}", 1 + number)
    shown = cost_shares(run_named(Standing(hub.build(), 1, ()), "2026-27-Q1", None))
    (bar,) = shown.bars
    assert len(bar.parts) == 20
    assert bar.parts[-1].words == "Other agencies"


@pytest.mark.parametrize("sample", [parkside, havant])
def test_every_part_opens_to_its_facts(sample: type) -> None:
    run = run_named(Standing(sample(), 1, ()), "2026-27-Q1", None)
    for bar in cost_shares(run).bars[::3]:
        for part in bar.parts[::2]:
            working = workings_of_share(run, bar.key, part.key)
            assert working is not None
            assert working.value == part.pence
            assert_follows(working)
    assert workings_of_share(run, "C99", "vacant") is None


def test_agencies_that_are_one_part_open_together() -> None:
    hub = a_hub().cost_line("C01", 100_000, "licensed desks")
    for number in range(30):
        hub.agency(f"A{number:02}").licence(f"L{number:02}", f"A{number:02}", 1 + number)
    run = run_named(Standing(hub.build(), 1, ()), "2026-27-Q1", None)
    (bar,) = cost_shares(run).bars
    working = workings_of_share(run, "C01", "others")
    assert working is not None
    assert working.value == bar.parts[-1].pence
    assert len(working.of) == 11
