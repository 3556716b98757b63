"""Selecting by the mouse: clicks, Shift, marquee, lasso, what lies underneath."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hubdesk.desktop.plan.plan import Layer
from tests.desktop.keys import press
from tests.desktop.mouse import LEFT
from tests.desktop.on_plan import OnPlan

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_a_click_selects_and_shift_adds_and_takes_away(ground: OnPlan) -> None:
    ground.click(ground.on("G-001"))
    assert ground.selected() == {"G-001"}
    ground.click(ground.on("G-002"), SHIFT)
    assert ground.selected() == {"G-001", "G-002"}
    ground.click(ground.on("G-001"), SHIFT)
    assert ground.selected() == {"G-002"}
    ground.press("Esc")
    assert ground.selected() == set()


def test_an_area_is_selected_by_its_edge_and_where_it_is_empty(ground: OnPlan) -> None:
    ground.view.zoom(3, ground.at(27, 16))
    ground.click(ground.at(25.5, 16.4))
    assert ground.selected() == {"G-POD1"}
    ground.click(ground.at(27.3, 15.5))
    assert ground.selected() == {"G-POD2"}
    ground.view.fit_floor()
    ground.click(ground.at(-1, -1))
    assert ground.selected() == set()


def test_clicking_again_reaches_what_lies_underneath(ground: OnPlan) -> None:
    at = ground.on("G-001")
    ground.click(at)
    ground.click(at + QPoint(40, 40))
    ground.click(at)
    assert ground.selected() == {"G-001"}
    ground.click(at)
    assert ground.selected() == {"G-JCP"}
    ground.click(at)
    assert ground.selected() == {"G-001"}


def test_left_to_right_takes_what_is_inside_and_right_to_left_what_is_touched(people: OnPlan) -> None:
    above, below = people.at(4.3, 0.6), people.at(5.1, 7.7)
    people.drag(above, below)
    assert people.selected() == set(), "the desks go beyond it on one side"
    people.drag(below, above)
    assert people.selected() == {"1-001", "1-002", "1-003", "1-004"}
    people.drag(people.at(4.3, 7.7), people.at(5.3, 0.6))
    assert people.selected() == {"1-001", "1-002", "1-003", "1-004"}


def test_shift_and_a_marquee_add(people: OnPlan) -> None:
    people.choose("1-084")
    people.drag(people.at(2, -1), people.at(15.5, 8.2), SHIFT)
    assert people.selected() == {"1-084", *(f"1-{number:03}" for number in range(1, 25))}


def test_a_lasso_takes_what_lies_inside_it(ground: OnPlan) -> None:
    press(ground.window, "L")
    _stroke(ground, [(0.05, 10), (13, 10), (13, 17.9), (0.05, 17.9)])
    hub, jobcentre = ground.hub, ground.area("G-JCP")
    assert ground.selected() == {one.code for one in hub.desks.values() if hub.area_of(one) == jobcentre}


def test_alt_and_a_drag_is_a_lasso_too_and_esc_lets_go_of_it(ground: OnPlan) -> None:
    QTest.mousePress(ground.port, LEFT, ALT, ground.at(13.1, 9.95))
    for x, y in ((0.1, 9.95), (0.1, 17.9), (13.1, 17.9)):
        QTest.mouseMove(ground.port, ground.at(x, y))
    ground.press("Esc")
    assert not ground.select.busy
    QTest.mouseRelease(ground.port, LEFT, ALT, ground.at(13.1, 17.9))
    assert ground.selected() == set()


def test_what_is_on_a_locked_layer_is_not_picked(ground: OnPlan) -> None:
    ground.plan.toggle_lock(Layer.DESKS)
    ground.click(ground.on("G-001"))
    assert ground.selected() == {"G-JCP"}


def _stroke(on: OnPlan, corners: list[tuple[float, float]]) -> None:
    QTest.mousePress(on.port, LEFT, pos=on.at(*corners[0]))
    for corner in (*corners[1:], corners[0]):
        QTest.mouseMove(on.port, on.at(*corner))
    QTest.mouseRelease(on.port, LEFT, pos=on.at(*corners[0]))
