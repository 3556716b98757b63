"""The good-practice timetable, and the way to a year's end."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear, YearStart
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.recharge_timetable import State, accounts_due, budget_due, timetable
from hubdesk.workflows.recharge_year_end import year_end_of
from hubdesk.workflows.standing import Standing
from tests.builders import a_hub
from tests.charging.ledger_of_runs import LedgerOfRuns

THIS = ChargingYear(2026)


def a_year() -> Hub:
    return a_hub().agency("POL").licence("L01", "POL", 5).cost_line("C01", 1000).cost_line("C02", 500).build()


def told(standing: Standing, day: date) -> dict[str, tuple[State, str]]:
    return {one.what: (one.state, one.told) for one in timetable(standing, THIS, day)}


def issued(hub: Hub, periods: int) -> LedgerOfRuns:
    ledger = LedgerOfRuns()
    for period in THIS.periods(hub.settings.billing)[:periods]:
        ledger.issue(hub, period)
    return ledger


def test_the_days_are_counted_from_the_years_own_start() -> None:
    assert budget_due(THIS) == date(2026, 3, 1)
    assert accounts_due(THIS) == date(2027, 7, 31)
    autumn = ChargingYear(2026, YearStart(29 - 1, 10))
    assert budget_due(autumn) == date(2026, 9, 28)
    assert accounts_due(autumn) == date(2028, 2, 27)
    assert budget_due(ChargingYear(2026, YearStart(1, 1))) == date(2025, 12, 1)


def test_in_the_middle_of_the_year() -> None:
    hub = a_year()
    standing = Standing(hub, 1, tuple(issued(hub, 2).kept))
    stands = told(standing, date(2026, 11, 23))
    assert stands["Budget of 2026-27"] == (State.MET, "2 cost lines with budgets")
    assert stands["Recharges of 2026-27"] == (State.DUE, "2 of 4 issued; 128 days left")
    assert stands["Accounts of 2026-27"] == (State.TO_COME, "year end not issued; 250 days left")
    assert stands["Budget of 2027-28"] == (State.TO_COME, "no cost lines yet; 98 days left")


def test_what_is_due_and_what_is_late() -> None:
    hub = a_year()
    standing = Standing(hub, 1, tuple(issued(hub, 3).kept))
    assert told(standing, date(2027, 2, 28))["Budget of 2027-28"][0] is State.DUE
    after = told(standing, date(2027, 4, 1))
    assert after["Recharges of 2026-27"] == (State.LATE, "3 of 4 issued; 1 day late")
    assert after["Accounts of 2026-27"][0] is State.DUE
    assert told(standing, date(2027, 8, 1))["Accounts of 2026-27"][0] is State.LATE


def test_the_accounts_are_there_once_the_year_end_is_issued() -> None:
    hub = a_year()
    ledger = issued(hub, 4)
    ledger.issue(hub, run_named(Standing(hub, 1, tuple(ledger.kept)), "2026-27-close", None).of)
    stands = told(Standing(hub, 1, tuple(ledger.kept)), date(2027, 9, 1))
    assert stands["Recharges of 2026-27"] == (State.MET, "4 of 4 issued")
    assert stands["Accounts of 2026-27"] == (State.MET, "issued on 5 July 2026")


def test_the_way_to_a_years_end() -> None:
    hub = a_year()
    begun = year_end_of(Standing(hub, 1, tuple(issued(hub, 3).kept)), THIS)
    assert begun.draft is None
    assert [stage.done for stage in begun.stages] == [False, False, False, False]
    assert begun.stages[0].told == "still to be issued: 2026-27-Q4"
    assert begun.stages[1].told == "2 shared costs have none yet, so that budgets of £1,500.00 would stand"

    line = hub.cost_line_codes["C01", 2026]
    later = hub.applying(updating("Actual", (line, replace(line, actual=1100_00))))
    ledger = issued(hub, 4)
    ready = year_end_of(Standing(later, 2, tuple(ledger.kept)), THIS)
    assert ready.draft == "2026-27-close"
    assert [one.code for one in ready.blank] == ["C02"]

    closing = run_named(Standing(later, 2, tuple(ledger.kept)), "2026-27-close", None)
    ledger.issue(later, closing.of, closing.amounts)
    done = year_end_of(Standing(later, 3, tuple(ledger.kept)), THIS)
    assert done.stages[2].told == "2026-27-close is issued: £100.00 over all agencies"
    assert done.draft == "2026-27-close-2"
