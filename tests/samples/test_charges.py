"""The samples put the charging rules to use, so that each can be seen at work in a believable hub."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.lines import LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.agency import Sector
from hubdesk.domain.concession import Applies, Funder
from hubdesk.domain.cost_line import Basis, FixedShare, Recovery, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import Billing, Period
from tests.builders.havant import havant
from tests.builders.parkside import parkside

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
SAMPLES = pytest.mark.parametrize("sample", [parkside, havant])
Sample = Callable[[], Hub]


@cache
def _hub(sample: Sample) -> Hub:
    return sample()


@cache
def _year(sample: Sample) -> Run:
    hub = _hub(sample)
    year = hub.charging_year(2026)
    return draft(facts_of(hub, year, Billing.QUARTER), Period(year, Billing.YEAR, 1), Amounts.BUDGET, [])


def _used(sample: Sample) -> set[LineKind]:
    return {line.kind for line in _year(sample).lines}


@SAMPLES
def test_a_year_adds_up(sample: Sample) -> None:
    assert all(identity.cost == identity.charged for identity in _year(sample).identities)


@SAMPLES
def test_every_kind_of_line_appears_but_adjustments_and_days_without_weights(sample: Sample) -> None:
    assert _used(sample) >= set(LineKind) - {LineKind.ADJUSTMENT, LineKind.UNSHARED}


def test_havant_has_days_on_which_a_cost_falls_to_nobody() -> None:
    assert LineKind.UNSHARED in _used(havant)


@SAMPLES
def test_every_basis_recovery_and_vacancy_is_used(sample: Sample) -> None:
    lines = _hub(sample).cost_lines.values()
    shared = [line for line in lines if line.recovery is Recovery.SHARED]
    assert {line.basis for line in shared} == set(Basis)
    assert {line.recovery for line in lines} == set(Recovery)
    on_desks = [line for line in shared if line.basis in {Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS}]
    assert {line.vacant for line in on_desks} == set(VacantPolicy)
    assert {line.driver for line in shared} >= {"", "FTE", "Footfall", "kWh"}
    assert any(line.first and line.last for line in shared)
    assert {line.actual is None for line in lines} == {True, False}


@SAMPLES
def test_both_funders_and_both_reaches_of_a_concession_are_used(sample: Sample) -> None:
    concessions = _hub(sample).concessions.values()
    assert {one.funder for one in concessions} == set(Funder)
    assert {one.applies for one in concessions} >= {Applies.LICENCE_AND_SHARED}
    assert any(one.desk_cap for one in concessions)
    assert {one.sector for one in concessions} == {None, Sector.VOLUNTARY}


@SAMPLES
def test_a_guard_is_borne_nine_tenths_by_one_body(sample: Sample) -> None:
    hub = _hub(sample)
    [guard] = (line for line in hub.cost_lines.values() if line.name == "Security guard")
    [fixed] = (one for one in hub.all(FixedShare) if one.cost_line == guard.id)
    assert fixed.percent == 90


@SAMPLES
def test_rate_and_licences_step_within_the_year(sample: Sample) -> None:
    hub = _hub(sample)
    after_first = FIRST + timedelta(days=1)
    assert any(step.first >= after_first for step in hub.rate.pence.steps)
    stepping = [
        licence
        for licence in hub.licences.values()
        if len([*licence.desks.spans(max(FIRST, licence.first), LAST)]) > 1
    ]
    assert stepping
    assert any(licence.last and licence.last < LAST for licence in hub.licences.values())


@SAMPLES
def test_somebody_is_seconded_and_there_are_rules_links_and_drop_ins(sample: Sample) -> None:
    hub = _hub(sample)
    assert any(one.charged_to for one in hub.allocations.values())
    assert hub.placement_rules
    assert hub.working_links
    assert {one.on is None for one in hub.drop_ins.values()} == {True, False}


def test_parkside_hands_three_desks_on_overnight() -> None:
    hub = _hub(parkside)
    leaves, comes = date(2026, 11, 15), date(2026, 11, 16)
    handed = [
        (one, other)
        for one in hub.allocations.values()
        for other in hub.allocations.values()
        if one.desk == other.desk and one.last == leaves and other.first == comes
    ]
    assert len(handed) == 3
    assert hub.licensed_desks(hub.agency_codes["CRS"].id, comes) == 0


def test_parksides_licences_bring_in_about_what_they_are_to_cover() -> None:
    hub = _hub(parkside)
    to_cover = sum(line.budget for line in hub.cost_lines.values() if line.recovery is Recovery.LICENCE)
    bring = sum(line.pence for line in _year(parkside).lines if line.source in hub.licences)
    assert abs(bring - to_cover) < to_cover // 20
