"""Going from part to part with F6, and what the plan says of itself."""

from datetime import date

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hubdesk.desktop.parts import parts
from hubdesk.desktop.plan.voice import PlanVoice
from hubdesk.desktop.window import MainWindow
from tests.desktop.keys import press


def part_with_focus(window: MainWindow) -> QWidget:
    workspace, focus = window.workspace, QApplication.focusWidget()
    assert workspace is not None
    assert focus is not None
    return next(part for part in parts(workspace) if part is focus or part.isAncestorOf(focus))


def test_f6_goes_round_every_part_and_back(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    workspace.plan_page.view.setFocus()
    begun = part_with_focus(parkside_window)
    been = [begun]
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        press(focus, "F6")
        been.append(part_with_focus(parkside_window))
        if been[-1] is begun:
            break
    assert been[-1] is begun
    assert {workspace.rail, workspace.header, workspace.status_line} <= set(been)
    assert len(set(been)) == len(been) - 1

    press(workspace.plan_page.view, "Shift+F6")
    assert part_with_focus(parkside_window) is been[-2]


def test_the_plan_says_what_is_selected_and_the_day(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session, view = workspace.session, workspace.plan_page.view
    voice = view.findChild(PlanVoice)
    assert voice is not None
    hub = session.hub
    workspace.plan_page.plan.show_floor(hub.floor_codes["G"].id)
    session.selection.set(hub.desk_codes[code].id for code in ("G-001", "G-002", "G-003"))
    qtbot.waitUntil(lambda: voice.announced.endswith("3 desks selected: G-001 to G-003"))
    assert view.accessibleDescription() == (
        "Ground floor. As at 23 November 2026. 3 desks selected: G-001 to G-003"
    )
    session.set_as_at(date(2027, 4, 1))
    qtbot.waitUntil(lambda: voice.announced == "As at 1 April 2027")
