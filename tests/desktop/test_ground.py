"""The ground that the desktop stands on: Qt itself, the session, moving a desk."""

import sys

from PySide6.QtCore import QPoint

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from tests.desktop.keys import press
from tests.desktop.mouse import drag


def test_calls_that_return_nothing_keep_none_alive(parkside_window: MainWindow) -> None:
    """PySide6 6.12 drops a reference to None with each; Python then aborts after some thousands."""
    before = sys.getrefcount(None)
    for _ in range(2_000):
        parkside_window.update()
    assert abs(sys.getrefcount(None) - before) < 500


def test_a_desk_is_dragged_and_put_back(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session, view = workspace.session, workspace.plan_page.view
    floor = workspace.plan_page.plan.floor
    assert floor is not None
    desk = min(session.hub.desks_on_floor[floor.id], key=lambda one: one.code)
    start = view.mapFromScene(metres(Point(desk.x_mm, desk.y_mm)))

    drag(view.viewport(), start, start + QPoint(40, 0))

    moved = session.hub.get(Desk, desk.id)
    assert moved.x_mm > desk.x_mm
    assert session.undo_stack.undoText() == f"Move desk {desk.code}"
    press(parkside_window, "Ctrl+Z")
    assert session.hub.get(Desk, desk.id) == desk
    press(parkside_window, "Ctrl+Y")
    assert session.hub.get(Desk, desk.id) == moved
