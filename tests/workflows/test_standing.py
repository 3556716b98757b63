"""What was issued is read once for all that stands on it, and never taken for what it is not."""

from dataclasses import replace

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.domain.run import IssuedRun
from hubdesk.store import ERASED
from hubdesk.workflows.standing import Standing
from tests.builders import a_hub
from tests.charging.ledger_of_runs import LedgerOfRuns


def a_year() -> Hub:
    return a_hub().floor("G").desks(4).licence("L00", "HBC", 4).cost_line("C01", 36_500).build()


def issued(hub: Hub, periods: int) -> tuple[IssuedRun, ...]:
    ledger = LedgerOfRuns()
    for period in ChargingYear(2026, hub.settings.year_start).periods(hub.settings.billing)[:periods]:
        ledger.issue(hub, period)
    return tuple(ledger.kept)


def test_a_run_that_one_has_read_is_read_for_those_before_and_after_it() -> None:
    hub = a_year()
    two = issued(hub, 2)
    standing = Standing(hub, 1, two[:1])
    later = standing.moved_on(a_year(), 2)
    [first] = later.runs
    assert standing.runs[0] is first
    after_issue = Standing(hub, 3, two, {}, standing.thawed)
    assert after_issue.runs[0] is first
    assert [run.name for run in after_issue.runs] == [one.name for one in two]


def test_a_name_that_was_erased_is_not_told_from_what_was_read_before() -> None:
    hub = a_year()
    kept = issued(hub, 1)
    standing = Standing(hub, 1, kept, {"Fin Officer": "Ann"})
    assert by(standing) == "Ann"
    assert by(Standing(hub, 2, kept, {}, standing.thawed)) == ERASED
    assert by(standing.moved_on(hub, 3)) == "Ann"


def by(standing: Standing) -> str:
    issue = standing.runs[0].issue
    assert issue is not None
    return issue.by


def test_an_altered_run_is_refused_though_the_one_before_it_was_read() -> None:
    hub = a_year()
    first, second = issued(hub, 2)
    standing = Standing(hub, 1, (first,))
    assert len(standing.runs) == 1
    altered = replace(second, body=second.body.replace("Q2", "Q3"))
    with pytest.raises(Refused) as refused:
        _ = Standing(hub, 2, (first, altered), {}, standing.thawed).runs
    assert [one.code for one in refused.value.problems] == ["run-altered"]
    altered = replace(first, body=first.body + " ")
    with pytest.raises(Refused):
        _ = Standing(hub, 2, (altered,), {}, standing.thawed).runs
