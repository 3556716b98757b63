"""The Occupancy panel: the year of the as-at day as a chart, of the whole hub or of one agency."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.charts.occupancy import OccupancyChart
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.period import ChargingYear
from hubdesk.workflows.occupancy_over import OccupancyOver, occupancy_over

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace

_WHOLE = "The whole hub"


class OccupancyPanel(QWidget):
    """Follows the hub and the day while it is to be seen. Some days that are opened become the as-at day."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._agencies: tuple[tuple[str, RecordId | None], ...] = ()
        self.over: OccupancyOver | None = None
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Whose desks")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chart = OccupancyChart(theme)
        self.chart.activated.connect(lambda key: session.set_as_at(date.fromisoformat(key)))
        label = QLabel("Desks of")
        label.setBuddy(self.chooser)
        self.chart.beside_title(label, self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart, 1)
        self._latest: Latest[OccupancyOver | None] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._show)
        self.chooser.activated.connect(lambda _row: self._ask())
        session.changed.connect(self._ask)
        session.as_at_changed.connect(self._follow_day)
        self._stale = True
        self._list_agencies()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if self._stale:
            self._ask()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(640, 300)

    def choose(self, agency: RecordId | None) -> None:
        """Show the desks of that agency, or of the whole hub."""
        self.chooser.setCurrentIndex(self.chooser.findData(agency))
        self._ask()

    @property
    def _agency(self) -> RecordId | None:
        chosen = self.chooser.currentData()
        return None if chosen is None else RecordId(chosen)

    @property
    def _year(self) -> ChargingYear:
        session = self._session
        return ChargingYear.containing(session.as_at, session.hub.settings.year_start)

    def _ask(self) -> None:
        """Work it out anew, or once it is to be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._list_agencies()
            self._latest.ask()

    def _follow_day(self) -> None:
        """Another day of the year that is shown only moves the mark."""
        if self.over is not None and self.over.year == self._year:
            self.chart.show_data(self.over, self._session.as_at)
        else:
            self._ask()

    def _list_agencies(self) -> None:
        agencies = sorted(self._session.hub.agencies.values(), key=lambda one: one.code)
        listed = ((_WHOLE, None), *((agency_name(one), one.id) for one in agencies))
        if listed == self._agencies:
            return
        chosen = self._agency
        self._agencies = listed
        self.chooser.clear()
        for words, id_ in listed:
            self.chooser.addItem(words, id_)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)))

    def _question(self) -> Callable[[], OccupancyOver | None]:
        hub, year, agency = self._session.hub, self._year, self._agency

        def answer() -> OccupancyOver | None:
            return occupancy_over(hub, year, agency) if hub.desks or hub.licences else None

        return answer

    def _show(self, over: OccupancyOver | None) -> None:
        self.over = over
        self.chart.show_data(over, self._session.as_at)


def add_occupancy(workspace: "Workspace") -> OccupancyPanel:
    """Put the panel below the pages; at first it is put away."""
    panel = OccupancyPanel(workspace.session, workspace.jobs, workspace.theme)
    workspace.docks.add(
        Panel(
            "occupancy",
            "Occupancy",
            panel,
            Side.BOTTOM,
            "chart-area",
            shown=False,
            help_topic="charts",
        )
    )
    return panel
