"""Every tree of both samples: a whole year of runs, each figure followed to its facts and their records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.lines import LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import Closing
from hubdesk.charging.workings import RunWorkings, Step, Unit
from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.domain.record import Record
from hubdesk.workflows.recharge_figures import FORECAST, SHARED, TO_PAY, Figure
from hubdesk.workflows.recharge_view import RechargeView
from hubdesk.workflows.recharge_workings import workings_of
from tests.builders.havant import havant
from tests.builders.parkside import parkside
from tests.charging.following import assert_follows, each_once, without_a_record
from tests.charging.ledger_of_runs import LedgerOfRuns

Sample = Callable[[], Hub]
SAMPLES = pytest.mark.parametrize("sample", [parkside, havant])
_MAY = date(2026, 5, 16)


def _backdated(hub: Hub) -> Hub:
    """A desk more on every licence, and half a unit more of every driver, from the middle of May."""
    pairs: list[tuple[Record, Record]] = []
    for one in hub.licences.values():
        if one.first <= _MAY:
            pairs.append((one, replace(one, desks=one.desks.with_step(_MAY, one.desks_on(_MAY) + 1))))
    for figure in hub.driver_figures.values():
        more = (figure.figures.at(_MAY) or 0) + Decimal("0.5")
        pairs.append((figure, replace(figure, figures=figure.figures.with_step(_MAY, more))))
    return hub.applying(updating("Backdated", *pairs))


@cache
def _runs(sample: Sample) -> tuple[Run, ...]:
    """The year as drafts, each upon what was issued before: quarters, late news, a year end on actuals."""
    hub, ledger, drafts = sample(), LedgerOfRuns(), []
    year = hub.charging_year(2026)
    for number, period in enumerate(year.periods(hub.settings.billing)):
        drafts.append(ledger.draft(hub, period))
        ledger.issue(hub, period)
        if not number:
            hub = _backdated(hub)
    drafts.append(ledger.draft(hub, Closing(year, 1), Amounts.ACTUAL))
    return tuple(drafts)


@SAMPLES
def test_the_year_has_every_kind_of_line(sample: Sample) -> None:
    runs = _runs(sample)
    kinds = {line.kind for run in runs for line in run.lines} | (
        {line.of_kind for run in runs for line in run.lines if line.of_kind}
    )
    assert kinds >= set(LineKind) - {LineKind.UNSHARED}
    assert all(run.adjustments for run in (runs[1], runs[-1]))


@SAMPLES
def test_every_line_and_its_vat_follow_from_facts_that_stand_in_records(sample: Sample) -> None:
    for run in _runs(sample):
        workings, hub = RunWorkings(run), run.facts.hub
        for line in run.lines:
            for working, pence in ((workings.of(line), line.pence), (workings.vat(line), line.vat_pence)):
                assert working.value == pence
                assert_follows(working)
                assert list(without_a_record(working, hub)) == []


@SAMPLES
def test_the_sums_of_the_matrix_follow_from_facts_that_stand_in_records(sample: Sample) -> None:
    runs = _runs(sample)
    view = RechargeView(runs[1], runs[:1], runs[2:])
    for column in (SHARED, TO_PAY, FORECAST):
        working = workings_of(view, Figure(column))
        assert working.value == view.pence(Figure(column)) == view.totals[column]
        assert_follows(working)
        assert list(without_a_record(working, runs[-1].facts.hub)) == []


def test_an_agencys_figure_is_followed_to_the_records_of_its_own_desks() -> None:
    run = _runs(parkside)[1]
    hub = run.facts.hub
    police = hub.agency_codes["POL"]
    working = workings_of(RechargeView(run, ()), Figure(TO_PAY, police.id))
    licences = {one.id for one in hub.licences_of[police.id]}
    desks = [
        one for one in each_once(working) if one.step is Step.FACT and one.unit is Unit.DESKS and one.records
    ]
    assert licences & {record for one in desks for record in one.records}


def test_a_fact_without_its_record_is_found() -> None:
    run = _runs(parkside)[0]
    line = next(one for one in run.lines if one.kind is LineKind.LICENCE)
    working = RunWorkings(run).of(line)
    assert list(without_a_record(working, Hub())) != []
