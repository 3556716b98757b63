"""A hub opened for one verb."""

from hubdesk.cli.given import user
from hubdesk.cli.terminal import progress
from hubdesk.store import Mode, Store, open_store
from hubdesk.workflows.standing import Standing, standing_of


def to_look(hub: str) -> Store:
    """The store of `hub`, to look at, also while somebody else has it open. Raises Refused."""
    return open_store(hub, user=user(), mode=Mode.READ)


def to_change(hub: str) -> Store:
    """The store of `hub`, to change. Raises Refused."""
    return open_store(hub, user=user(), mode=Mode.WRITE)


def as_it_stands(hub: str) -> Standing:
    """The hub and what was issued from it. Raises Refused."""
    with progress(f"Opening {hub}"), to_look(hub) as store:
        return standing_of(store)
