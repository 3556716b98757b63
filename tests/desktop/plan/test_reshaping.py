"""Corners, edges and turning handles; what it costs whom is shown before letting go."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.preview_bar import PreviewBar
from hubdesk.editing import locks
from tests.desktop.mouse import LEFT
from tests.desktop.on_plan import OnPlan

POD = "G-POD1"


def test_a_corner_is_dragged_in_one_change(ground: OnPlan) -> None:
    ground.plan.set_snap(on=False)
    ground.choose(POD)
    before = ground.area(POD).outline
    ground.drag(ground.corner(POD, 2), ground.corner(POD, 2) + QPoint(-12, -12))
    after = ground.area(POD).outline
    assert after[2] != before[2]
    assert (after[0], after[1], after[3]) == (before[0], before[1], before[3])
    assert ground.session.undo_stack.undoText() == f"Reshape area {POD}"
    ground.undo_all()
    assert ground.hub == ground.first


def test_an_edge_goes_out_and_in_and_keeps_its_direction(ground: OnPlan) -> None:
    ground.choose(POD)
    ground.view.zoom(3, ground.at(25.5, 16))
    before = ground.area(POD).outline
    grip = (ground.corner(POD, 1) * 3 + ground.corner(POD, 2)) / 4
    ground.drag(grip, grip + QPoint(-40, 25))
    after = ground.area(POD).outline
    assert after[1].x == after[2].x < before[1].x
    assert (after[1].y, after[2].y) == (before[1].y, before[2].y)
    assert (after[0], after[3]) == (before[0], before[3])


def test_a_corner_is_put_in_and_taken_away_by_mouse_and_delete(ground: OnPlan) -> None:
    ground.choose(POD)
    ground.view.zoom(3, ground.at(25.5, 16))
    plus = (ground.corner(POD, 1) + ground.corner(POD, 2)) / 2
    ground.drag(plus, plus + QPoint(60, 0))
    assert len(ground.area(POD).outline) == 5
    ground.click(ground.corner(POD, 2))
    ground.press("Del")
    assert len(ground.area(POD).outline) == 4
    assert POD in ground.hub.area_codes
    ground.undo_all()
    assert ground.hub == ground.first


def test_a_double_click_on_an_edge_puts_a_corner_there(ground: OnPlan) -> None:
    ground.choose(POD)
    ground.view.zoom(3, ground.at(25.5, 16))
    at = (ground.corner(POD, 0) * 3 + ground.corner(POD, 1)) / 4
    QTest.mouseDClick(ground.port, LEFT, pos=at)
    assert len(ground.area(POD).outline) == 5


def test_an_outline_that_crosses_itself_is_refused_and_esc_gives_up(ground: OnPlan) -> None:
    ground.choose(POD)
    ground.drag(ground.corner(POD, 2), ground.at(25.5, 13))
    assert [one.code for one in ground.refusals] == ["outline-no-space"]
    assert ground.hub == ground.first
    QTest.mousePress(ground.port, LEFT, pos=ground.corner(POD, 2))
    QTest.mouseMove(ground.port, ground.corner(POD, 2) + QPoint(30, 30))
    ground.press("Esc")
    QTest.mouseRelease(ground.port, LEFT, pos=ground.corner(POD, 2) + QPoint(30, 30))
    assert ground.hub == ground.first
    assert ground.plan.preview.foreseen is None


def test_a_locked_area_has_no_handles(ground: OnPlan) -> None:
    pod = ground.area(POD)
    ground.session.do(lambda hub: locks.lock(hub, (), [pod.id]))
    ground.choose(POD)
    locked = ground.hub
    ground.drag(ground.corner(POD, 2), ground.corner(POD, 2) + QPoint(30, 30))
    assert ground.hub == locked


def test_reshaping_sole_use_says_who_pays_more_before_letting_go(ground: OnPlan, qtbot: QtBot) -> None:
    ground.choose("G-PRO")
    start = ground.corner("G-PRO", 3)
    bar = ground.port.findChild(PreviewBar)
    assert bar is not None
    QTest.mousePress(ground.port, LEFT, pos=start)
    QTest.mouseMove(ground.port, start + QPoint(10, -10))
    QTest.mouseMove(ground.port, start + QPoint(30, -40))
    qtbot.waitUntil(lambda: "PRO -£" in bar.words.replace("\n", " "), timeout=5000)
    assert bar.isVisible()
    assert "In sum £0.00" in bar.words
    assert ground.hub == ground.first
    ground.press("Esc")
    assert not bar.isVisible()
    QTest.mouseRelease(ground.port, LEFT, pos=start)
    assert ground.hub == ground.first


def test_moving_a_pod_says_that_no_charges_change(ground: OnPlan, qtbot: QtBot) -> None:
    ground.choose(POD)
    bar = ground.port.findChild(PreviewBar)
    assert bar is not None
    at = ground.at(25.5, 16.5)
    QTest.mousePress(ground.port, LEFT, pos=at)
    QTest.mouseMove(ground.port, at + QPoint(12, 0))
    qtbot.waitUntil(lambda: "No charges change" in bar.words, timeout=5000)
    QTest.mouseRelease(ground.port, LEFT, pos=at + QPoint(12, 0))
    assert not bar.isVisible()


def test_desks_are_turned_by_their_handle(ground: OnPlan) -> None:
    ground.choose("G-021")
    ground.view.zoom(2, ground.on("G-021"))
    desk = ground.desk("G-021")
    above = ground.at(desk.x_mm / 1000, (desk.y_mm - desk.width_mm / 2) / 1000)
    handle = next(
        QPoint(above.x(), y)
        for y in range(above.y(), above.y() - 60, -1)
        if ground.select.turns_at(QPoint(above.x(), y))
    )
    centre = ground.on("G-021")
    reach = centre.y() - handle.y()
    ground.drag(handle, centre + QPoint(reach, -3))
    assert ground.desk("G-021").rotation == (desk.rotation + 90) % 360
    assert (ground.desk("G-021").x_mm, ground.desk("G-021").y_mm) == (desk.x_mm, desk.y_mm)
    assert ground.session.undo_stack.count() == 1


def test_shift_r_and_back_is_as_it_was(ground: OnPlan) -> None:
    ground.choose("G-021", "G-024")
    ground.press("Shift+R")
    assert ground.hub != ground.first
    ground.press("Alt+Shift+R")
    assert ground.hub == ground.first
