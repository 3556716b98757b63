"""The Shares panel: who bears which part of each cost of the year, or of one cost this year and last."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hubdesk.charging.run import Run
from hubdesk.charging.workings import Working
from hubdesk.desktop.charts.shares import SharesChart, keys_of
from hubdesk.desktop.charts.year_panel import YearPanel
from hubdesk.desktop.jobs import Jobs
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


class SharesPanel(YearPanel[CostShares | None]):
    """A cost is chosen by its code; "" is all costs of the year, as things stand."""

    opened = Signal(object)
    """An Opened, whose workings are wanted."""

    def __init__(self, session: Session, jobs: Jobs, theme: Theme) -> None:
        chart = SharesChart(theme)
        super().__init__(session, jobs, chart, ("Shares of", "Which cost"))
        self.chart = chart
        self.shares: CostShares | None = None
        self.chart.activated.connect(self._open)

    def choices(self) -> tuple[tuple[str, str], ...]:
        lines = self.session.hub.cost_lines_of.get(self.year.starts_in, ())
        return ((_ALL, ""), *((f"{one.code} {one.name}".strip(), one.code) for one in lines))

    def question(self) -> Callable[[], CostShares | None]:
        standing, year, code = self.session.standing, self.year, self.chosen

        def answer() -> CostShares | None:
            this = _run_of(standing, year)
            if this is None or not code:
                return cost_shares(this) if this else None
            last = _run_of(standing, ChargingYear(year.starts_in - 1, year.start))
            return cost_in_runs(code, [run for run in (last, this) if run])

        return answer

    def show_answer(self, answer: CostShares | None) -> None:
        self.shares = answer
        self.chart.show_data(answer)

    def _open(self, key: str) -> None:
        if (spot := self.chart.canvas.spot) is None:
            return
        bar, part = keys_of(key)
        run, code = (bar, self.chosen) if self.chosen else (self.year.name, bar)
        self.opened.emit(Opened(spot.spoken.partition(":")[0], run, code, part))


def add_shares(workspace: "Workspace") -> None:
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


def _run_of(standing: Standing, year: ChargingYear) -> Run | None:
    """The year as a whole, as things stand; None where it cannot be worked out."""
    try:
        return run_named(standing, year.name, None)
    except Refused:
        return None
