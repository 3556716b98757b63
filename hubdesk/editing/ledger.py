"""The ledger settings."""

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.editing.records import added, changed, refusal, removed


def set_up(hub: Hub, ledger: LedgerSettings) -> Change:
    """The first settings, or others in their place (with the id of those that there are)."""
    return added(hub, ledger) if hub.ledger is None else changed(hub, ledger)


def clear(hub: Hub) -> Change:
    """Back to the built-in columns. Raises Refused if there are no settings."""
    if hub.ledger is None:
        raise refusal(
            "record-gone", "There are no ledger settings", "the ledger settings", "Nothing needs to be done"
        )
    return removed(hub, hub.ledger)
