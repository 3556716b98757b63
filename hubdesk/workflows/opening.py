"""Opening a hub to change it, with everything that its changes are checked for."""

from collections.abc import Iterator
from pathlib import Path

from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.settings import HubSettings
from hubdesk.store import Mode, Store, open_store
from hubdesk.workflows.document import Clock, Document
from hubdesk.workflows.recharge_run import missing_periods
from hubdesk.workflows.standing import Standing


def open_document(where: str | Path, *, user: str, clock: Clock) -> Document:
    """The hub at `where`, open to change by `user`. Raises Refused. Close its `store` afterwards."""
    store = open_store(where, user=user, mode=Mode.WRITE)
    return document_in(store, clock=clock)


def document_in(store: Store, *, clock: Clock) -> Document:
    """The document in a store that is open to change."""

    def check(hub: Hub, change: Change) -> Iterator[Problem]:
        yield from errors_of(hub, change)
        yield from _fixed_settings(store, hub, change)

    return Document(store, clock=clock, check=check)


def _fixed_settings(store: Store, hub: Hub, change: Change) -> Iterator[Problem]:
    """Changes of what the first issue fixed: the year's start for good, its billing until it is complete."""
    for before, after in change.updated:
        if not (isinstance(before, HubSettings) and isinstance(after, HubSettings)):
            continue
        if (before.year_start, before.billing) == (after.year_start, after.billing):
            continue
        standing = Standing(hub, 0, store.runs())
        if before.year_start != after.year_start and standing.runs:
            yield _fixed("year-start-fixed", "The start of the charging year", after, "year_start")
        if before.billing is not after.billing and any(
            missing_periods(standing, run.year) for run in standing.years.values()
        ):
            yield _fixed("billing-fixed", "The billing period", after, "billing")


def _fixed(code: str, what: str, settings: HubSettings, field: str) -> Problem:
    return Problem(
        Severity.ERROR,
        code,
        f"{what} is fixed, because runs were issued with it",
        "the hub's settings",
        "Leave it as it was; the billing period can change once every period of the year is issued",
        (settings.id,),
        field,
    )
