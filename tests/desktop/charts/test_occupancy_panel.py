"""The Occupancy panel: the year as a chart, which follows the hub, the day and who is chosen."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.charts.occupancy_panel import OccupancyPanel
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.editing import allocations
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press

LONG_MS = 20_000


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


def opened(workspace: Workspace, qtbot: QtBot) -> OccupancyPanel:
    (panel,) = workspace.findChildren(OccupancyPanel)
    assert panel.over is None, "worked out though nobody looks"
    workspace.docks["occupancy"].want()
    qtbot.waitUntil(lambda: panel.over is not None, timeout=LONG_MS)
    return panel


def allocated_today(panel: OccupancyPanel) -> int:
    assert panel.over is not None
    stretch = panel.over.on(TODAY)
    assert stretch is not None
    return stretch.allocated


def test_the_chart_follows_the_hub_and_who_is_chosen(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    panel = opened(workspace, qtbot)
    before = allocated_today(panel)
    assert before == session.occupancy.allocated

    police = session.hub.agency_codes["POL"].id
    panel.choose(police)
    qtbot.waitUntil(lambda: panel.over is not None and panel.over.whose == "POL", timeout=LONG_MS)
    own = session.occupancy.agencies[police].allocated
    assert allocated_today(panel) == own

    desk = next(one.desk for one in session.hub.allocations.values() if one.payer == police)
    assert session.do(lambda hub: allocations.vacate(hub, [desk], TODAY))
    qtbot.waitUntil(lambda: allocated_today(panel) == own - 1, timeout=LONG_MS)
    assert panel.chooser.currentText() == "Leicestershire Police (POL)"


def test_some_days_become_the_day_and_another_year_is_another_chart(
    workspace: Workspace, qtbot: QtBot
) -> None:
    session = workspace.session
    panel = opened(workspace, qtbot)
    press(panel.chart.canvas, "Home")
    press(panel.chart.canvas, "Return")
    assert session.as_at == date(2026, 4, 1)
    session.set_as_at(date(2027, 6, 1))
    qtbot.waitUntil(lambda: panel.over is not None and panel.over.year.name == "2027-28", timeout=LONG_MS)
