"""Drawing on the real plan: floor outlines, areas, desks; by mouse, and by keys alone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QSpinBox, QWidget

from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.area import AreaKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import click, drag


def bare_hub() -> Hub:
    """A hub of one floor, 20 m by 12 m, with nothing on it."""
    return a_hub().agency("AAA").agency("BBB").floor("G", width_m=20, depth_m=12).build()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(bare_hub())


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    assert window.workspace is not None
    page = window.workspace.plan_page
    page.plan.set_snap(objects=False)
    return page


def the_hub(page: PlanPage) -> Hub:
    return page.plan.session.hub


def the_floor(page: PlanPage) -> Floor:
    floor = page.plan.floor
    assert floor is not None
    return floor


def spot(view: PlanView, x: float, y: float) -> QPoint:
    """Where a place of the floor, in metres, is on the view."""
    return view.mapFromScene(metres(Point(round(x * 1000), round(y * 1000))))


def take(window: MainWindow, key: str) -> None:
    press(window, key)


def option(page: PlanPage, kind: type[QWidget], name: str) -> QWidget:
    [found] = [one for one in page.findChildren(kind) if one.accessibleName() == name and one.isVisible()]
    return found


def test_a_floor_is_outlined_corner_by_corner(window: MainWindow, page: PlanPage) -> None:
    view = page.view
    take(window, "O")
    for x, y in ((1, 1), (15, 1), (15, 6), (9, 6), (9, 10), (1, 10)):
        click(view.viewport(), spot(view, x, y))
    click(view.viewport(), spot(view, 1, 1))
    metre = 1000
    assert the_floor(page).outline == tuple(
        Point(x * metre, y * metre) for x, y in ((1, 1), (15, 1), (15, 6), (9, 6), (9, 10), (1, 10))
    )
    assert the_floor(page).width_mm == 15_000
    press(window, "Ctrl+Z")
    assert the_floor(page).outline == ()


def test_a_side_is_as_long_as_typed(window: MainWindow, page: PlanPage) -> None:
    view = page.view
    take(window, "A")
    click(view.viewport(), spot(view, 2, 2))
    for towards, length in (((9, 2), "6.21"), ((9, 8), "3.2"), ((2, 6), "6.21")):
        QTest.mouseMove(view.viewport(), spot(view, *towards))
        type_text(view, length)
        press(view, "Return")
    press(view, "Return")
    [area] = the_hub(page).areas.values()
    assert area.outline == (Point(2000, 2000), Point(8210, 2000), Point(8210, 5200), Point(2000, 5200))


def test_a_pod_is_drawn_as_a_box_and_taken_back(window: MainWindow, page: PlanPage) -> None:
    before = the_hub(page)
    take(window, "A")
    kind = option(page, QComboBox, "Kind of area")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findData(AreaKind.POD))
    drag(page.view.viewport(), spot(page.view, 3, 3), spot(page.view, 6, 5))
    [pod] = the_hub(page).areas.values()
    assert (pod.kind, pod.name, pod.code) == (AreaKind.POD, "Pod", "G-A1")
    assert pod.outline == (Point(3000, 3000), Point(6000, 3000), Point(6000, 5000), Point(3000, 5000))
    assert page.plan.session.selection.ids == {pod.id}
    press(window, "Ctrl+Z")
    assert the_hub(page) == before


def test_esc_leaves_the_hub_as_it_was(window: MainWindow, page: PlanPage) -> None:
    before, view = the_hub(page), page.view
    for key in ("O", "A", "D"):
        take(window, key)
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, 3, 3))
        QTest.mouseMove(view.viewport(), spot(view, 6, 6))
        press(view, "Esc")
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, 6, 6))
        assert view.tool is not None
        press(view, "Esc")
        assert not view.tool.busy
    assert the_hub(page) == before
    assert page.plan.session.undo_stack.count() == 0


def test_benches_are_dragged_out_and_numbered_on(window: MainWindow, page: PlanPage) -> None:
    take(window, "D")
    drag(page.view.viewport(), spot(page.view, 2, 2), spot(page.view, 10.1, 9.1))
    desks = the_hub(page).desks.values()
    assert len(desks) == 5 * 2 * 2  # five along, two benches of two rows
    assert sorted(desk.code for desk in desks)[0] == "G-001"
    assert sorted(desk.code for desk in desks)[-1] == "G-020"
    assert {desk.rotation for desk in desks} == {Decimal(0), Decimal(180)}
    drag(page.view.viewport(), spot(page.view, 12, 2), spot(page.view, 12, 2))
    assert len(the_hub(page).desks) == 21
    assert "G-021" in the_hub(page).desk_codes
    assert page.plan.session.undo_stack.undoText() == "Add desk G-021"


def test_desks_are_laid_out_by_keys_alone(window: MainWindow, page: PlanPage) -> None:
    take(window, "D")
    view = page.view
    view.setFocus()
    press(view, "Right")
    start = view.tool
    press(view, "Return")
    for _ in range(4):
        press(view, "Shift+Right")
    press(view, "Shift+Down")
    press(view, "Return")
    assert start is view.tool
    assert len(the_hub(page).desks) == 2 * 2


def test_desks_are_placed_where_typed(window: MainWindow, page: PlanPage) -> None:
    take(window, "D")
    for name, value in (("Columns", 3), ("Rows", 2)):
        field = option(page, QSpinBox, name)
        assert isinstance(field, QSpinBox)
        field.setValue(value)
    for name, metre in (("First x", 2.345), ("First y", 3.1), ("Width", 1.8), ("Pitch along", 2.0)):
        length = option(page, QDoubleSpinBox, name)
        assert isinstance(length, QDoubleSpinBox)
        length.setValue(metre)
    [button] = [one for one in page.findChildren(QPushButton) if one.text() == "&Place"]
    button.click()
    desks = the_hub(page).desk_codes
    assert len(desks) == 3 * 2 * 2
    assert (desks["G-001"].x_mm, desks["G-001"].y_mm, desks["G-001"].width_mm) == (2345, 3100, 1800)
    assert desks["G-002"].x_mm == 4345
