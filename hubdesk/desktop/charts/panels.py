"""The chart panels, which stand below whichever page one is on and are put away at first."""

from typing import TYPE_CHECKING

from hubdesk.desktop.charts.occupancy_panel import add_occupancy
from hubdesk.desktop.charts.shares_panel import add_shares

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace


def add_chart_panels(workspace: "Workspace") -> None:
    """Desks over the year, and shares of its costs."""
    add_occupancy(workspace)
    add_shares(workspace)
