"""The Occupancy panel: desks over the year of the as-at day, of the whole hub or of one agency."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from hubdesk.desktop.charts.occupancy import OccupancyChart
from hubdesk.desktop.charts.year_panel import YearPanel
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.workflows.occupancy_over import OccupancyOver, occupancy_over

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace

_WHOLE = "The whole hub"


class OccupancyPanel(YearPanel[OccupancyOver | None]):
    """An agency is chosen by its id. Some days that are opened become the as-at day."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme) -> None:
        chart = OccupancyChart(theme)
        super().__init__(session, jobs, chart, ("Desks of", "Whose desks"))
        self.chart = chart
        self.over: OccupancyOver | None = None
        self.chart.activated.connect(lambda key: session.set_as_at(date.fromisoformat(key)))

    def choices(self) -> tuple[tuple[str, str], ...]:
        agencies = sorted(self.session.hub.agencies.values(), key=lambda one: one.code)
        return ((_WHOLE, ""), *((agency_name(one), one.id) for one in agencies))

    def question(self) -> Callable[[], OccupancyOver | None]:
        hub, year = self.session.hub, self.year
        chosen = RecordId(self.chosen)
        agency = chosen if chosen in hub.agencies else None
        return lambda: occupancy_over(hub, year, agency) if hub.desks or hub.licences else None

    def show_answer(self, answer: OccupancyOver | None) -> None:
        self.over = answer
        self.day_moved()

    def day_moved(self) -> None:
        """Only the mark of the day moves."""
        self.chart.show_data(self.over, self.session.as_at)


def add_occupancy(workspace: "Workspace") -> None:
    """Put the panel below the pages; at first it is put away."""
    workspace.docks.add(
        Panel(
            "occupancy",
            "Occupancy",
            OccupancyPanel(workspace.session, workspace.jobs, workspace.theme),
            Side.BOTTOM,
            "chart-area",
            shown=False,
            help_topic="charts",
        )
    )
