"""The run of a period or a year end: the issued one, or a draft of it from today's facts."""

from collections.abc import Iterable

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.run import Run, in_year, periods_issued
from hubdesk.charging.run_name import Closing, RunOf, parse_run_name
from hubdesk.domain.checks import errors
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import FIRST_OF_APRIL, Billing, ChargingYear, Period
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.standing import Standing


def run_named(standing: Standing, name: str, amounts: Amounts | None) -> Run:
    """The run called `name`: as it was issued, else a draft from the hub as it stands.

    `amounts` of None leaves the choice to the rules: actuals at a year end and after one, else the
    budgets. Raises BadPeriodName if `name` names no run, and Refused where there is no such run to
    work out or the hub has errors.
    """
    of = run_of(standing, name)
    for run in standing.runs:
        if run.name == of.name:
            return run
    if refusals := [*_not_of_this_hub(standing, of), *_not_closable(standing, of)]:
        raise Refused(*refusals)
    chosen = amounts_for(standing, of, amounts)
    if found := errors(standing.hub):
        raise Refused(*found)
    facts = facts_of(standing.hub, of.year, billing_of(standing, of.year))
    return draft(facts, of, chosen, standing.runs)


def run_of(standing: Standing, name: str) -> RunOf:
    """What `name` means in this hub. Raises BadPeriodName."""
    starts_in = parse_run_name(name, FIRST_OF_APRIL).year.starts_in
    return parse_run_name(name, standing.charging_year(starts_in).start)


def billing_of(standing: Standing, year: ChargingYear) -> Billing:
    """How `year` is billed: as it was first issued, else as the hub is now."""
    return billing_in(standing.hub, standing.runs, year)


def billing_in(hub: Hub, issued: Iterable[Run], year: ChargingYear) -> Billing:
    """The same, where the runs `issued` from `hub` are at hand."""
    return next((run.facts.billing for run in in_year(issued, year)), hub.settings.billing)


def on_actuals(issued: Iterable[Run], year: ChargingYear) -> bool:
    """Whether a run of `year` used actuals: then the year stays on them (charging rules, section 6)."""
    return any(run.amounts is Amounts.ACTUAL for run in in_year(issued, year))


def missing_periods(standing: Standing, year: ChargingYear) -> tuple[Period, ...]:
    """The billing periods of `year` that are not issued yet, in order."""
    issued = periods_issued(in_year(standing.runs, year))
    return tuple(one for one in year.periods(billing_of(standing, year)) if one not in issued)


def next_closing(issued: Iterable[Run], year: ChargingYear) -> Closing:
    """The year end of `year` that comes after those `issued`."""
    return Closing(year, 1 + sum(isinstance(run.of, Closing) for run in in_year(issued, year)))


def amounts_for(standing: Standing, of: RunOf, amounts: Amounts | None) -> Amounts:
    """The amounts that a run of `of` uses where `amounts` are asked for. Raises Refused."""
    if not (on_actuals(standing.runs, of.year) or isinstance(of, Closing)):
        return amounts or Amounts.BUDGET
    if amounts is Amounts.BUDGET:
        raise Refused(
            _refusal(
                "year-on-actuals",
                of,
                f"{of.year.name} has gone over to actuals, and a year does not go back to budgets",
                "Leave out --amounts",
            )
        )
    return Amounts.ACTUAL


def _not_of_this_hub(standing: Standing, of: RunOf) -> list[Problem]:
    """A month asked of a hub billed by quarter, and the like; a whole year is a sum to look at."""
    if isinstance(of, Closing):
        return []
    billing = billing_of(standing, of.year)
    if of.billing in (billing, Billing.YEAR):
        return []
    first = of.year.periods(billing)[0].name
    what = f"This hub is billed by {billing.value}; it has no {of.billing.value}s"
    return [_refusal("not-a-billing-period", of, what, f"Name one of its own periods, such as {first}")]


def _not_closable(standing: Standing, of: RunOf) -> list[Problem]:
    """A year end needs every period issued, and a further one the year end before it."""
    if not isinstance(of, Closing):
        return []
    if missing := missing_periods(standing, of.year):
        names = ", ".join(one.name for one in missing)
        what = f"The year end needs every period issued; {names} {'is' if len(missing) == 1 else 'are'} not"
        return [_refusal("periods-missing", of, what, f"Issue {missing[0].name} first")]
    before = Closing(of.year, of.number - 1) if of.number > 1 else None
    if before and before.name not in {run.name for run in standing.runs}:
        what = f"{of.name} comes after {before.name}, which is not issued"
        return [_refusal("year-end-missing", of, what, f"Work out and issue {before.name} first")]
    return []


def _refusal(code: str, of: RunOf, what: str, remedy: str) -> Problem:
    return error(code, what, f"run {of.name}", remedy)
