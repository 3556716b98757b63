"""Moving about on the plan, with wheel, mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.window import MainWindow
from tests.desktop.keys import press
from tests.desktop.mouse import drag

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(parkside_window: MainWindow) -> PlanView:
    assert parkside_window.workspace is not None
    shown = parkside_window.workspace.plan_page.view
    shown.setFocus()
    return shown


def wheel(
    view: PlanView,
    at: QPoint,
    turned: QPoint,
    *,
    slid: QPoint | None = None,
    held: Qt.KeyboardModifier = NO_KEY,
) -> None:
    """Turn the wheel, or slide two fingers by `slid`, over the view."""
    phase = Qt.ScrollPhase.ScrollUpdate if slid else Qt.ScrollPhase.NoScrollPhase
    spot, globally = QPointF(at), QPointF(view.viewport().mapToGlobal(at))
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(spot, globally, slid or QPoint(), turned, none, held, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def centre(view: PlanView) -> QPointF:
    return view.mapToScene(view.viewport().rect().center())


def test_the_wheel_zooms_and_what_is_under_the_cursor_stays(view: PlanView) -> None:
    at, before = QPoint(300, 200), view.pixels_per_metre
    under = view.mapToScene(at)
    for _ in range(5):
        wheel(view, at, QPoint(0, 120))
    assert view.pixels_per_metre == pytest.approx(before * 1.2**5)
    assert (view.mapToScene(at) - under).manhattanLength() < 6 / view.pixels_per_metre


def test_zooming_ends_where_nothing_more_is_to_be_seen(view: PlanView) -> None:
    for _ in range(60):
        wheel(view, QPoint(300, 200), QPoint(0, 120))
    assert view.pixels_per_metre == pytest.approx(800)
    for _ in range(120):
        wheel(view, QPoint(300, 200), QPoint(0, -120))
    assert view.pixels_per_metre == pytest.approx(0.2)


def test_a_touchpad_slides_the_paper_and_zooms_with_ctrl(view: PlanView) -> None:
    view.zoom(4)
    before, scale = centre(view), view.pixels_per_metre
    wheel(view, QPoint(300, 200), QPoint(0, -80), slid=QPoint(-30, -40))
    assert centre(view).x() - before.x() == pytest.approx(30 / scale)
    assert centre(view).y() - before.y() == pytest.approx(40 / scale)
    assert view.pixels_per_metre == pytest.approx(scale)
    wheel(view, QPoint(300, 200), QPoint(0, 80), slid=QPoint(0, 40), held=Qt.KeyboardModifier.ControlModifier)
    assert view.pixels_per_metre > scale * 1.1


def test_shift_and_the_wheel_go_sideways(view: PlanView) -> None:
    view.zoom(4)
    before = centre(view)
    wheel(view, QPoint(300, 200), QPoint(0, -120), held=Qt.KeyboardModifier.ShiftModifier)
    assert centre(view).x() > before.x()
    assert centre(view).y() == pytest.approx(before.y())


def test_space_lends_the_hand_whatever_tool_is_held(view: PlanView) -> None:
    view.zoom(4)
    before, held = centre(view), view.plan.session.selection.ids
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    drag(view.viewport(), QPoint(300, 300), QPoint(200, 250))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    moved = centre(view) - before
    assert moved.x() == pytest.approx(100 / view.pixels_per_metre)
    assert moved.y() == pytest.approx(50 / view.pixels_per_metre)
    assert view.plan.session.selection.ids == held
    assert not view.plan.session.undo_stack.count()
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_middle_button_drags_the_paper(view: PlanView) -> None:
    view.zoom(4)
    before = centre(view)
    QTest.mousePress(view.viewport(), Qt.MouseButton.MiddleButton, NO_KEY, QPoint(300, 300))
    QTest.mouseMove(view.viewport(), QPoint(260, 280))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.MiddleButton, NO_KEY, QPoint(260, 280))
    assert (centre(view) - before).x() == pytest.approx(40 / view.pixels_per_metre)


def test_keys_go_over_the_floor_zoom_and_show_all_of_it(view: PlanView) -> None:
    whole = view.pixels_per_metre
    press(view, "+")
    press(view, "+")
    assert view.pixels_per_metre == pytest.approx(whole * 1.25**2)
    before = centre(view)
    press(view, "Right")
    assert centre(view).x() > before.x()
    press(view, "-")
    assert view.pixels_per_metre == pytest.approx(whole * 1.25)
    press(view, "Home")
    assert view.pixels_per_metre == pytest.approx(whole)


def test_what_is_selected_fills_the_view(view: PlanView) -> None:
    session, floor = view.plan.session, view.plan.floor
    assert floor is not None
    desks = session.hub.desks_on_floor[floor.id][:4]
    session.selection.set(desk.id for desk in desks)
    view.fit_selection()
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(view.floor_scene.box_of(session.selection.ids))
    assert seen.width() < view.floor_scene.floor_rect.width() / 2


def test_each_floor_is_found_again_as_it_was_left(view: PlanView) -> None:
    ground, first, *_ = sorted(view.plan.session.hub.floors.values(), key=lambda floor: floor.level)
    view.zoom(5, QPoint(200, 150))
    left_at, scale = centre(view), view.pixels_per_metre
    view.plan.show_floor(first.id)
    assert view.pixels_per_metre < scale
    view.plan.show_floor(ground.id)
    assert view.pixels_per_metre == pytest.approx(scale)
    assert (centre(view) - left_at).manhattanLength() < 3 / scale


def test_a_scale_can_be_set(view: PlanView) -> None:
    view.set_scale_number(50)
    assert view.scale_number == pytest.approx(50)
    with pytest.raises(ValueError, match="0"):
        view.set_scale_number(0)


def test_a_floor_that_is_shown_whole_stays_whole_when_the_window_changes(view: PlanView) -> None:
    window, floor = view.window(), view.floor_scene.floor_rect
    view.fit_floor()
    window.resize(1000, 700)
    QTest.qWait(20)
    assert view.viewport().rect().contains(view.mapFromScene(floor).boundingRect())
    view.zoom(2)
    nearer = view.pixels_per_metre
    window.resize(1600, 900)
    QTest.qWait(20)
    assert view.pixels_per_metre == nearer, "somebody has chosen it"
