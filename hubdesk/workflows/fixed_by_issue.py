"""What issuing fixes: a year's start for good, its billing period until the year is complete."""

from collections.abc import Iterator

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.domain.settings import HubSettings
from hubdesk.store import Store
from hubdesk.workflows.recharge_run import missing_periods
from hubdesk.workflows.standing import Standing


def against_issued(store: Store, hub: Hub, change: Change) -> Iterator[Problem]:
    """What in `change` the runs issued from `hub`, which is in `store`, no longer allow."""
    for before, after in change.updated:
        if not (isinstance(before, HubSettings) and isinstance(after, HubSettings)):
            continue
        if (before.year_start, before.billing) == (after.year_start, after.billing):
            continue
        standing = Standing(hub, store.last_sequence(), store.runs())
        begun = [run.year for run in standing.years.values()]
        if before.year_start != after.year_start and begun:
            yield _fixed(after, "year_start", "The start of the charging year", "Leave it as it was")
        if before.billing is not after.billing and (
            missing := [period for year in begun for period in missing_periods(standing, year)]
        ):
            remedy = f"Leave it as it was until {missing[-1].name} is issued"
            yield _fixed(after, "billing", "The billing period", remedy)


def _fixed(settings: HubSettings, field: str, what: str, remedy: str) -> Problem:
    return error(
        "fixed-by-issue",
        f"{what} is fixed, because runs were issued with it",
        "the hub's settings",
        remedy,
        (settings.id,),
        field,
    )
