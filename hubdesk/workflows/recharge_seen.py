"""All that is seen of a recharge at one time: the run, what differs, what is to be settled, the year."""

from dataclasses import dataclass, replace
from datetime import date

from hubdesk.domain.period import ChargingYear, Period
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.workflows.issuing import not_its_turn
from hubdesk.workflows.recharge_differences import Differences, differences_of, last_before
from hubdesk.workflows.recharge_run import billing_of
from hubdesk.workflows.recharge_timetable import Milestone, timetable
from hubdesk.workflows.recharge_view import RechargeView, view_of, with_forecast
from hubdesk.workflows.recharge_year_end import YearEnd, year_end_of
from hubdesk.workflows.review.agreed import Snapshots
from hubdesk.workflows.review.at_stake import rests_on
from hubdesk.workflows.run_choices import RunChoice, runs_to_look_at
from hubdesk.workflows.run_problems import problems_of_run
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.waterfall import Waterfall, waterfall


@dataclass(frozen=True)
class Seen:
    """The run called `name` as `standing` has it, among the `choices` that there are.

    Without a `view` it cannot be worked out: `problems` say why. `not_now` says why it cannot be issued
    whatever is settled. What takes longest comes last: `differences`, who pays, and the
    forecast in the view.
    """

    standing: Standing
    choices: tuple[RunChoice, ...]
    name: str
    view: RechargeView | None
    problems: tuple[Problem, ...]
    not_now: tuple[Problem, ...] = ()
    year_end: YearEnd | None = None
    milestones: tuple[Milestone, ...] = ()
    differences: Differences | None = None
    payers: Waterfall | None = None
    agreement: str = ""
    """What of it rests on occupancy that was agreed, or not, in a sentence."""

    @property
    def unsettled(self) -> tuple[Problem, ...]:
        """What has to be settled before it is issued."""
        return tuple(one for one in self.problems if one.severity is not Severity.WARNING)

    @property
    def may_be_issued(self) -> bool:
        return self.view is not None and not self.not_now and not self.unsettled


def seen(standing: Standing, wanted: str, day: date) -> Seen:
    """The run called `wanted` as it stands; another, where the hub has no such run.

    That is the one next to be issued if it is of the charging year of `day`, else that of the period of
    `day`, if that year has costs or was begun.
    """
    try:
        choices = runs_to_look_at(standing)
    except Refused as refused:
        return Seen(standing, (), "", None, refused.problems)
    names = [one.name for one in choices]
    name = wanted if wanted in names else _governed_by(standing, names, day)
    if not name:
        return Seen(standing, choices, "", None, ())
    try:
        view = _added_up(view_of(standing, name))
    except Refused as refused:
        return Seen(standing, choices, name, None, refused.problems)
    year = view.run.year
    return Seen(
        standing,
        choices,
        name,
        view,
        problems_of_run(standing, view.run),
        not_its_turn(standing, view.run),
        year_end_of(standing, year),
        timetable(standing, year, day),
    )


def with_agreement(one: Seen, snapshots: Snapshots, today: date) -> Seen:
    """`one` with what of it rests on occupancy that is not agreed, as known `today`."""
    if one.view is None:
        return one
    agreement = rests_on(one.standing.hub, one.view.run, snapshots, today)
    return replace(one, problems=(*one.problems, *agreement.warnings), agreement=agreement.told)


def in_full(one: Seen) -> Seen:
    """`one` with the forecast for the year, and what the run differs by from the last one issued."""
    if one.view is None:
        return one
    last = last_before(one.view.run, one.standing.runs)
    return replace(
        one,
        view=_added_up(with_forecast(one.view, one.standing)),
        differences=differences_of(one.view, last),
        payers=waterfall(one.view.run),
    )


def _added_up(view: RechargeView) -> RechargeView:
    """`view` with its sums worked out here, in a worker, so that no window waits for them."""
    _ = view.totals
    return view


def _governed_by(standing: Standing, names: list[str], day: date) -> str:
    """The run to look at first on `day`: the first of `names` is the one next to be issued."""
    year = standing.charging_year(ChargingYear.containing(day, standing.hub.settings.year_start).starts_in)
    if not names or names[0].startswith(year.name):
        return names[0] if names else ""
    periods = year.periods(billing_of(standing, year))
    here = (one.name for one in periods if _holds(one, day))
    return next((name for name in here if name in names), names[0])


def _holds(period: Period, day: date) -> bool:
    return period.first <= day <= period.last
