"""Panels stand beside their own page, and leave nothing of theirs on another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace


def tabs(workspace: Workspace) -> list[list[str]]:
    """The panels' tabs that are seen."""
    bars = workspace.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted(
        [bar.tabText(place) for place in range(bar.count())]
        for bar in bars
        if bar.isVisible() and workspace.rect().intersects(bar.geometry())
    )


def test_tabs_of_panels_go_and_come_with_their_page(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    on_plan = [["Agencies", "Inspector"], ["Key", "Layers"]]
    qtbot.waitUntil(lambda: tabs(workspace) == on_plan)
    assert workspace.status_line.hint.words
    workspace.show_page(workspace.history_page)
    qtbot.waitUntil(lambda: tabs(workspace) == [])
    assert workspace.status_line.hint.words == "", "there is no tool in hand on other pages"
    workspace.show_page(workspace.plan_page)
    qtbot.waitUntil(lambda: tabs(workspace) == on_plan)
    assert workspace.status_line.hint.words
