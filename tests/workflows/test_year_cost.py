"""The year's cost, against what the recharge of the year says, and what a change would do to it."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.domain.change import removing, updating
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.editing import allocations
from hubdesk.store import create_store
from hubdesk.workflows.charged_by_plan import depends, may_change_charges
from hubdesk.workflows.document import Document
from hubdesk.workflows.issuing import issue
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing, standing_of
from hubdesk.workflows.year_cost import (
    AgencyEffect,
    NoYearCost,
    Stream,
    YearCost,
    agency_effects,
    effects_of,
    year_cost,
)
from tests.builders.hub import HubBuilder, a_hub
from tests.builders.parkside import parkside
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub

DAY = date(2026, 11, 7)
NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)


def worked_out(hub: Hub, day: date = DAY) -> YearCost:
    cost = year_cost(hub, day)
    assert isinstance(cost, YearCost), cost
    return cost


def recharged(standing: Standing, day: date) -> dict[RecordId, Pence]:
    """What `hubdesk recharge HUB YEAR` shows as each agency's net."""
    name = ChargingYear.containing(day, standing.hub.settings.year_start).name
    sums: Counter[RecordId] = Counter()
    for line in run_named(standing, name, None).lines:
        sums[line.agency] += line.pence
    return {agency: pence for agency, pence in sums.items() if pence}


def by_agency(cost: YearCost) -> dict[RecordId, Pence]:
    return {agency: one.pence for agency, one in cost.of.items() if one.pence}


@pytest.mark.parametrize("seed", range(12))
def test_the_year_is_what_its_recharge_says(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    for day in (hub.charging_year(2026).first, hub.charging_year(2026).last):
        cost = worked_out(hub, day)
        assert by_agency(cost) == recharged(Standing(hub, 0, ()), day)
        assert cost.pence == sum(one.pence for one in cost.of.values())
        assert set(cost.of) == set(hub.agencies)


def test_what_issuing_settles_counts_and_adjustments_do_not(tmp_path: Path) -> None:
    hub = parkside()
    with create_store(tmp_path / "P.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        for period in (*hub.charging_year(2026).periods(Billing.QUARTER), None):
            issue(store, period.name if period else "2026-27-close", None, at=NOW)
        document = Document(store, clock=lambda: NOW)
        licence = hub.licence_codes["L05"]
        fewer = replace(licence, desks=licence.desks.with_step(date(2026, 12, 1), 2))
        settings = document.hub.settings
        document.apply(updating("Fewer desks", (licence, fewer)))
        document.apply(updating("By month", (settings, replace(settings, billing=Billing.MONTH))))
        standing = standing_of(store)
        cost = year_cost(document.hub, DAY, standing.runs)
        assert isinstance(cost, YearCost)
        assert cost.amounts is Amounts.ACTUAL
        assert by_agency(cost) == recharged(standing, DAY)
        assert cost != year_cost(document.hub, DAY)


def test_streams_are_those_of_the_rules() -> None:
    """Four desks of a charity at 40 % off: £12,000 less £4,800; half of £1,000 by equal shares, 40 % off."""
    hub = (
        a_hub()
        .agency("CAB", "voluntary")
        .licence("L1", "HBC", 4)
        .licence("L2", "CAB", 4)
        .award("L2", 40, applies="licence and shared")
        .cost_line("C1", 1000, "equal")
        .build()
    )
    cost = worked_out(hub)
    host, cab = (cost.of[hub.agency_codes[code].id] for code in ("HBC", "CAB"))
    pounds = {stream: pence // 100 for stream, pence in cab.streams.items()}
    assert pounds == {Stream.LICENCES: 12000, Stream.CONCESSIONS: -5000, Stream.SHARED: 500, Stream.BORNE: 0}
    assert host.streams[Stream.BORNE] == 4800_00 + 200_00
    assert cost.pence == 24_000_00 + 1000_00
    assert cab.per_desk() == 1875_00
    assert cab.per_desk(Stream.LICENCES, Stream.CONCESSIONS) == 1750_00


def test_a_desk_for_part_of_the_year_costs_as_a_year_of_it() -> None:
    hub = a_hub().agency("CRS").licence("L1", "CRS", 3, last="2026-11-15").build()
    crs = worked_out(hub).of[hub.agency_codes["CRS"].id]
    assert crs.desk_days == 3 * 229
    assert crs.per_desk() == 3000_00
    assert worked_out(hub).of[hub.settings.host].per_desk() is None


def test_a_hub_with_errors_has_no_figure_but_its_problems() -> None:
    hub = a_hub().without_rate().licence("L1", "HBC", 2).build()
    for found in (year_cost(hub, DAY), agency_effects(hub, hub, DAY)):
        assert isinstance(found, NoYearCost)
        assert [one.code for one in found.problems] == ["desks-without-rate"]
    hostless = parkside()
    hostless = hostless.applying(removing("Away", hostless.host))
    assert isinstance(year_cost(hostless, DAY), NoYearCost)


def test_a_hub_with_nothing_to_charge_has_no_figure() -> None:
    found = year_cost(a_hub().build(), DAY)
    assert isinstance(found, NoYearCost)
    assert [one.what for one in found.problems] == ["The hub has no licences, and no cost lines of 2026-27"]


def two_who_share(basis: str) -> HubBuilder:
    hub = a_hub().agency("ONE").agency("TWO").floor().desks(4)
    hub = hub.licence("L1", "ONE", 2).licence("L2", "TWO", 2).cost_line("C1", 1200, basis, vacant="shared")
    return hub.area("A1", agency="ONE", m2=30).area("A2", agency="TWO", m2=30)


def test_effects_are_told_the_largest_first() -> None:
    """£1,200 over 1 and 1 desk; with two more of ONE's from 1 October (182 of 365 days) over 3 and 1."""
    hub = two_who_share("allocated desks").allocation("G-001", "ONE").allocation("G-002", "TWO").build()
    desks = [hub.desk_codes[code].id for code in ("G-003", "G-004")]
    change = allocations.allocate(hub, desks, hub.agency_codes["ONE"].id, date(2026, 10, 1))
    effects = agency_effects(hub, hub.applying(change), DAY)
    one, two = hub.agency_codes["ONE"].id, hub.agency_codes["TWO"].id
    # Beside £6,000 each for licences. The quarters cost 299.18, 302.46, 302.47 and 295.89; in halves,
    # the odd pennies to ONE: 600.01 and 599.99. In the last two ONE has 226.85 + 221.92 of 598.36.
    assert effects == (AgencyEffect(one, 6600_01, 6749_59), AgencyEffect(two, 6599_99, 6450_41))
    assert effects_of(change, worked_out(hub), hub) == effects
    assert agency_effects(hub, hub, DAY) == ()


def test_a_change_that_breaks_the_hub_has_no_effects_to_tell() -> None:
    hub = two_who_share("allocated desks").build()
    change = removing("Away", hub.agency_codes["ONE"])
    after = hub.applying(change)
    for broken in (agency_effects(hub, after, DAY), effects_of(change, worked_out(hub), hub)):
        assert isinstance(broken, NoYearCost)
        assert {one.code for one in broken.problems} == {"reference-dangling"}


@pytest.mark.parametrize(
    ("basis", "vacant", "expected"),
    [
        ("allocated desks", "shared", (True, False, False)),
        ("allocated desks", "host pays", (True, False, True)),
        ("licensed desks", "host pays", (False, False, True)),
        ("area", "host pays", (False, True, False)),
        ("equal", "host pays", (False, False, False)),
        ("FTE", "host pays", (False, False, False)),
    ],
)
def test_what_of_the_plan_the_bases_go_by(basis: str, vacant: str, expected: tuple[bool, ...]) -> None:
    hub = a_hub().cost_line("C1", 100, basis, vacant=vacant).driver("FTE", "HBC", 1).build()
    on = depends(hub, DAY)
    assert (on.allocations, on.areas, on.capacity) == expected
    assert bool(on) == any(expected)
    assert not depends(hub, date(2027, 4, 1))


def test_costs_that_are_not_shared_go_by_nothing() -> None:
    hub = a_hub().cost_line("C1", 100, "allocated desks", recovery="host")
    assert not depends(hub.cost_line("C2", 100, "area", recovery="licence").build(), DAY)


def test_drawing_and_rules_never_change_charges() -> None:
    hub = two_who_share("allocated desks").rule("ONE", "ground floor").build()
    floor, rule = hub.floor_codes["G"], next(iter(hub.placement_rules.values()))
    wider = updating("Wider", (floor, replace(floor, width_mm=floor.width_mm + 1)))
    for change in (wider, removing("No rule", rule)):
        assert not may_change_charges(hub, change, DAY)


@pytest.mark.parametrize("basis", ["allocated desks", "area", "licensed desks"])
def test_only_what_a_basis_counts_may_change_charges(basis: str) -> None:
    hub = two_who_share(basis).allocation("G-001", "ONE").build()
    desk, area, licence = hub.desk_codes["G-001"], hub.area_codes["A1"], hub.licence_codes["L1"]
    moved = updating("Move", (desk, replace(desk, x_mm=1)))
    closed = updating("Close", (desk, replace(desk, last=date(2026, 12, 31))))
    vacated = allocations.vacate(hub, [desk.id], date(2026, 12, 1))
    reshaped = updating("Reshape", (area, replace(area, area_m2=None)))
    ended = updating("End", (licence, replace(licence, last=date(2026, 12, 31))))
    changes = (moved, closed, vacated, reshaped, ended)
    bears = {
        "allocated desks": (False, True, True, False, True),
        "area": (False, False, False, True, True),
        "licensed desks": (False, False, False, False, True),
    }
    assert tuple(may_change_charges(hub, change, DAY) for change in changes) == bears[basis]
    for change in changes:
        if not may_change_charges(hub, change, DAY):
            assert agency_effects(hub, hub.applying(change), DAY) == ()
            assert effects_of(change, worked_out(hub), hub) == ()


@pytest.mark.parametrize("seed", range(8))
def test_a_preview_says_what_working_everything_out_says(seed: int) -> None:
    hub, rng = random_hub(seed, year=2026), random.Random(seed)
    day = hub.charging_year(2026).first
    was = worked_out(hub, day)
    for _ in range(10):
        change = random_change(hub, rng)
        assert effects_of(change, was, hub) == agency_effects(hub, hub.applying(change), day)
