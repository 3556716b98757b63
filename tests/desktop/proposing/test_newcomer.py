"""The best place for somebody new: asked in the window, shown on the plan, and allocated as one change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.panels.job_strip import JobLine
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.proposing.newcomer_dialog import NewcomerDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.editing import allocations
from tests.builders.hub import HubBuilder, a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.everything import opened

LONG_MS = 120_000


def building() -> HubBuilder:
    """West, Middle and East with four desks each: police have Middle, advice two of East, NEW nothing yet."""
    hub = a_hub().agency("POL").agency("CAB").agency("NEW").floor("G", width_m=60, depth_m=10)
    for place, name in enumerate(("West", "Middle", "East")):
        left = 20 * place
        hub = hub.area(name, "G", outline=((left, 0), (left + 20, 0), (left + 20, 10), (left, 10)))
        for number in range(4):
            hub = hub.desk(f"{name[0]}-{number + 1}", "G", left + 2 + 3 * number, 5)
    for desk in ("M-1", "M-2", "M-3", "M-4"):
        hub = hub.allocation(desk, "POL")
    hub = hub.allocation("E-1", "CAB").allocation("E-2", "CAB")
    hub = hub.licence("L1", "POL", 4).licence("L2", "CAB", 2).licence("L3", "NEW", 2)
    return hub.link("NEW", "CAB", 5)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(building().build())


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> NewcomerDialog:
    window.actions_["allocate.newcomer"].trigger()
    found = opened("NewcomerDialog")
    assert isinstance(found, NewcomerDialog)
    settled(qtbot, found)
    return found


def settled(qtbot: QtBot, dialog: NewcomerDialog) -> None:
    qtbot.waitUntil(
        lambda: dialog.look_further.isEnabled() and "Looking" not in dialog.said.text(), timeout=LONG_MS
    )


def click(button: QPushButton) -> None:
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_known(qtbot: QtBot, dialog: NewcomerDialog) -> None:
    """By keys: the agencies without desks stand behind “Somebody new”, the host first."""
    dialog.form.who.setFocus()
    QTest.keyClicks(dialog.form.who, "NEW")
    assert dialog.form.who.currentText() == "NEW"
    settled(qtbot, dialog)


def places(dialog: NewcomerDialog) -> list[str]:
    return [row.place.removeprefix("area ") for row in dialog.table.rows]


def hub_of(window: MainWindow) -> Hub:
    assert window.workspace is not None
    return window.workspace.session.hub


def sits(hub: Hub, code: str) -> set[str]:
    found = (hub.allocation_on(desk.id, TODAY) for desk in hub.desks.values())
    return {
        hub.desks[one.desk].code for one in found if one is not None and hub.agencies[one.agency].code == code
    }


def test_an_agency_that_is_licensed_is_given_the_best_desks(
    qtbot: QtBot, window: MainWindow, dialog: NewcomerDialog
) -> None:
    before = hub_of(window)
    choose_known(qtbot, dialog)
    assert dialog.form.desks.value() == 2
    assert dialog.said.text() == "2 places for 2 desks from 23 November 2026 where nobody else has to move."
    assert places(dialog) == ["East", "West", "Middle"]
    assert "area East: CAB 6.0 m." in dialog.notes.text()
    assert dialog.allocate.text() == "&Allocate from 23 November 2026"
    click(dialog.allocate)
    assert sits(hub_of(window), "NEW") == {"E-3", "E-4"}
    window.actions_["edit.undo"].trigger()
    assert hub_of(window).allocations == before.allocations


def test_somebody_new_is_near_whom_one_ticks_and_has_to_join_first(
    qtbot: QtBot, window: MainWindow, dialog: NewcomerDialog
) -> None:
    others = dialog.form.others
    others.setFocus()
    others.setCurrentRow(0)
    assert others.currentItem().text() == "CAB"
    QTest.keyClick(others, Qt.Key.Key_Space)
    dialog.form.desks.setValue(2)
    qtbot.waitUntil(lambda: places(dialog)[:1] == ["East"], timeout=LONG_MS)
    settled(qtbot, dialog)
    assert not dialog.allocate.isEnabled()
    assert "joins first" in dialog.notes.text()
    click(dialog.show_on_plan)
    assert window.workspace is not None
    chosen = window.workspace.session.selection.ids
    assert {hub_of(window).desks[one].code for one in chosen} == {"E-3", "E-4"}


def test_a_rule_that_is_ticked_stands_against_places(qtbot: QtBot, dialog: NewcomerDialog) -> None:
    box = next(iter(dialog.form.rules.values()))
    assert box.text() == "Needs public access"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "No place has 4 desks free" in dialog.said.text(), timeout=LONG_MS)
    assert all("needs public access" in row.told for row in dialog.table.rows)
    assert not dialog.show_on_plan.isEnabled()


def test_others_move_for_it_and_that_is_listed_and_done_as_one_change(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(building().rule("NEW", "keep out of", "West").licence("L4", "NEW", 1).build())
    window.actions_["allocate.newcomer"].trigger()
    dialog = opened("NewcomerDialog")
    assert isinstance(dialog, NewcomerDialog)
    settled(qtbot, dialog)
    choose_known(qtbot, dialog)
    assert dialog.form.desks.value() == 3
    assert "No place has 3 desks free" in dialog.said.text()
    dialog.percent.setValue(100)
    click(dialog.look_further)
    qtbot.waitUntil(lambda: dialog.table.rows[0].id == "moving", timeout=LONG_MS)
    settled(qtbot, dialog)
    assert "of others" in dialog.said.text()
    click(dialog.show_moves)
    moves = opened("MovesDialog")
    assert isinstance(moves, MovesDialog)
    qtbot.waitUntil(moves.pdf.isEnabled, timeout=LONG_MS)
    assert {row.code for row in moves.table.rows} > {"NEW"}
    moves.close()
    click(dialog.allocate)
    hub = hub_of(window)
    assert len(sits(hub, "NEW")) == 3
    assert len(sits(hub, "POL")) == 4
    assert len(sits(hub, "CAB")) == 2
    assert not any(code.startswith("W") for code in sits(hub, "NEW"))


def test_where_nothing_better_is_found_that_is_said(qtbot: QtBot, dialog: NewcomerDialog) -> None:
    dialog.percent.setValue(0)
    rows = places(dialog)
    click(dialog.look_further)
    qtbot.waitUntil(lambda: "Nothing better was found" in dialog.said.text(), timeout=LONG_MS)
    settled(qtbot, dialog)
    assert places(dialog) == rows


def test_looking_further_can_be_cancelled(qtbot: QtBot, dialog: NewcomerDialog) -> None:
    rows = places(dialog)
    click(dialog.look_further)
    (line,) = dialog.findChildren(JobLine)
    click(line.cancel)
    qtbot.waitUntil(lambda: dialog.said.text() == "Cancelled.", timeout=LONG_MS)
    settled(qtbot, dialog)
    assert places(dialog) == rows


def test_it_follows_the_hub(qtbot: QtBot, window: MainWindow, dialog: NewcomerDialog) -> None:
    assert window.workspace is not None
    session = window.workspace.session
    desks = [session.hub.desk_codes[code].id for code in ("M-1", "M-2", "M-3", "M-4")]
    assert "Middle" not in places(dialog)[:1]
    assert session.do(lambda hub: allocations.vacate(hub, desks, TODAY))
    settled(qtbot, dialog)
    assert next(row.free for row in dialog.table.rows if row.place == "area Middle") == 4
