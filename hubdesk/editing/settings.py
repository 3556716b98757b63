"""The hub's own settings."""

from dataclasses import replace

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.period import Billing, YearStart
from hubdesk.domain.settings import HubSettings
from hubdesk.editing.records import changed, found, refusal


def change(hub: Hub, settings: HubSettings) -> Change:
    """The settings as given, in place of those that there are."""
    return changed(hub, settings)


def rename(hub: Hub, name: str) -> Change:
    """Another name for the hub. Raises Refused for none."""
    if not name.strip():
        raise refusal(
            "hub-without-name",
            "The hub has no name",
            named(hub, hub.settings),
            "Type what people call the building",
            hub.settings,
        )
    return changed(hub, replace(hub.settings, name=name), title=f"Rename the hub to {name}")


def set_host(hub: Hub, agency: RecordId) -> Change:
    """Another agency runs the building, for every day of the hub."""
    code = found(hub, Agency, agency).code
    return changed(hub, replace(hub.settings, host=agency), title=f"Make {code} the host")


def set_year(hub: Hub, start: YearStart, billing: Billing) -> Change:
    """Another charging year or billing period. Cost lines keep their years, and their days as they are."""
    after = replace(hub.settings, year_start=start, billing=billing)
    return changed(
        hub, after, title=f"Charging year from {start.day:02}-{start.month:02}, by {billing.value}"
    )
