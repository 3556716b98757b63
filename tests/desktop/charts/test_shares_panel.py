"""The Shares panel: the year's costs, one cost beside itself last year, and from a part to its workings."""

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.charts.shares_panel import SharesPanel
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.editing.roll_forward import roll_forward
from tests.desktop.keys import press

LONG_MS = 20_000


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


def opened(workspace: Workspace, qtbot: QtBot) -> SharesPanel:
    (panel,) = workspace.findChildren(SharesPanel)
    assert panel.shares is None, "worked out though nobody looks"
    workspace.docks["shares"].want()
    qtbot.waitUntil(lambda: panel.shares is not None, timeout=LONG_MS)
    return panel


def keys(panel: SharesPanel) -> list[str]:
    return [bar.key for bar in panel.shares.bars] if panel.shares else []


def test_a_part_opens_its_workings(workspace: Workspace, qtbot: QtBot) -> None:
    panel = opened(workspace, qtbot)
    lines = workspace.session.hub.cost_lines_of[2026]
    assert keys(panel) == [one.code for one in lines if one.code in keys(panel)]
    assert len(keys(panel)) > 3
    press(panel.chart.canvas, "Home")
    press(panel.chart.canvas, "Return")
    workings = workspace.workings.panel
    qtbot.waitUntil(lambda: workings.working is not None, timeout=LONG_MS)
    assert panel.shares is not None
    assert workings.working is not None
    assert workings.working.value == panel.shares.bars[0].parts[0].pence


def test_a_cost_stands_beside_itself_last_year(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    assert session.do(lambda hub: roll_forward(hub, 2027, Decimal("3.5")))
    session.set_as_at(date(2027, 6, 1))
    panel = opened(workspace, qtbot)
    panel.choose("C10")
    qtbot.waitUntil(lambda: keys(panel) == ["2026-27", "2027-28"], timeout=LONG_MS)
    assert panel.shares is not None
    last, this = panel.shares.bars
    assert this.pence > last.pence
    press(panel.chart.canvas, "End")
    press(panel.chart.canvas, "Return")
    workings = workspace.workings.panel
    qtbot.waitUntil(lambda: workings.working is not None, timeout=LONG_MS)
    assert workings.working is not None
    assert workings.working.value == this.parts[-1].pence
