"""Sliding the day, and what changes between two days, on the real window."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from hubdesk.desktop.time.moves_panel import MovesPanel
from hubdesk.desktop.time.slider import TimeSlider
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press
from tests.desktop.mouse import drag


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


@pytest.fixture
def slider(workspace: Workspace) -> TimeSlider:
    return workspace.time.slider


def middle(slider: TimeSlider, day: date) -> QPoint:
    return QPoint(round(slider.x_of(day)), slider.height() // 2)


def test_the_day_is_dragged_and_the_figures_follow(workspace: Workspace, slider: TimeSlider) -> None:
    drag(slider, middle(slider, TODAY), middle(slider, date(2026, 5, 1)))
    as_at = workspace.session.as_at
    assert abs((as_at - date(2026, 5, 1)).days) <= 1
    # Jobcentre Plus has two more desks from 1 July.
    rows = {row.agency.code: row.desks.allocated for row in workspace.plan_page.allocating.palette.rows.rows}
    assert rows["DWP"] == 16


def test_keys_go_by_days_months_and_changes(workspace: Workspace, slider: TimeSlider) -> None:
    slider.setFocus()
    press(slider, "Right")
    assert workspace.session.as_at == date(2026, 11, 24)
    press(slider, "PgDown")
    assert workspace.session.as_at == date(2026, 10, 25)
    press(slider, "Ctrl+Right")
    assert workspace.session.as_at == date(2026, 11, 16), "the careers service hands its desks on"
    press(slider, "Ctrl+Left")
    assert workspace.session.as_at < date(2026, 11, 16)


def test_a_day_beyond_the_slider_is_taken_in(workspace: Workspace, slider: TimeSlider) -> None:
    workspace.session.set_as_at(date(2031, 2, 3))
    assert slider.day_at(slider.x_of(date(2031, 2, 3))) == date(2031, 2, 3)
    assert workspace.session.as_at == date(2031, 2, 3)


def lines(panel: MovesPanel) -> list[str]:
    tops = [panel.list.topLevelItem(number) for number in range(panel.list.topLevelItemCount())]
    found: list[QTreeWidgetItem] = []
    for top in tops:
        assert top is not None
        found += [row for number in range(top.childCount()) if (row := top.child(number)) is not None]
    return [row.text(0) for row in found]


def test_what_changes_is_listed_gone_to_and_copied(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.docks["moves"].want()
    panel = workspace.time.moves
    for field, text in ((panel.earlier, "1 November 2026"), (panel.later, "30 November 2026")):
        field.setText(text)
        press(field, "Return")
    qtbot.waitUntil(lambda: any("CRS" in line for line in lines(panel)))
    assert panel.moves is not None
    assert "3 desks change hands" in panel.moves.summary
    heading = next(
        top
        for number in range(panel.list.topLevelItemCount())
        if (top := panel.list.topLevelItem(number)) is not None and top.text(0) == "Desks that change hands"
    )
    panel.list.itemActivated.emit(heading.child(0), 0)
    assert workspace.session.as_at == date(2026, 11, 16)
    assert len(workspace.session.selection.ids) == 3
    panel.copy.click()
    assert "Desks that change hands\t" in QApplication.clipboard().text()
