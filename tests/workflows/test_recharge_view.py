"""The recharge as people look at it: every figure a sum of lines, every working down to the facts."""

import random

import pytest

from hubdesk.charging.lines import LineKind
from hubdesk.charging.workings import Step, Unit
from hubdesk.domain.hub import Hub
from hubdesk.workflows.recharge_figures import (
    ADJUSTMENTS,
    BORNE,
    CONCESSIONS,
    FORECAST,
    LICENCES,
    NET,
    PERIOD,
    SHARED,
    TO_PAY,
    VAT,
    YEAR_TO_DATE,
    Figure,
    Heading,
    Measure,
)
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.recharge_view import RechargeView, view_of, with_forecast
from hubdesk.workflows.recharge_workings import workings_of
from hubdesk.workflows.run_choices import runs_to_look_at
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import Stream
from tests.builders import a_hub
from tests.charging.following import assert_follows
from tests.charging.ledger_of_runs import LedgerOfRuns
from tests.workflows.recharges import under_way, year_of


def seen(seed: int) -> RechargeView:
    standing, name = under_way(seed)
    return with_forecast(view_of(standing, name), standing)


@pytest.mark.parametrize("seed", range(40))
def test_every_figure_of_the_matrix_is_the_sum_of_its_lines(seed: int) -> None:
    view = seen(seed)
    for column in view.headings:
        for row in view.rows:
            assert row.pence[column] == view.pence(Figure(column, row.id))
        assert view.totals[column] == view.pence(Figure(column)) == sum(r.pence[column] for r in view.rows)


@pytest.mark.parametrize("seed", range(40))
def test_the_sums_of_the_matrix_are_those_of_its_columns(seed: int) -> None:
    view = seen(seed)
    each = [column for column in view.headings if column.source]
    for pence in (*(row.pence for row in view.rows), view.totals):
        assert sum(pence[column] for column in each) == pence[SHARED]
        assert sum(pence[one] for one in (LICENCES, CONCESSIONS, SHARED, BORNE)) == pence[PERIOD]
        assert pence[PERIOD] + pence[ADJUSTMENTS] == pence[NET]
        assert pence[NET] + pence[VAT] == pence[TO_PAY]


@pytest.mark.parametrize("seed", range(40))
def test_the_forecast_is_the_year_to_date_and_what_is_left(seed: int) -> None:
    view = seen(seed)
    assert view.after is not None
    names = [run.name for run in (*view.before, view.run, *view.after)]
    periods = [one.name for one in year_of(view.run.facts.hub).periods(view.run.facts.billing)]
    assert [one for one in names if "close" not in one] == periods
    for row in view.rows:
        to_come = sum(
            line.pence + line.vat_pence for run in view.after for line in run.lines if line.agency == row.id
        )
        assert row.pence[FORECAST] == row.pence[YEAR_TO_DATE] + to_come


@pytest.mark.parametrize("seed", range(12))
def test_the_workings_of_every_figure_are_the_figure_down_to_the_facts(seed: int) -> None:
    view, rng = seen(seed), random.Random(seed)
    figures = [Figure(column, row.id) for column in view.headings for row in view.rows]
    figures = [*rng.sample(figures, min(len(figures), 30)), *(Figure(column) for column in view.headings)]
    for figure in figures:
        working = workings_of(view, figure)
        assert working.value == view.pence(figure)
        assert_follows(working)


@pytest.mark.parametrize("seed", range(25))
def test_the_vat_of_every_line_has_its_workings(seed: int) -> None:
    view = seen(seed)
    for row in view.rows:
        working = workings_of(view, Figure(VAT, row.id))
        assert working.value == sum(line.vat_pence for line in view.run.lines if line.agency == row.id)
        assert_follows(working)


@pytest.mark.parametrize("seed", range(6))
def test_an_issued_run_is_followed_by_what_came_and_what_will_come(seed: int) -> None:
    standing, _ = under_way(seed)
    if not standing.runs:
        return
    first = standing.runs[0]
    view = with_forecast(view_of(standing, first.name), standing)
    assert view.run is first
    assert view.before == ()
    assert view.after is not None
    assert view.after[: len(standing.runs) - 1] == standing.runs[1:]
    drafts = view.after[len(standing.runs) - 1 :]
    if drafts:
        assert drafts[0].lines == run_named(standing, drafts[0].name, None).lines
        assert not any(run.adjustments for run in drafts[1:])


def test_a_year_looked_at_whole_says_what_was_issued_of_it_and_what_it_will_come_to() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 10).build()
    ledger = LedgerOfRuns()
    ledger.issue(hub, hub.charging_year(2026).periods(hub.settings.billing)[0])
    standing = Standing(hub, 1, tuple(ledger.kept))
    view = with_forecast(view_of(standing, "2026-27"), standing)
    assert view.totals[PERIOD] == 30_000_00
    assert view.totals[YEAR_TO_DATE] == 7_479_45
    assert view.totals[FORECAST] == 30_000_00
    assert workings_of(view, Figure(FORECAST)).value == 30_000_00


def all_issued(hub: Hub, today: Hub) -> Standing:
    """Every period of the year issued of `hub`, which is `today` since."""
    ledger = LedgerOfRuns()
    for period in hub.charging_year(2026).periods(hub.settings.billing):
        ledger.issue(hub, period)
    return Standing(today, 5, tuple(ledger.kept))


@pytest.mark.parametrize("name", ["2026-27", "2026-27-Q1", "2026-27-Q4"])
def test_once_every_period_is_issued_the_forecast_is_what_the_year_end_would_make_of_it(name: str) -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 10)
    issued = hub.build()
    standing = all_issued(issued, hub.rate("2026-04-01", 4000).build())
    view = with_forecast(view_of(standing, name), standing)
    assert view.after is not None
    assert view.after[-1].name == "2026-27-close"
    assert view.totals[FORECAST] == 40_000_00
    assert workings_of(view, Figure(FORECAST)).value == 40_000_00
    close = with_forecast(view_of(standing, "2026-27-close"), standing)
    assert close.totals[FORECAST] == 40_000_00


def test_a_year_end_that_charges_nothing_is_not_in_the_forecast() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 10).build()
    standing = all_issued(hub, hub)
    assert with_forecast(view_of(standing, "2026-27-Q4"), standing).after == ()


def test_a_year_end_that_cannot_be_worked_out_leaves_no_forecast() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 10).build()
    standing = all_issued(hub, a_hub().without_rate().agency("POL").licence("L01", "POL", 10).build())
    view = with_forecast(view_of(standing, "2026-27-Q4"), standing)
    assert view.after is None
    assert view.no_forecast


def test_a_figure_is_followed_to_the_desks_the_rate_and_the_days() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 10).build()
    view = view_of(Standing(hub, 1, ()), "2026-27-Q1")
    police = hub.agency_codes["POL"].id
    working = workings_of(view, Figure(TO_PAY, police))
    assert working.what == "POL, 2026-27-Q1: to pay"
    leaves = [one for one in working.walk() if one.step is Step.FACT]
    told = {(one.what, int(one.value), one.unit) for one in leaves}
    assert {("desks", 10, Unit.DESKS), ("rate a desk and year", 300_000, Unit.PENCE_A_YEAR)} < told
    assert {record for one in leaves for record in one.records} == {
        hub.licence_codes["L01"].id,
        hub.rate.id,
    }


def test_figures_of_a_large_hub_go_down_to_figures_that_open_for_themselves() -> None:
    hub = a_hub()
    for number in range(120):
        hub.agency(f"A{number:03}").licence(f"L{number:03}", f"A{number:03}", 1)
    for number in range(90):
        hub.cost_line(f"C{number:02}", 1000, "equal")
    standing = Standing(hub.build(), 1, ())
    view = with_forecast(view_of(standing, "2026-27-Q1"), standing)
    agency = view.agencies[7]
    whole, one = workings_of(view, Figure(FORECAST)), workings_of(view, Figure(FORECAST, agency.id))
    assert [below.records for below in whole.of] == [(row.id,) for row in view.rows if row.pence[FORECAST]]
    assert whole.value == view.totals[FORECAST]
    assert {leaf.what for leaf in one.walk() if leaf.step is Step.FACT} == {
        "licence L007: licence",
        *(f"C{number:02} C{number:02}: shared" for number in range(90)),
    }
    assert_follows(one)
    cost = next(heading for heading in view.headings if heading.source)
    followed = workings_of(view, Figure(cost, agency.id))
    assert "amount for the year" in {leaf.what for leaf in followed.walk()}


def test_without_facts_that_can_be_worked_out_an_issued_run_has_no_forecast() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 10).build()
    ledger = LedgerOfRuns()
    ledger.issue(hub, hub.charging_year(2026).periods(hub.settings.billing)[0])
    broken = a_hub().without_rate().agency("POL").licence("L01", "POL", 10).build()
    standing = Standing(broken, 2, tuple(ledger.kept))
    view = with_forecast(view_of(standing, "2026-27-Q1"), standing)
    assert view.after is None
    assert view.no_forecast
    assert FORECAST not in view.headings
    assert view.totals[YEAR_TO_DATE] == 7_479_45


def test_columns_have_words_of_their_own() -> None:
    view = seen(3)
    ids = [column.id for column in view.headings]
    assert len(set(ids)) == len(ids)
    assert Heading(Measure.PERIOD, Stream.LICENCES).id == "period/licences"
    assert Heading(Measure.TO_PAY).id == "to_pay"


def test_a_cost_has_a_column_once_somebody_has_a_share_of_it() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 1).cost_line("C02", 100).cost_line("C01", 50).build()
    view = view_of(Standing(hub, 1, ()), "2026-27-Q1")
    assert [line.code for line in view.cost_lines] == ["C01", "C02"]
    assert {line.kind for _, line in view.lines(Figure(SHARED))} == {LineKind.SHARED}


def test_a_hub_billed_by_the_year_has_one_run_of_it_to_look_at() -> None:
    hub = a_hub().billing("year").cost_line("C01", 100).build()
    ledger = LedgerOfRuns()
    ledger.issue(hub, hub.charging_year(2026).periods(hub.settings.billing)[0])
    choices = runs_to_look_at(Standing(hub, 1, tuple(ledger.kept)))
    assert "2026-27, issued" in [one.words for one in choices]
