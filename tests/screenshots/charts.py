"""Charts: from cost to who pays, shares, and a year's occupancy."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.charts.occupancy_panel import OccupancyPanel
from hubdesk.desktop.charts.shares import SharesChart
from hubdesk.desktop.charts.waterfall import WaterfallChart
from hubdesk.workflows.cost_shares import cost_shares
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
    falls, shares = WaterfallChart(workspace.theme), SharesChart(workspace.theme)
    falls.show_data(waterfall(run))
    shares.show_data(cost_shares(run))
    for name, chart in (("waterfall", falls), ("shares", shares)):
        over = _over(stage.window, chart)
        chart.canvas.setFocus()
        laid = chart.canvas.laid
        assert laid is not None
        chart.canvas.go_to(laid.spots[len(laid.spots) // 2].key)
        stage.shoot(f"chart-{name}")
        over.deleteLater()


def _over(window: QWidget, chart: Chart) -> QWidget:
    """The chart over the whole window: the pages that have it show more besides."""
    over = QWidget(window)
    over.setAutoFillBackground(True)
    QVBoxLayout(over).addWidget(chart)
    over.resize(window.size())
    over.show()
    return over


SCENES = (charts,)
