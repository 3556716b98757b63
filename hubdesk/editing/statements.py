"""What statements say beside the figures."""

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.statements import StatementSettings
from hubdesk.editing.records import added, changed


def set_up(hub: Hub, statements: StatementSettings) -> Change:
    """The first texts, or others in their place (with the id of those that there are)."""
    return added(hub, statements) if hub.statements is None else changed(hub, statements)
