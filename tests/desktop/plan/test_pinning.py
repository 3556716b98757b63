"""Who stays when a plan is proposed: said by key, menu and tick, seen on the plan, in the list and key."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hubdesk.desktop.inspector.desks import DeskForm
from hubdesk.desktop.plan.plan import Layer
from hubdesk.editing import placing
from hubdesk.workflows.placing.pins import pinned_on
from tests.desktop.mouse import click
from tests.desktop.on_plan import OnPlan

SEATED = ("G-001", "G-002")


def pinned(on: OnPlan) -> set[str]:
    return {on.hub.desks[one].code for one in pinned_on(on.hub, on.session.as_at)}


def menu_at(on: OnPlan, at: QPoint, reason: QContextMenuEvent.Reason) -> QMenu:
    QApplication.sendEvent(on.port, QContextMenuEvent(reason, at, on.port.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def form(on: OnPlan) -> DeskForm:
    assert on.window.workspace is not None
    return on.window.workspace.inspector.desks


def test_these_stay_and_these_may_move_by_key_each_as_one_change(ground: OnPlan) -> None:
    ground.choose(*SEATED)
    ground.press("Ctrl+T")
    assert pinned(ground) == set(SEATED)
    ground.press("Ctrl+T")  # They stay already: nothing to do, and nothing to undo.
    assert ground.session.undo_stack.count() == 1
    assert ground.session.undo_stack.undoText() == "Pin 2 desks"
    ground.choose(SEATED[0])
    ground.press("Ctrl+Shift+T")
    assert pinned(ground) == {SEATED[1]}
    ground.undo_all()
    assert ground.hub == ground.first
    assert not ground.refusals


def test_a_desk_where_nobody_sits_cannot_stay_and_says_so(ground: OnPlan, qtbot: QtBot) -> None:
    day, hub = ground.session.as_at, ground.hub
    vacant = next(one for one in hub.desks.values() if hub.allocation_on(one.id, day) is None)
    ground.session.selection.set([vacant.id])
    actions = ground.window.actions_
    qtbot.waitUntil(lambda: not actions["edit.pin"].isEnabled())
    assert "where somebody sits" in actions.why_not("edit.pin")
    assert not form(ground).pinned.isEnabled()
    ground.press("Ctrl+T")
    assert ground.hub == ground.first


def test_the_plan_s_own_menu_is_of_what_was_clicked(ground: OnPlan) -> None:
    menu = menu_at(ground, ground.on("G-001"), QContextMenuEvent.Reason.Mouse)
    assert ground.selected() == {"G-001"}
    stay = next(one for one in menu.actions() if one.text() == "These stay")
    assert stay.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(stay).center())
    assert pinned(ground) == {"G-001"}


def test_the_menu_key_keeps_what_is_selected(ground: OnPlan) -> None:
    ground.choose(*SEATED)
    menu = menu_at(ground, QPoint(3, 3), QContextMenuEvent.Reason.Keyboard)
    assert ground.selected() == set(SEATED)
    stay = next(one for one in menu.actions() if one.text() == "These stay")
    menu.setActiveAction(stay)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert pinned(ground) == set(SEATED)


def test_a_menu_over_what_is_half_drawn_is_not_shown(ground: OnPlan) -> None:
    QTest.mousePress(ground.port, Qt.MouseButton.LeftButton, pos=ground.at(20, 9))
    QTest.mouseMove(ground.port, ground.at(24, 12))
    at = ground.on("G-001")
    QApplication.sendEvent(
        ground.port,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, ground.port.mapToGlobal(at)),
    )
    assert QApplication.activePopupWidget() is None
    assert ground.view.tool is not None
    ground.press("Esc")


def test_the_inspector_ticks_who_stays_and_half_where_they_differ(ground: OnPlan) -> None:
    ground.choose(SEATED[0])
    tick = form(ground).pinned
    click(tick, QPoint(8, tick.height() // 2))
    assert pinned(ground) == {SEATED[0]}
    assert "stays here, whatever plan is proposed" in form(ground).story.text()
    ground.choose(*SEATED)
    assert tick.checkState() is Qt.CheckState.PartiallyChecked
    click(tick, QPoint(8, tick.height() // 2))
    assert pinned(ground) == set(SEATED)
    assert tick.checkState() is Qt.CheckState.Checked
    click(tick, QPoint(8, tick.height() // 2))
    assert pinned(ground) == set()


def test_a_pin_is_seen_until_its_layer_is_hidden_and_counted_in_the_key(ground: OnPlan) -> None:
    scene = ground.view.floor_scene
    ground.choose(SEATED[0])
    ground.view.fit_selection()
    ground.session.selection.clear()

    def seen() -> QImage:
        return ground.port.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    bare = seen()
    held = ground.hub.allocation_on(ground.desk(SEATED[0]).id, ground.session.as_at)
    assert held is not None
    ground.session.do(lambda hub: placing.pin(hub, [held.id]))
    assert seen() != bare
    assert scene.dressing.pinned == 1
    ground.window.actions_["layer.show-pins"].trigger()
    assert not ground.plan.shows(Layer.PINS)
    assert seen() == bare
    ground.window.actions_["layer.show-pins"].trigger()
    assert seen() != bare
    ground.session.undo()
    assert seen() == bare
