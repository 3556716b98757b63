"""Dragging and nudging: desks and areas, copies, what is locked, what snaps, Esc, one change each."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.plan import Layer
from hubdesk.editing import desks, locks
from tests.desktop.mouse import LEFT
from tests.desktop.on_plan import OnPlan

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_all_that_is_selected_goes_in_one_change_and_undo_gives_back_the_very_hub(ground: OnPlan) -> None:
    ground.choose("G-001", "G-002", "G-POD1")
    before = {code: ground.desk(code).x_mm for code in ("G-001", "G-002")}
    pod = ground.area("G-POD1").outline
    ground.drag(ground.on("G-001"), ground.on("G-001") + QPoint(60, 0))
    way = ground.desk("G-001").x_mm - before["G-001"]
    assert way > 0
    assert ground.desk("G-002").x_mm - before["G-002"] == way
    assert ground.area("G-POD1").outline == tuple(corner._replace(x=corner.x + way) for corner in pod)
    assert ground.session.undo_stack.count() == 1
    ground.undo_all()
    assert ground.hub == ground.first


def test_an_area_takes_the_desks_in_it_along(ground: OnPlan) -> None:
    jobcentre = ground.area("G-JCP")
    inside = [one for one in ground.hub.desks.values() if ground.hub.area_of(one) == jobcentre]
    ground.choose("G-JCP")
    ground.plan.set_snap(on=False)
    ground.drag(ground.at(0.5, 13.9), ground.at(1.5, 13.9))
    assert ground.area("G-JCP") != jobcentre
    ways = {ground.desk(one.code).x_mm - one.x_mm for one in inside}
    assert ways == {ground.area("G-JCP").outline[0].x - jobcentre.outline[0].x}


def test_shift_keeps_to_one_direction(ground: OnPlan) -> None:
    desk = ground.desk("G-001")
    ground.drag(ground.on("G-001"), ground.on("G-001") + QPoint(60, 9), SHIFT)
    assert ground.selected() == {"G-001"}
    assert (ground.desk("G-001").x_mm > desk.x_mm, ground.desk("G-001").y_mm) == (True, desk.y_mm)


def test_ctrl_drags_a_copy_and_selects_it(ground: OnPlan) -> None:
    count = len(ground.hub.desks)
    ground.drag(ground.on("G-001"), ground.on("G-001") + QPoint(0, 80), CONTROL)
    assert len(ground.hub.desks) == count + 1
    assert ground.desk("G-001") == ground.first.desk_codes["G-001"]
    (copy,) = ground.selected()
    assert copy not in ground.first.desk_codes
    assert ground.desk(copy).first == ground.session.as_at


def test_a_drag_of_what_a_colleague_takes_away_is_over(ground: OnPlan) -> None:
    """The next time the copy was drawn, the desk that it was a copy of was not there."""
    start, desk = ground.on("G-021"), ground.desk("G-021")
    QTest.keyPress(ground.port, Qt.Key.Key_Control)
    QTest.mousePress(ground.port, LEFT, CONTROL, start)
    QTest.mouseMove(ground.port, start + QPoint(50, 20))
    busy = ground.select.busy
    assert busy
    ground.session.do(lambda hub: desks.remove(hub, desk.id))
    after = ground.hub
    still = ground.select.busy
    assert not still
    ground.view.grab()
    QTest.mouseRelease(ground.port, LEFT, CONTROL, start + QPoint(90, 20))
    assert ground.hub is after


def test_esc_leaves_all_as_it_was(ground: OnPlan) -> None:
    start = ground.on("G-001")
    QTest.mousePress(ground.port, LEFT, pos=start)
    QTest.mouseMove(ground.port, start + QPoint(50, 20))
    assert ground.select.busy
    ground.press("Esc")
    QTest.mouseMove(ground.port, start + QPoint(90, 20))
    QTest.mouseRelease(ground.port, LEFT, pos=start + QPoint(90, 20))
    assert ground.hub == ground.first
    assert not ground.session.undo_stack.canUndo()


def test_what_is_locked_stays_and_says_so(ground: OnPlan) -> None:
    ids = {code: ground.desk(code).id for code in ("G-001", "G-002")}
    ground.session.do(lambda hub: locks.lock(hub, [ids["G-001"]]))
    locked = ground.hub
    ground.drag(ground.on("G-001"), ground.on("G-001") + QPoint(60, 0))
    assert ground.hub == locked
    ground.press("Right")
    assert [one.code for one in ground.refusals] == ["locked"]
    ground.choose("G-001", "G-002")
    ground.press("Shift+Right")
    assert ground.desk("G-001") == locked.desk_codes["G-001"]
    assert ground.desk("G-002").x_mm == locked.desk_codes["G-002"].x_mm + 1_000


def test_a_locked_layer_stays(ground: OnPlan) -> None:
    ground.choose("G-001", "G-POD1")
    ground.plan.toggle_lock(Layer.DESKS)
    ground.press("Right")
    assert ground.desk("G-001") == ground.first.desk_codes["G-001"]
    assert ground.area("G-POD1") != ground.first.area_codes["G-POD1"]


def test_a_drag_snaps_to_what_stands_and_alt_holds_it_off(ground: OnPlan) -> None:
    ground.plan.set_snap(grid=False)
    ground.view.zoom(3, ground.on("G-001"))
    desk = ground.desk("G-001")
    start = ground.on("G-001")
    QTest.mousePress(ground.port, LEFT, pos=start)
    QTest.mouseMove(ground.port, start + QPoint(0, 12))
    QTest.mouseMove(ground.port, start + QPoint(2, 3))
    QTest.mouseRelease(ground.port, LEFT, pos=start + QPoint(2, 3))
    assert ground.desk("G-001").x_mm == desk.x_mm, "its edges were in line with its neighbours'"
    ground.drag(start, start + QPoint(12, 3), ALT)
    assert ground.desk("G-001").x_mm != desk.x_mm


def test_a_held_arrow_key_is_one_change(ground: OnPlan) -> None:
    ground.choose("G-001")
    before = ground.desk("G-001").x_mm
    _hold(ground, Qt.Key.Key_Right, times=7)
    assert ground.desk("G-001").x_mm == before + 700
    assert ground.session.undo_stack.count() == 1
    ground.plan.set_snap(grid=False)
    ground.press("Left")
    ground.press("Shift+Left")
    assert ground.desk("G-001").x_mm == before + 700 - 10 - 100
    ground.undo_all()
    assert ground.hub == ground.first


def test_a_nudge_is_not_lost_when_its_key_is_never_let_go(ground: OnPlan) -> None:
    ground.choose("G-001")
    before = ground.desk("G-001").x_mm
    _send(ground, QEvent.Type.KeyPress, Qt.Key.Key_Right)
    ground.session.selection.clear()
    assert ground.desk("G-001").x_mm == before + 100
    ground.choose("G-001")
    _send(ground, QEvent.Type.KeyPress, Qt.Key.Key_Right)
    ground.view.clearFocus()
    assert ground.desk("G-001").x_mm == before + 200


def test_esc_takes_a_nudge_back(ground: OnPlan) -> None:
    ground.choose("G-001")
    _send(ground, QEvent.Type.KeyPress, Qt.Key.Key_Right)
    ground.press("Esc")
    assert ground.hub == ground.first
    assert ground.selected() == {"G-001"}


def _hold(on: OnPlan, key: Qt.Key, times: int) -> None:
    for time in range(times):
        _send(on, QEvent.Type.KeyPress, key, repeated=time > 0)
        if time < times - 1:
            _send(on, QEvent.Type.KeyRelease, key, repeated=True)
    _send(on, QEvent.Type.KeyRelease, key)


def _send(on: OnPlan, kind: QEvent.Type, key: Qt.Key, *, repeated: bool = False) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeated)
    QApplication.sendEvent(on.view, event)
