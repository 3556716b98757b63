"""The stack of floors, and adding, changing and removing floors from it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.floor_dialog import FloorDialog
from hubdesk.desktop.plan.floors_panel import FloorsPanel
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.rule import RuleKind
from hubdesk.editing import allocations
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import click

OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


@pytest.fixture
def floors(workspace: Workspace) -> FloorsPanel:
    panel = workspace.docks["floors"].widget()
    assert isinstance(panel, FloorsPanel)
    return panel


def spoken(floors: FloorsPanel) -> list[str]:
    rows = (floors.stack.item(place) for place in range(floors.stack.count()))
    return [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def in_dialog(act: Callable[[FloorDialog], object], open_: Callable[[], None]) -> None:
    """Open the dialog, do `act` in it, and leave it."""
    open_()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FloorDialog)
    QTest.qWaitForWindowActive(dialog)
    act(dialog)
    if dialog.isVisible():
        dialog.reject()


def button(dialog: FloorDialog, which: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    click(box.button(which), box.button(which).rect().center())


def test_the_top_floor_is_on_top_and_each_says_how_full_it_is(floors: FloorsPanel) -> None:
    assert spoken(floors) == [
        "Place, floor 2 · level 2: 58 of 84 taken, 26 vacant",
        "People, floor 1 · level 1: 70 of 84 taken, 14 vacant",
        "Ground, floor G · ground: 43 of 54 taken, 11 vacant",
    ]
    assert floors.whole.text() == "In all: 176 licensed, 51 vacant"


def test_a_floor_is_shown_by_click_and_by_keys(
    workspace: Workspace, floors: FloorsPanel, qtbot: QtBot
) -> None:
    plan = workspace.plan_page.plan
    stack = floors.stack
    click(stack.viewport(), stack.visualItemRect(stack.item(0)).center())
    assert plan.floor is not None
    assert plan.floor.code == "2"
    for keys, code in (("Ctrl+PgDown", "1"), ("Ctrl+PgUp", "2"), ("Ctrl+PgUp", "2")):
        qtbot.wait(10)
        press(workspace.plan_page.view, keys)
        assert plan.floor.code == code


def test_the_fill_follows_edits_and_the_day(workspace: Workspace, floors: FloorsPanel, qtbot: QtBot) -> None:
    session = workspace.session
    hub = session.hub
    ground = hub.floor_codes["G"]
    taken = [
        one.id
        for desk in hub.desks_on_floor[ground.id]
        for one in hub.allocations_of.get(desk.id, ())
        if one.last is None
    ]
    session.do(lambda hub: allocations.remove(hub, *taken[:3]))
    qtbot.waitUntil(lambda: "40 of 54 taken" in spoken(floors)[2])
    assert floors.whole.text() == "In all: 176 licensed, 54 vacant"
    session.set_as_at(TODAY.replace(year=2020))
    qtbot.waitUntil(lambda: "0 of 54 taken" in spoken(floors)[2])


def test_a_floor_is_added_and_shown(workspace: Workspace, floors: FloorsPanel, qtbot: QtBot) -> None:
    def fill(dialog: FloorDialog) -> None:
        assert dialog.level.value() == 3
        dialog.name.selectAll()
        type_text(dialog.name, "Roof")
        dialog.across.selectAll()
        type_text(dialog.across, "20.5")
        button(dialog, OK)

    in_dialog(fill, floors.add)
    floor = workspace.plan_page.plan.floor
    assert floor is not None
    assert (floor.name, floor.code, floor.level, floor.width_mm) == ("Roof", "3", 3, 20_500)
    qtbot.waitUntil(lambda: spoken(floors)[0] == "Roof, floor 3 · level 3: No desks in service")
    qtbot.wait(10)
    workspace.session.undo()
    assert len(workspace.session.hub.floors) == 3


def test_a_code_that_is_taken_is_told_and_what_was_typed_stays(
    workspace: Workspace, floors: FloorsPanel
) -> None:
    def fill(dialog: FloorDialog) -> None:
        dialog.code.selectAll()
        type_text(dialog.code, "1")
        button(dialog, OK)
        assert dialog.isVisible()
        assert "2 of this code" in dialog.trouble.text()
        assert dialog.trouble.isVisible()
        dialog.across.selectAll()
        type_text(dialog.across, "wide")
        button(dialog, OK)
        assert "metres" in dialog.trouble.text()
        assert dialog.across.text() == "wide"
        button(dialog, CANCEL)

    in_dialog(fill, floors.add)
    assert len(workspace.session.hub.floors) == 3


def test_a_floor_is_renamed_and_a_rule_that_names_it_follows(
    workspace: Workspace, floors: FloorsPanel, qtbot: QtBot
) -> None:
    workspace.plan_page.plan.show_floor(workspace.session.hub.floor_codes["1"].id)

    def fill(dialog: FloorDialog) -> None:
        dialog.code.selectAll()
        type_text(dialog.code, "F1")
        dialog.name.selectAll()
        type_text(dialog.name, "First")
        button(dialog, OK)

    in_dialog(fill, floors.change)
    hub = workspace.session.hub
    assert hub.floor_codes["F1"].name == "First"
    assert [one.value for one in hub.placement_rules.values() if one.kind is RuleKind.STAY_ON_FLOOR] == ["F1"]
    qtbot.wait(10)
    workspace.session.undo()
    assert workspace.session.hub.floor_codes["1"].name == "People"


def test_a_floor_where_somebody_sits_is_not_removed(workspace: Workspace, floors: FloorsPanel) -> None:
    said: list[object] = []
    workspace.session.refused.connect(said.append)
    floors.remove()
    assert len(workspace.session.hub.floors) == 3
    assert said
