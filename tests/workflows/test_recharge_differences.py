"""What a run charges otherwise than the last one, and why, in words."""

from datetime import date

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.workflows.recharge_differences import Difference, differences_of, last_before
from hubdesk.workflows.recharge_view import view_of
from hubdesk.workflows.recharge_workings import workings_of
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import Stream
from tests.builders import HubBuilder, a_hub
from tests.charging.ledger_of_runs import LedgerOfRuns
from tests.workflows.recharges import under_way


def a_year() -> HubBuilder:
    return a_hub().floor().desks(20).agency("POL").licence("L01", "HBC", 10)


def against_first(before: Hub, after: Hub) -> dict[tuple[str, str], Difference]:
    """What differs in the second quarter once the first was issued of `before`, concessions apart."""
    found = all_against_first(before, after)
    return {(one.agency.code, one.what): one for one in found if one.stream is not Stream.CONCESSIONS}


def all_against_first(before: Hub, after: Hub) -> tuple[Difference, ...]:
    ledger = LedgerOfRuns()
    ledger.issue(before, before.charging_year(2026).periods(before.settings.billing)[0])
    standing = Standing(after, 2, tuple(ledger.kept))
    view = view_of(standing, "2026-27-Q2")
    return differences_of(view, last_before(view.run, standing.runs)).found


def test_a_rate_that_steps_names_its_day() -> None:
    hub = a_year().rate("2026-04-01", 3000).rate("2026-07-01", 3100).build()
    found = against_first(hub, hub)["HBC", "licence L01"]
    assert found.causes == (
        "desk rate: £3,000.00 → £3,100.00 from 1 July 2026",
        "92 days, 91 before",
    )
    assert found.pence == found.now - found.before > 0


def test_a_licence_that_steps_names_its_desks_and_is_why_others_pay_more() -> None:
    steps = {"2020-04-01": 12, "2026-05-16": 10}
    hub = a_year().licence("L02", "POL", steps).cost_line("C01", 365, vacant="shared").build()
    found = against_first(hub, hub)
    assert "licence L02: 12 → 10 desks from 16 May 2026" in found["POL", "licence L02"].causes
    assert "licence L02: 12 → 10 desks from 16 May 2026" in found["HBC", "C01 C01"].causes
    assert not any("L02" in cause for cause in found["HBC", "licence L01"].causes)


def test_what_was_found_out_late_is_told_in_the_adjustment_and_in_the_period() -> None:
    before = a_year().licence("L02", "POL", 12).build()
    after = a_year().licence("L02", "POL", {"2020-04-01": 12, "2026-05-16": 10}).build()
    found = against_first(before, after)
    adjusted = found["POL", "licence L02: licence"]
    assert adjusted.of == "2026-27-Q1"
    assert adjusted.causes == ("licence L02: 12 → 10 desks from 16 May 2026",)
    own = found["POL", "licence L02"]
    assert own.causes == ("licence L02: 12 → 10 desks from 16 May 2026", "92 days, 91 before")


def test_what_begins_and_ends_in_between_is_told() -> None:
    hub = (
        a_year()
        .agency("CAB", "voluntary")
        .licence("L02", "CAB", 4)
        .standing("voluntary", 40, last="2026-06-30")
        .cost_line("C01", 365, "FTE", last="2026-07-31")
        .driver("FTE", "HBC", 3)
        .driver("FTE", "CAB", {"2026-07-15": 1})
        .build()
    )
    found = against_first(hub, hub)
    off = [one for one in all_against_first(hub, hub) if one.stream is Stream.CONCESSIONS]
    ended = "concession of the voluntary sector: 40 % to 30 June 2026"
    assert [(one.agency.code, ended in one.causes) for one in off] == [("CAB", True)]
    assert ended in found["HBC", "licence L02"].causes
    assert found["CAB", "licence L02"].causes == ("92 days, 91 before",)
    told = found["CAB", "C01 C01"].causes
    assert "cost line C01: to 31 July 2026" in told
    assert "CAB: FTE 0 → 1 from 15 July 2026" in told


def test_a_new_year_is_compared_by_the_codes_of_its_costs() -> None:
    hub = (
        a_year()
        .cost_line("C01", 365)
        .cost_line("C01", 400, year="2027-28")
        .cost_line("C02", 9, year="2027-28")
    )
    built = hub.build()
    ledger = LedgerOfRuns()
    for period in built.charging_year(2026).periods(built.settings.billing):
        ledger.issue(built, period)
    standing = Standing(built, 5, tuple(ledger.kept))
    view = view_of(standing, "2027-28-Q1")
    found = {one.what: one for one in differences_of(view, last_before(view.run, standing.runs)).found}
    assert "cost line C01: £365.00 → £400.00 for the year" in found["C01 C01"].causes
    assert found["C02 C02"].causes[0] == "cost line C02: new in 2027-28"


def test_before_the_first_issue_there_is_nothing_to_compare_with() -> None:
    standing = Standing(a_year().build(), 1, ())
    view = view_of(standing, "2026-27-Q1")
    assert last_before(view.run, standing.runs) is None
    assert differences_of(view, None).found == ()


@pytest.mark.parametrize("seed", range(30))
def test_differences_are_all_of_it_and_none_is_without_a_cause(seed: int) -> None:
    standing, name = under_way(seed)
    view = view_of(standing, name)
    last = last_before(view.run, standing.runs)
    told = differences_of(view, last)
    assert all(one.causes for one in told.found)
    assert len({one.id for one in told.found}) == len(told.found)
    adjusted = [one for one in told.found if one.of]
    assert sum(one.pence for one in adjusted) == sum(one.line.pence for one in view.run.adjustments)
    if last is not None and view.run.own:
        own = sum(line.pence for line in view.run.own) - sum(line.pence for line in last.own)
        assert sum(one.pence for one in told.found if not one.of) == own
        for one in told.found[:5]:
            if not one.of:
                assert workings_of(view, one.figure).value == one.now


def test_plan_changes_are_told_where_a_cost_goes_by_them() -> None:
    hub = (
        a_hub()
        .floor()
        .desks(4)
        .agency("POL")
        .licence("L01", "HBC", 2)
        .allocation("G-001", "POL", first="2026-08-01")
        .allocation("G-002", "HBC")
        .cost_line("C01", 365, "allocated desks", vacant="shared")
        .build()
    )
    found = against_first(hub, hub)
    assert "POL: allocated desks 0 → 1 from 1 August 2026" in found["HBC", "C01 C01"].causes
    assert date(2026, 8, 1) in {one.first for one in hub.allocations.values()}
