"""Proposing a plan in the window, as a facilities manager does it: by clicks, and looking at the plan."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from hubdesk.desktop.proposing.accept_dialog import AcceptPlanDialog
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.proposing.panel import ProposePanel
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.editing import allocations
from hubdesk.workflows.placing.proposing import Allocated
from tests.builders.hub import HubBuilder, a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.everything import opened

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000
CODES = ("AAA", "BBB", "CCC")


def far_apart(between: int = 1) -> HubBuilder:
    """AAA works with BBB, and sits at the other end of a long floor; CCC sits between them.

    So many desks are free on either side of CCC.
    """
    hub = a_hub().agency("AAA").agency("BBB").agency("CCC").floor("G", width_m=40, depth_m=10)
    for number in range(9 + 2 * between):
        hub = hub.desk(f"G-{number + 1:03}", "G", 2 + 3 * number, 3)
    for code, first in (("AAA", 1), ("CCC", 4 + between), ("BBB", 7 + 2 * between)):
        hub = hub.licence(f"L-{code}", code, 3)
        for number in range(first, first + 3):
            hub = hub.allocation(f"G-{number:03}", code)
    return hub.link("AAA", "BBB", 5)


def panel_of(window: MainWindow) -> ProposePanel:
    window.actions_["allocate.propose"].trigger()
    panel = window.findChild(ProposePanel)
    assert isinstance(panel, ProposePanel)
    assert panel.isVisible()
    return panel


def found(qtbot: QtBot, panel: ProposePanel, seconds: int = 1) -> None:
    """A plan was proposed, and everything that is told of it is there."""
    panel.form.seconds.setValue(seconds)
    QTest.mouseClick(panel.propose, LEFT)
    qtbot.waitUntil(lambda: panel.accept.isVisible() and panel.accept.isEnabled(), timeout=LONG_MS)


def row(panel: ProposePanel, code: str) -> QTreeWidgetItem:
    (item,) = panel.tree.findItems(code, Qt.MatchFlag.MatchExactly)
    return item


def checked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked


def tick(panel: ProposePanel, code: str) -> None:
    """Click the box before the agency."""
    item = row(panel, code)
    spot = panel.tree.visualItemRect(item)
    QTest.mouseClick(panel.tree.viewport(), LEFT, pos=QPoint(spot.left() + 10, spot.center().y()))


def is_better(found: Allocated | None) -> bool:
    """Whether a plan is found that costs less than today's."""
    return bool(found and found.cost and found.today and found.cost.total < found.today.total)


def sitting(hub: Hub, day: date) -> dict[str, str]:
    at = {desk.code: hub.allocation_on(desk.id, day) for desk in hub.desks.values()}
    return {code: hub.agencies[one.agency].code for code, one in at.items() if one}


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(far_apart().build())


def test_a_plan_lies_over_the_floor_and_is_accepted_as_one_change(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace
    session, scene = window.workspace.session, window.workspace.plan_page.view.floor_scene
    before = sitting(session.hub, TODAY)
    panel = panel_of(window)
    found(qtbot, panel)

    proposal = panel.search.found and panel.search.found.proposal
    assert proposal
    changed = {desk for move in proposal.moves for desk in (move.come_from, move.go_to) if desk}
    assert scene.proposed == len(changed) > 0
    assert sitting(session.hub, TODAY) == before

    QTest.mouseClick(panel.accept, LEFT)
    dialog = window.findChild(AcceptPlanDialog)
    assert dialog is not None
    assert "moved: " in dialog.moving.text()
    QTest.mouseClick(dialog.accept_button, LEFT)
    assert scene.proposed == 0
    after = sitting(session.hub, TODAY)
    places = {session.hub.desks[desk].code: session.hub.agencies[one].code for desk, one in proposal.places}
    assert after == places != before
    assert not panel.tree.isVisible()
    session.undo()
    assert sitting(session.hub, TODAY) == before


def test_those_who_sit_where_an_agency_is_to_go_are_ticked_with_it(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """No desk is free: nobody goes anywhere unless others go too."""
    panel = panel_of(open_window(far_apart(between=0).build()))
    found(qtbot, panel)
    swapping = {code for code in CODES if checked(row(panel, code))}
    assert len(swapping) > 1
    tick(panel, min(swapping))
    assert not panel.tree.agencies
    assert "so all of them go" in panel.said.text()
    qtbot.waitUntil(lambda: panel.said.text() == "Tick who is to sit as proposed.", timeout=LONG_MS)
    assert not panel.accept.isEnabled()
    tick(panel, max(swapping))
    qtbot.waitUntil(panel.accept.isEnabled, timeout=LONG_MS)


def test_moves_of_the_agency_that_one_looks_at_are_arrows(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace
    panel = panel_of(window)
    found(qtbot, panel)
    item = next(item for item in (row(panel, code) for code in CODES) if checked(item))
    panel.tree.setFocus()
    panel.tree.setCurrentItem(item)
    ways = window.workspace.plan_page.plan.proposed.ways
    assert ways
    QTest.keyClick(panel.tree, Qt.Key.Key_Right)
    assert item.childCount() == len(ways)
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert len(window.workspace.plan_page.plan.proposed.ways) == 1
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert window.workspace.session.selection.ids == {ways[0][1]}
    window.actions_["panel.propose"].trigger()
    assert window.workspace.plan_page.view.floor_scene.proposed == 0
    window.actions_["panel.propose"].trigger()
    assert window.workspace.plan_page.view.floor_scene.proposed > 0


def test_what_was_proposed_before_others_moved_is_not_accepted(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace
    session = window.workspace.session
    panel = panel_of(window)
    found(qtbot, panel)
    desk = session.hub.desk_codes["G-004"].id
    assert session.do(lambda hub: allocations.allocate(hub, [desk], hub.agency_codes["CCC"].id, TODAY))
    assert not panel.accept.isEnabled()
    assert "propose a plan again" in panel.said.text()
    session.undo()
    assert panel.accept.isEnabled()
    QTest.mouseClick(panel.let_go, LEFT)
    assert not panel.tree.isVisible()
    assert window.workspace.plan_page.view.floor_scene.proposed == 0


def test_the_keys_stay_in_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    """By keys alone: propose, wait, look at the list, let go, propose again."""
    panel = panel_of(window)
    panel.form.seconds.setValue(1)
    assert panel.propose.hasFocus()
    QTest.keyClick(panel.propose, Qt.Key.Key_Space)
    assert panel.cancel.hasFocus()
    qtbot.waitUntil(panel.accept.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(panel.tree.hasFocus, timeout=LONG_MS)
    panel.let_go.setFocus()
    QTest.keyClick(panel.let_go, Qt.Key.Key_Space)
    assert panel.propose.hasFocus()


def test_what_was_worked_out_for_another_proposal_is_not_taken(qtbot: QtBot, window: MainWindow) -> None:
    panel = panel_of(window)
    found(qtbot, panel)
    first = panel.search.found
    assert first
    assert first.proposal
    panel.search.take(replace(first, proposal=replace(first.proposal, moves=first.proposal.moves[:0])))
    assert not panel.accept.isEnabled()
    qtbot.waitUntil(lambda: panel.tree.topLevelItemCount() == len(CODES), timeout=LONG_MS)
    qtbot.waitUntil(lambda: row(panel, "AAA").text(2) == "as today", timeout=LONG_MS)
    assert not panel.accept.isEnabled()


def test_a_search_is_stopped_and_the_best_kept_or_cancelled_and_nothing_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.workspace
    scene = window.workspace.plan_page.view.floor_scene
    panel = panel_of(window)
    panel.form.seconds.setValue(3_600)
    QTest.mouseClick(panel.propose, LEFT)
    assert panel.stop.isVisible()
    assert not panel.propose.isVisible()
    qtbot.waitUntil(panel.stop.isEnabled, timeout=LONG_MS)
    qtbot.waitUntil(lambda: scene.proposed > 0, timeout=LONG_MS)
    QTest.mouseClick(panel.stop, LEFT)
    qtbot.waitUntil(panel.accept.isVisible, timeout=LONG_MS)
    assert scene.proposed > 0
    QTest.mouseClick(panel.let_go, LEFT)
    assert scene.proposed == 0

    QTest.mouseClick(panel.propose, LEFT)
    qtbot.waitUntil(panel.stop.isEnabled, timeout=LONG_MS)
    QTest.mouseClick(panel.cancel, LEFT)
    qtbot.waitUntil(panel.propose.isVisible, timeout=LONG_MS)
    assert scene.proposed == 0
    assert not panel.accept.isVisible()


def test_rules_that_cannot_be_kept_together_are_named(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(far_apart().rule("AAA", "needs clearance", "police").build())
    panel = panel_of(window)
    panel.form.seconds.setValue(1)
    QTest.mouseClick(panel.propose, LEFT)
    qtbot.waitUntil(panel.propose.isVisible, timeout=LONG_MS)
    assert "AAA" in panel.head.said.text()
    assert "police" in panel.head.said.text()
    qtbot.waitUntil(lambda: "The cheapest way out: " in panel.head.said.text(), timeout=LONG_MS)
    assert not panel.search.looks_for_ways
    assert not panel.accept.isVisible()


def test_a_plan_of_parkside_is_accepted(qtbot: QtBot, parkside_window: MainWindow) -> None:
    assert parkside_window.workspace
    session = parkside_window.workspace.session
    panel = panel_of(parkside_window)
    panel.form.limit.setChecked(True)
    panel.form.percent.setValue(20)
    panel.form.seconds.setValue(3_600)
    QTest.mouseClick(panel.propose, LEFT)
    qtbot.waitUntil(lambda: is_better(panel.search.found), timeout=LONG_MS)
    QTest.mouseClick(panel.stop, LEFT)
    qtbot.waitUntil(lambda: panel.accept.isVisible() and panel.accept.isEnabled(), timeout=LONG_MS)
    result = panel.search.found
    assert result
    assert result.proposal
    assert result.cost
    assert 0 < result.proposal.moved <= len(session.hub.allocations) * 20 // 100
    QTest.mouseClick(panel.accept, LEFT)
    dialog = parkside_window.findChild(AcceptPlanDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.effects.came, timeout=LONG_MS):
        pass
    QTest.mouseClick(dialog.accept_button, LEFT)
    assert session.undo_stack.count() == 1
    found(qtbot, panel)
    again = panel.search.found
    assert again
    assert again.today
    assert again.today.total == pytest.approx(result.cost.total - result.cost.moves)


def test_the_moves_of_what_is_ticked_are_listed_to_hand_out(qtbot: QtBot, open_window: OpenWindow) -> None:
    panel = panel_of(open_window(far_apart().build()))
    found(qtbot, panel)
    QTest.mouseClick(panel.moves, LEFT)
    moves = opened("MovesDialog")
    assert isinstance(moves, MovesDialog)
    qtbot.waitUntil(moves.pdf.isEnabled, timeout=LONG_MS)
    allocated = panel.search.found
    assert allocated is not None
    assert allocated.proposal is not None
    assert len(moves.table.rows) == len(allocated.proposal.moves)
    moves.close()
