"""The waterfall: from gross cost to who pays, to the penny."""

from itertools import pairwise

import pytest

from hubdesk.charging.lines import LineKind
from hubdesk.charging.run import Run
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.waterfall import Part, lines_of_bar, waterfall, workings_of_bar
from tests.builders import a_hub
from tests.builders.havant import havant
from tests.builders.parkside import parkside
from tests.charging.following import assert_follows
from tests.workflows.recharges import next_run


def assert_falls_to_nothing(run: Run) -> None:
    """Each bar begins where the last ended, from nothing to nothing; what is paid is what there is to pay."""
    shown = waterfall(run)
    raising = shown.bars[: [bar.part for bar in shown.bars].index(Part.TOTAL)]
    total, paying = shown.bars[len(raising)], shown.bars[len(raising) + 1 :]
    assert total.pence == sum(line.pence for line in run.lines) == shown.total
    assert sum(bar.pence for bar in raising) == total.pence == sum(bar.pence for bar in paying)
    assert [bar.start for bar in raising[:1]] in ([], [0])
    assert all(before.end == after.start for before, after in pairwise(raising))
    assert (total.start, total.end) == (0, raising[-1].end if raising else 0)
    assert all(before.end == after.start for before, after in pairwise(shown.bars[len(raising) :]))
    assert shown.bars[-1].end == 0
    assert len({bar.key for bar in shown.bars}) == len(shown.bars)
    for bar in shown.bars:
        assert sum(line.pence for line in lines_of_bar(run, bar.key)) == bar.pence, bar.words


@pytest.mark.parametrize("sample", [parkside, havant])
@pytest.mark.parametrize("name", ["2026-27-Q1", "2026-27-Q3", "2026-27"])
def test_the_waterfall_of_a_sample_adds_up(sample: type, name: str) -> None:
    run = run_named(Standing(sample(), 1, ()), name, None)
    assert_falls_to_nothing(run)
    parts = {bar.part for bar in waterfall(run).bars}
    assert parts >= {Part.LICENCES, Part.SHARED, Part.AGENCY, Part.HOST, Part.VACANT, Part.CONCEDED}


@pytest.mark.parametrize("seed", range(40))
def test_the_waterfall_of_a_random_run_with_its_adjustments_adds_up(seed: int) -> None:
    assert_falls_to_nothing(next_run(seed))


def test_the_costs_are_what_the_cost_lines_cost_and_the_licences_what_they_are_gross() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40).licence("L01", "CAB", 4)
    hub.licence("L02", "HBC", 6).cost_line("C01", 1000, "FTE")
    hub.driver("FTE", "CAB", "2.5").driver("FTE", "HBC", "7.5")
    run = run_named(Standing(hub.build(), 1, ()), "2026-27", None)
    told = {bar.part: bar.pence for bar in waterfall(run).bars}
    assert told == {
        Part.LICENCES: 30_000_00,
        Part.SHARED: 1_000_00,
        Part.TOTAL: 31_000_00,
        Part.AGENCY: 7_200_00 + 250_00,
        Part.HOST: 18_000_00 + 750_00,
        Part.CONCEDED: 4_800_00,
    }


def test_every_bar_opens_to_its_facts() -> None:
    run = run_named(Standing(parkside(), 1, ()), "2026-27-Q1", None)
    for bar in waterfall(run).bars:
        working = workings_of_bar(run, bar.key)
        assert working is not None
        assert working.value == bar.pence
        assert_follows(working)
    assert workings_of_bar(run, "agency-nobody") is None


def test_a_bar_of_very_many_lines_goes_down_to_licences_and_costs() -> None:
    hub = a_hub()
    for number in range(65):
        hub.agency(f"A{number:02}").licence(f"L{number:02}", f"A{number:02}", 1)
    for number in range(65):
        hub.cost_line(f"C{number:02}", 10_000 + number, "equal")
    run = run_named(Standing(hub.build(), 1, ()), "2026-27-Q1", None)
    working = workings_of_bar(run, "shared")
    assert working is not None
    assert working.value == next(bar.pence for bar in waterfall(run).bars if bar.key == "shared")
    assert_follows(working)
    costs = sorted(run.facts.hub.cost_lines.values(), key=lambda one: one.code)
    assert [one.records for one in working.of] == [(one.id,) for one in costs]


def test_the_least_of_very_many_agencies_are_one_bar() -> None:
    hub = a_hub()
    for number in range(30):
        hub.agency(f"A{number:02}").licence(f"L{number:02}", f"A{number:02}", 1 + number)
    run = run_named(Standing(hub.build(), 1, ()), "2026-27-Q1", None)
    assert_falls_to_nothing(run)
    bars = {bar.part: bar for bar in waterfall(run).bars}
    assert bars[Part.OTHERS].words == "11 other agencies"
    smallest = sorted(line.pence for line in run.lines if line.kind is LineKind.LICENCE)[:11]
    assert bars[Part.OTHERS].pence == sum(smallest)
