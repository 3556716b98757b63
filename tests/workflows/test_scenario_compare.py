"""Scenarios side by side, against the figures of the same engine, and bases compared."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.run import Run
from hubdesk.domain.change import Change, updating
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.money import Pence
from hubdesk.domain.scenario import Scenario
from hubdesk.editing import rates
from hubdesk.store import create_store
from hubdesk.workflows.bases_compared import BasesCompared, compare_bases
from hubdesk.workflows.issuing import issue
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.scenario_compare import (
    Comparison,
    compare,
    cover_words,
    difference_words,
    which_figures,
)
from hubdesk.workflows.standing import Standing, standing_of
from hubdesk.workflows.year_cost import NoYearCost, YearCost, year_cost
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub

DAY = date(2026, 11, 7)
NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)


def tried(name: str, change: Change) -> Scenario:
    return Scenario(new_id(), name, Change(name, change.edits))


def compared(standing: Standing, *scenarios: Scenario) -> Comparison:
    found = compare(standing, scenarios, DAY)
    assert isinstance(found, Comparison), found
    return found


def two_partners() -> Hub:
    return (
        a_hub()
        .agency("POL")
        .agency("CAB", "voluntary")
        .licence("L1", "HBC", 2)
        .licence("L2", "POL", 6)
        .licence("L3", "CAB", 4)
        .award("L3", 40)
        .cost_line("C1", 12000, "licensed desks", vacant="shared")
        .cost_line("C2", 30000, recovery="licence")
        .build()
    )


def test_who_pays_more_comes_first_and_everything_adds_up() -> None:
    hub = two_partners()
    dearer = tried("Rate £3,200", rates.set_step(hub, date(2026, 4, 1), 3200_00))
    found = compared(Standing(hub, 0, ()), dearer, tried("As it is", Change("", ())))
    assert [row.code for row in found.rows] == ["POL", "HBC", "CAB"]
    assert [row.is_host for row in found.rows] == [False, True, False]
    told = {row.code: row.scenarios[0] for row in found.rows}
    # The host pays more for its own two desks, and for 40 % of the charity's four.
    assert {code: one.more for code, one in told.items() if one} == {
        "HBC": 2 * 200_00 + 4 * 200_00 * 40 // 100,
        "POL": 6 * 200_00,
        "CAB": 4 * 200_00 * 60 // 100,
    }
    assert all(row.scenarios[1] is not None and row.scenarios[1].more == 0 for row in found.rows)


@pytest.mark.parametrize("seed", range(10))
def test_the_figures_are_those_of_the_engine(seed: int) -> None:
    rng = random.Random(seed)
    hub = random_hub(seed, year=2026)
    one, other = (tried(f"S{n}", random_change(hub, rng)) for n in (1, 2))
    found = compared(Standing(hub, 0, ()), one, other)
    for place, scenario in enumerate((one, other)):
        cost = year_cost(hub.applying(scenario.change), DAY)
        assert isinstance(cost, YearCost)
        assert found.total(place) == cost.pence
        for row in found.rows:
            inside = row.scenarios[place]
            assert inside is not None
            assert inside.pence == (cost.of[row.id].pence if row.id in cost.of else 0)
            assert row.today + inside.more == inside.pence
            assert sum(row.scenario_streams[place] or ()) == inside.pence
            assert sum(row.streams) == row.today
    order = [row.scenarios[0].more for row in found.rows if row.scenarios[0]]
    assert order == sorted(order, reverse=True)


def test_what_is_known_is_worked_out_once() -> None:
    hub = two_partners()
    standing = Standing(hub, 0, ())
    first, other = tried("As it is", Change("", ())), tried("Rate", rates.set_step(hub, DAY, 3200_00))
    known = compared(standing, first, other)
    edited = replace(other, change=rates.set_step(hub, DAY, 3300_00))
    again = compare(standing, [other, edited], DAY, known)
    assert isinstance(again, Comparison)
    assert again.today is known.today
    assert again.others[0] is known.others[1]
    fresh = compared(standing, other, edited)
    assert [again.total(place) for place in (0, 1)] == [fresh.total(place) for place in (0, 1)]
    moved = Standing(hub.applying(other.change), 1, ())
    later = compare(moved, [other], DAY, known)
    assert isinstance(later, Comparison)
    assert later.today.pence == known.total(1) == later.total(0)


def test_a_scenario_without_a_figure_says_why_in_its_place() -> None:
    hub = two_partners()
    nothing = tried("Nothing", Change("", ()))
    hub_with_error = a_hub().without_rate().licence("L1", "HBC", 2).build()
    assert isinstance(compare(Standing(hub_with_error, 0, ()), [nothing], DAY), NoYearCost)
    assert compared(Standing(hub, 0, ()), nothing).total(0) == compared(Standing(hub, 0, ())).today.pence


def test_what_falls_in_issued_periods_is_told_apart(tmp_path: Path) -> None:
    hub = two_partners()
    with create_store(tmp_path / "P.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        issue(store, "2026-27-Q1", None, at=NOW)
        standing = standing_of(store)
    scenario = tried("Rate £3,650", rates.set_step(hub, date(2026, 6, 1), 3650_00))
    found = compared(standing, scenario)
    (police,) = (row.scenarios[0] for row in found.rows if row.code == "POL")
    assert police is not None
    # £650 a desk a year more for 304 days, of which 30 in June: each times 6 / 365.
    assert police.more == round(6 * 650_00 * 304 / 365)
    assert police.in_issued == round(6 * 650_00 * 30 / 365)
    later = Standing(hub.applying(scenario.change), 0, standing.kept)
    q2 = run_named(later, "2026-27-Q2", None)
    assert adjustments(q2)["POL"] == police.in_issued
    assert which_figures(found) == (
        "Charges for the whole year 2026-27, without VAT, on budgets. 2026-27-Q1 is issued and stays as "
        "issued: what a scenario would make different there would be charged as an adjustment in the next "
        "run, and is counted here."
    )


def adjustments(run: Run) -> dict[str, Pence]:
    sums: dict[str, Pence] = {}
    for line in run.lines:
        if line.of_kind is not None:
            code = run.agency(line.agency).code
            sums[code] = sums.get(code, 0) + line.pence
    return sums


def test_recovery_is_said_plainly() -> None:
    hub = two_partners()
    cost = year_cost(hub, DAY)
    assert isinstance(cost, YearCost)
    # 12 desks at £3,000, less £4,800 that the host gives back.
    assert cover_words(cost) == (
        "Licences bring in £31,200.00 against £30,000.00 that the desk rate is to cover: "
        "£1,200.00 over-recovered"
    )
    assert [difference_words(pence) for pence in (0, 5, -123_45)] == [
        "no change",
        "pays £0.05 more",
        "pays £123.45 less",
    ]


@pytest.mark.parametrize("seed", range(8))
def test_each_basis_shares_the_whole_cost_as_the_engine_would(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    standing = Standing(hub, 0, ())
    found = compare_bases(standing, DAY)
    if isinstance(found, NoYearCost):
        return
    amount = sum(line.budget for line in found.lines if runs_all_year(line))
    if all(runs_all_year(line) for line in found.lines):
        assert {basis.pence for basis in found.bases} == {amount}
    now = next((basis for basis in found.bases if basis.is_now), None)
    assert now is not None
    for basis in found.bases:
        if basis.is_now:
            assert basis.of == now.of
    for basis in (one for one in found.bases if not one.is_now):
        assert nonzero(basis.of) == nonzero(basis_by_engine(hub, found, basis.name))


def runs_all_year(line: CostLine) -> bool:
    return line.first is None and line.last is None


def nonzero(sums: Mapping[RecordId, Pence]) -> dict[RecordId, Pence]:
    return {agency: pence for agency, pence in sums.items() if pence}


def basis_by_engine(hub: Hub, found: BasesCompared, name: str) -> Counter[RecordId]:
    """The same from a recharge of the year in a hub whose lines were changed to that basis."""
    pairs = []
    for line in found.lines:
        basis = next((one for one in Basis if one.value == name and one is not Basis.DRIVER), Basis.DRIVER)
        pairs.append((line, replace(line, basis=basis, driver=name if basis is Basis.DRIVER else "")))
    changed = hub.applying(updating("Basis", *pairs))
    ids = {line.id for line in found.lines}
    sums: Counter[RecordId] = Counter()
    for one in run_named(Standing(changed, 0, ()), found.year.name, Amounts.BUDGET).lines:
        if one.source in ids:
            sums[one.agency] += one.pence
    return sums


def test_one_line_is_compared_by_itself() -> None:
    hub = two_partners()
    line = next(one for one in hub.cost_lines.values() if one.code == "C1")
    found = compare_bases(Standing(hub, 0, ()), DAY, [line.id])
    assert isinstance(found, BasesCompared)
    assert [basis.name for basis in found.bases] == ["licensed desks", "allocated desks", "area", "equal"]
    assert [basis.is_now for basis in found.bases] == [True, False, False, False]
    rows = {row.code: row.pence for row in found.rows}
    assert rows["POL"] == (6000_00, 0, 0, 4000_00)
    assert rows["HBC"] == (2000_00, 12000_00, 12000_00, 4000_00)


def test_the_parkside_sample_can_be_compared_by_its_drivers() -> None:
    hub = parkside()
    found = compare_bases(Standing(hub, 0, ()), DAY)
    assert isinstance(found, BasesCompared)
    names = [basis.name for basis in found.bases]
    assert names[:5] == ["as now", "licensed desks", "allocated desks", "area", "equal"]
    assert names[5:] == sorted(hub.figures_of)
    assert len({basis.pence for basis in found.bases}) == 1
