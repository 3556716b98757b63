"""The good-practice timetable of a charging year, and how the hub stands to it.

That people get the budget a month before the year begins, and the accounts within four months after it
ends, is what RICS, *Service charges in commercial property* (1st edition, 2018), asks for.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from hubdesk.charging.run import Run, in_year
from hubdesk.charging.run_name import Closing
from hubdesk.domain.days import in_words
from hubdesk.domain.period import ChargingYear, months_on
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.recharge_run import billing_of, missing_periods
from hubdesk.workflows.standing import Standing

ACCOUNTS_MONTHS = 4
"""So many months after the year the accounts are due."""


class State(Enum):
    """How a milestone stands on a day; the value is the word people see."""

    MET = "met"
    TO_COME = "to come"
    DUE = "due now"
    """Its time has come, and there are days left."""
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Milestone:
    """`what` is to be there by the day `due`; `told` says how it stands, in words."""

    what: str
    due: date
    state: State
    told: str


def timetable(standing: Standing, year: ChargingYear, day: date) -> tuple[Milestone, ...]:
    """The milestones of `year` as they stand on `day`, and the budget of the year after it."""
    return (
        _budget(standing, year, day),
        _periods(standing, year, day),
        _accounts(standing, year, day),
        _budget(standing, standing.charging_year(year.starts_in + 1), day),
    )


def budget_due(year: ChargingYear) -> date:
    """A month before `year` begins."""
    return months_on(year.first, -1)


def accounts_due(year: ChargingYear) -> date:
    """Four months after `year` ends."""
    return months_on(year.following().first, ACCOUNTS_MONTHS) - ONE_DAY


def _budget(standing: Standing, year: ChargingYear, day: date) -> Milestone:
    lines = len(standing.hub.cost_lines_of.get(year.starts_in, ()))
    what, due = f"Budget of {year.name}", budget_due(year)
    if lines:
        many = "1 cost line" if lines == 1 else f"{lines} cost lines"
        return Milestone(what, due, State.MET, f"{many} with budgets")
    return _open(what, due, months_on(due, -1), day, "no cost lines yet")


def _periods(standing: Standing, year: ChargingYear, day: date) -> Milestone:
    """Every period issued: the year end needs it; when each of them goes out is the hub's affair."""
    missing, periods = missing_periods(standing, year), year.periods(billing_of(standing, year))
    what, stands = f"Recharges of {year.name}", f"{len(periods) - len(missing)} of {len(periods)} issued"
    if not missing:
        return Milestone(what, year.last, State.MET, stands)
    return _open(what, year.last, year.first, day, stands)


def _accounts(standing: Standing, year: ChargingYear, day: date) -> Milestone:
    what, due = f"Accounts of {year.name}", accounts_due(year)
    closings = [run for run in in_year(standing.runs, year) if isinstance(run.of, Closing)]
    if closings:
        return Milestone(what, due, State.MET, _issued(closings[0]))
    return _open(what, due, year.last + ONE_DAY, day, "year end not issued")


def _open(what: str, due: date, begins: date, day: date, stands: str) -> Milestone:
    """A milestone that is not met; its time comes on the day `begins`."""
    if day > due:
        late = (day - due).days
        return Milestone(what, due, State.LATE, f"{stands}; {late:,} {'day' if late == 1 else 'days'} late")
    left = (due - day).days
    days = "1 day" if left == 1 else f"{left:,} days"
    return Milestone(what, due, State.DUE if day >= begins else State.TO_COME, f"{stands}; {days} left")


def _issued(run: Run) -> str:
    assert run.issue is not None
    return f"issued on {in_words(datetime.fromisoformat(run.issue.at).date())}"
