"""Cutting an area in two by a line."""

from PySide6.QtTest import QTest

from tests.desktop.mouse import LEFT
from tests.desktop.on_plan import OnPlan


def pods(on: OnPlan) -> set[str]:
    return {code for code in on.hub.area_codes if code.startswith("G-POD")}


def test_two_clicks_cut_a_pod_and_undo_makes_it_whole(ground: OnPlan) -> None:
    ground.press("C")
    ground.click(ground.at(25.5, 14.5))
    assert pods(ground) == {"G-POD1", "G-POD2"}
    ground.click(ground.at(25.5, 17.6))
    assert pods(ground) == {"G-POD1", "G-POD1-2", "G-POD2"}
    ground.undo_all()
    assert ground.hub == ground.first


def test_a_drag_cuts_the_area_that_is_selected(ground: OnPlan) -> None:
    ground.choose("G-HALL")
    ground.press("C")
    ground.drag(ground.at(13, 12), ground.at(18.2, 12))
    (new,) = ground.hub.area_codes.keys() - ground.first.area_codes.keys()
    assert new.startswith("G-HALL")
    assert ground.session.undo_stack.count() == 1


def test_esc_lets_go_of_the_cut_and_a_cut_beside_it_is_refused(ground: OnPlan) -> None:
    ground.choose("G-POD1")
    ground.press("C")
    ground.click(ground.at(25.5, 14.5))
    ground.press("Esc")
    ground.click(ground.at(10, 11))
    ground.click(ground.at(12, 11))
    assert [one.code for one in ground.refusals] == ["cut-not-through-once"]
    assert ground.hub == ground.first


def test_a_half_drawn_cut_is_dropped_with_the_tool(ground: OnPlan) -> None:
    ground.press("C")
    QTest.mousePress(ground.port, LEFT, pos=ground.at(25.5, 14.5))
    ground.press("V")
    QTest.mouseRelease(ground.port, LEFT, pos=ground.at(25.5, 17.6))
    assert ground.hub == ground.first
