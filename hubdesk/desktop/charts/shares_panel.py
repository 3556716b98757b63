"""The Shares panel: who bears which part of each cost of the year, or of one cost this year and last."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from hubdesk.charging.run import Run
from hubdesk.charging.workings import Working
from hubdesk.desktop.charts.shares import SharesChart, keys_of
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.workflows.cost_shares import CostShares, cost_in_runs, cost_shares, workings_of_share
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace

_ALL = "All costs"


@dataclass(frozen=True, slots=True)
class Opened:
    """A part of a bar: the share of whom (`part`), in the cost `code`, in the run called `run`."""

    title: str
    run: str
    code: str
    part: str


class SharesPanel(QWidget):
    """Follows the hub and the year of the as-at day while it is to be seen."""

    opened = Signal(object)
    """An Opened, whose workings are wanted."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._costs: tuple[tuple[str, str], ...] = ()
        self._stale = True
        self.shares: CostShares | None = None
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Which cost")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chart = SharesChart(theme)
        label = QLabel("Shares of")
        label.setBuddy(self.chooser)
        self.chart.beside_title(label, self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart, 1)
        self._latest: Latest[CostShares | None] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._show)
        self.chart.activated.connect(self._open)
        self.chooser.activated.connect(lambda _row: self._ask())
        for signal in (session.changed, session.issued):
            signal.connect(self._ask)
        session.as_at_changed.connect(self._another_day)
        self._asked = self._year

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if self._stale:
            self._ask()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(640, 300)

    def choose(self, code: str) -> None:
        """Show the cost of that code this year beside last year; "" is all costs of the year."""
        self._list_costs()
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(code)))
        self._ask()

    @property
    def _year(self) -> ChargingYear:
        session = self._session
        return ChargingYear.containing(session.as_at, session.hub.settings.year_start)

    @property
    def _code(self) -> str:
        return str(self.chooser.currentData() or "")

    def _ask(self) -> None:
        """Work it out anew, or once it is to be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._list_costs()
            self._asked = self._year
            self._latest.ask()

    def _another_day(self) -> None:
        if self._year != self._asked:
            self._ask()

    def _list_costs(self) -> None:
        lines = self._session.hub.cost_lines_of.get(self._year.starts_in, ())
        listed = ((_ALL, ""), *((f"{one.code} {one.name}".strip(), one.code) for one in lines))
        if listed == self._costs:
            return
        chosen = self._code
        self._costs = listed
        self.chooser.clear()
        for words, code in listed:
            self.chooser.addItem(words, code)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)))

    def _question(self) -> Callable[[], CostShares | None]:
        standing, year, code = self._session.standing, self._year, self._code

        def answer() -> CostShares | None:
            this = _run_of(standing, year)
            if this is None or not code:
                return cost_shares(this) if this else None
            last = _run_of(standing, ChargingYear(year.starts_in - 1, year.start))
            return cost_in_runs(code, [run for run in (last, this) if run])

        return answer

    def _show(self, shares: CostShares | None) -> None:
        self.shares = shares
        self.chart.show_data(shares)

    def _open(self, key: str) -> None:
        if self.shares is None or (spot := self.chart.canvas.spot) is None:
            return
        bar, part = keys_of(key)
        run, code = (bar, self._code) if self._code else (self._asked.name, bar)
        self.opened.emit(Opened(spot.spoken.partition(":")[0], run, code, part))


def add_shares(workspace: "Workspace") -> SharesPanel:
    """Put the panel below the pages; at first it is put away. Its figures open in the workings."""
    session = workspace.session
    panel = SharesPanel(session, workspace.jobs, workspace.theme)

    def question(opened: Opened) -> Callable[[], Working | None]:
        standing = session.standing
        return lambda: workings_of_share(run_named(standing, opened.run, None), opened.code, opened.part)

    panel.opened.connect(lambda opened: workspace.workings.follow(opened.title, partial(question, opened)))
    workspace.docks.add(
        Panel(
            "shares",
            "Shares",
            panel,
            Side.BOTTOM,
            "chart-bar-stacked",
            shown=False,
            help_topic="charts",
        )
    )
    return panel


def _run_of(standing: Standing, year: ChargingYear) -> Run | None:
    """The year as a whole, as things stand; None where it cannot be worked out."""
    try:
        return run_named(standing, year.name, None)
    except Refused:
        return None
