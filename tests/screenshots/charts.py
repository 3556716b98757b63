"""Charts: from cost to who pays, shares, and a year's occupancy."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.charts.occupancy_panel import OccupancyPanel
from hubdesk.desktop.charts.shares_panel import SharesPanel
from hubdesk.desktop.charts.waterfall import WaterfallChart
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.waterfall import waterfall
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def charts(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    workspace = stage.window.workspace
    assert workspace is not None
    stage.do("panel.occupancy")
    (panel,) = workspace.findChildren(OccupancyPanel)
    stage.settle()
    panel.chart.canvas.setFocus()
    panel.chart.canvas.go_to("2026-07-01")
    stage.shoot("occupancy")
    workspace.docks["occupancy"].put_away()
    run = run_named(on.session.standing, "2026-27-Q3", None)
    falls = WaterfallChart(workspace.theme)
    falls.show_data(waterfall(run))
    over = _over(stage.window, falls)
    falls.canvas.setFocus()
    falls.canvas.go_to("host")
    stage.shoot("chart-waterfall")
    over.deleteLater()
    stage.do("panel.shares")
    (shares,) = workspace.findChildren(SharesPanel)
    stage.settle()
    shares.chart.canvas.setFocus()
    stage.shoot("shares")


def _over(window: QWidget, chart: Chart) -> QWidget:
    """The chart over the whole window: the pages that have it show more besides."""
    over = QWidget(window)
    over.setAutoFillBackground(True)
    QVBoxLayout(over).addWidget(chart)
    over.resize(window.size())
    over.show()
    return over


SCENES = (charts,)
