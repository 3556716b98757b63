"""Issuing a run: in its turn, once, with nothing left to settle (charging rules, section 6)."""

from datetime import datetime
from typing import NamedTuple

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.frozen import as_issued, freeze
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import Closing
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.days import in_words
from hubdesk.domain.period import Period
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.store import Store
from hubdesk.workflows.recharge_run import missing_periods, run_named
from hubdesk.workflows.review.agreed import snapshots_of
from hubdesk.workflows.review.at_stake import rests_on
from hubdesk.workflows.run_problems import problems_of_run
from hubdesk.workflows.standing import Standing, by_name, standing_of


class Issued(NamedTuple):
    """A run, just issued, and what it warns of."""

    run: Run
    warnings: tuple[Problem, ...]
    agreement: str = ""
    """What of it rests on occupancy that was agreed, or not, in a sentence."""


def issue(store: Store, name: str, amounts: Amounts | None, *, at: datetime) -> Issued:
    """Work out the run called `name` and keep it for good, as issued by the store's user.

    `at` is the moment, with its zone. Raises BadPeriodName, and Refused where it is not
    that run's turn, something has to be settled before, or somebody changed the hub meanwhile.
    """
    standing = standing_of(store)
    run = run_named(standing, name, amounts)
    if refusals := not_its_turn(standing, run):
        raise Refused(*refusals)
    found = problems_of_run(standing, run)
    if unsettled := [one for one in found if one.severity is Severity.BEFORE_ISSUE]:
        raise Refused(*unsettled)
    previous = standing.kept[-1].sha256 if standing.kept else ""
    kept = freeze(
        run,
        sequence=len(standing.kept) + 1,
        previous=previous,
        at=at.isoformat(timespec="seconds"),
        by=store.person(),
    )
    entry = store.append_run(kept, when=at, after=standing.sequence)
    issued = as_issued(run, kept)
    assert issued.issue is not None
    agreement = rests_on(standing.hub, run, snapshots_of(store), at.astimezone().date())
    named = by_name(issued, {issued.issue.by: entry.who})
    return Issued(named, (*found, *agreement.warnings), agreement.told)


def not_its_turn(standing: Standing, run: Run) -> tuple[Problem, ...]:
    """Why `run` is none that can be issued now, whatever is to be settled before; empty if it is one."""
    return (*out_of_turn(standing, run), *_nothing_to_issue(run))


def out_of_turn(standing: Standing, run: Run) -> list[Problem]:
    """Why `run` cannot be the next one issued; empty if it can."""
    if run.issue is not None:
        on = in_words(datetime.fromisoformat(run.issue.at).astimezone().date())
        what = f"{run.name} was issued on {on}; a period is issued once"
        return [_refusal("already-issued", run, what, "What changed since is put right in the next run")]
    if run.summed:
        first = run.year.periods(run.facts.billing)[0].name
        what = f"{run.name} is the sum of its {run.facts.billing.value}s, to look at and not to issue"
        return [_refusal("year-not-issued", run, what, f"Issue them one by one: {first} first")]
    if isinstance(run.of, Closing):
        return []
    return [*_earlier_periods(standing, run.of, run), *_earlier_years(standing, run)]


def _earlier_periods(standing: Standing, period: Period, run: Run) -> list[Problem]:
    missing = [one for one in missing_periods(standing, period.year) if one.number < period.number]
    if not missing:
        return []
    names = ", ".join(one.name for one in missing)
    what = f"Periods are issued in order, and {names} {'is' if len(missing) == 1 else 'are'} not issued yet"
    return [_refusal("period-out-of-order", run, what, f"Issue {missing[0].name} first")]


def _earlier_years(standing: Standing, run: Run) -> list[Problem]:
    problems = []
    for begun in (first.year for first in standing.years.values()):
        if begun.starts_in > run.year.starts_in:
            what = (
                f"{begun.name} has been issued from, so {run.year.name}, a year before it, no longer can be"
            )
            problems.append(_refusal("year-out-of-order", run, what, "Look at it as a draft"))
        elif begun.starts_in < run.year.starts_in and (missing := missing_periods(standing, begun)):
            what = f"{begun.name} was begun and is not complete: {missing[0].name} is not issued yet"
            problems.append(_refusal("year-out-of-order", run, what, f"Issue {missing[0].name} first"))
    return problems


def _nothing_to_issue(run: Run) -> list[Problem]:
    """A further year end that would change nothing."""
    if not isinstance(run.of, Closing) or run.of.number == 1 or run.adjustments:
        return []
    what = f"Nothing has changed since the last year end of {run.year.name}"
    return [_refusal("nothing-to-issue", run, what, "There is nothing to do")]


def _refusal(code: str, run: Run, what: str, remedy: str) -> Problem:
    return error(code, what, f"run {run.name}", remedy)
