"""`YearWhy`: why the year costs an agency that much, in the workings beside the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hubdesk.charging.workings import Working
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import ChargingYear
from hubdesk.workflows.recharge_figures import PERIOD, Figure
from hubdesk.workflows.recharge_view import view_of
from hubdesk.workflows.recharge_workings import workings_of

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace


class YearWhy:
    """Asks for the workings of a year as the sum of its periods, as the page shows it."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def ask(self, agency: RecordId | None) -> None:
        """Open the workings of what `agency` is charged, or all of them."""
        session = self._workspace.session
        day = session.as_at

        def question() -> Callable[[], Working | None]:
            standing = session.standing
            hub = standing.hub
            year = ChargingYear.containing(day, hub.settings.year_start).name
            if agency is not None and agency not in hub.agencies:
                return lambda: None
            return lambda: workings_of(view_of(standing, year), Figure(PERIOD, agency))

        hub = session.hub
        who = hub.agencies[agency].code if agency else "All agencies"
        year = ChargingYear.containing(day, hub.settings.year_start).name
        self._workspace.workings.follow(f"{who}, {year}", question)
