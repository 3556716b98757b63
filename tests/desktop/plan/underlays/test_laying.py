"""An underlay is set to scale, moved, turned, faded, locked, replaced and removed."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.options.calibrate import CalibrateOptions
from hubdesk.desktop.plan.plan import Layer
from hubdesk.domain.geometry import Point
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import LEFT, NO_KEY, drag
from tests.desktop.plan.underlays.on_underlays import OnUnderlays
from tests.exchange.underlays.dotted import picture, quartered
from tests.exchange.underlays.drawings import drawing, file_of, room


@pytest.fixture
def scan(floor: OnUnderlays) -> OnUnderlays:
    """A scan of 2,000 by 1,000 dots, 20 m wide until it is set to scale."""
    floor.add("scan.png", picture(quartered((2_000, 1_000))))
    return floor


def options(floor: OnUnderlays) -> CalibrateOptions:
    tool = floor.view.tool
    assert tool is not None
    strip = tool.options()
    assert isinstance(strip, CalibrateOptions)
    return strip


def is_drafted(floor: OnUnderlays) -> bool:
    """Whether the plan shows an underlay otherwise than the hub has it."""
    return floor.plan.underlays.draft is not None


def hidden(floor: OnUnderlays) -> set[str]:
    return set(floor.underlay.hidden_layers)


def test_two_clicks_and_a_distance_set_the_scale(scan: OnUnderlays) -> None:
    before = scan.hub
    scan.press("K")
    a, b = scan.at(5, 5), scan.at(15, 5)
    scan.click(a)
    scan.click(b)
    strip = options(scan)
    assert QApplication.focusWidget() is strip.field
    apart = round(scan.view.mapToScene(b).x(), 3) - round(scan.view.mapToScene(a).x(), 3)
    type_text(strip.field, "25")
    scale = 25 / apart * 10
    assert f"1 px = {scale:.4g} mm; it was 1 px = 10 mm" in strip.read_out.text()
    press(strip.field, "Return")
    assert float(scan.underlay.mm_per_unit) == pytest.approx(scale, abs=0.01)
    assert scan.view.hasFocus()
    scan.session.undo()
    assert scan.hub == before


def test_a_drag_sets_both_points_and_escape_lets_go_of_them(scan: OnUnderlays) -> None:
    before = scan.hub
    scan.press("K")
    drag(scan.port, scan.at(2, 2), scan.at(8, 2))
    strip = options(scan)
    type_text(strip.field, "3")
    assert strip.button.isEnabled()
    press(strip.field, "Esc")
    assert not strip.button.isEnabled()
    assert scan.view.tool is not None
    assert not scan.view.tool.busy
    assert scan.hub == before


def test_the_scale_is_set_by_keys_alone(scan: OnUnderlays) -> None:
    scan.press("K")
    scan.press("Right")
    scan.press("Return")
    for _ in range(5):
        scan.press("Shift+Right")
    scan.press("Return")
    strip = options(scan)
    type_text(strip.field, "10 m")
    press(strip.field, "Return")
    assert scan.underlay.mm_per_unit == 20


def test_the_points_snap_to_the_ends_of_a_drawing(floor: OnUnderlays) -> None:
    document = drawing()
    room(document)
    floor.add("survey.dxf", file_of(document))
    floor.agree()
    floor.do("tool.calibrate")
    floor.click(floor.at(0, 0) + QPoint(4, 4))
    floor.click(floor.at(12, 0) + QPoint(-3, 5))
    strip = options(floor)
    type_text(strip.field, "12")
    assert strip.read_out.text().endswith("1 unit = 1 mm; it was 1 unit = 1 mm")


def test_a_drag_moves_it_and_is_one_change(scan: OnUnderlays) -> None:
    before = scan.hub
    scan.press("U")
    scan.drag(scan.at(3, 3), scan.at(5, 4))
    under = scan.underlay
    assert (under.x_mm, under.y_mm) == pytest.approx((2_000, 1_000), abs=40)
    scan.session.undo()
    assert scan.hub == before


def test_escape_in_a_drag_leaves_it_where_it_was(scan: OnUnderlays) -> None:
    before = scan.hub
    scan.press("U")
    drag_to = scan.at(9, 9)
    QTest.mousePress(scan.port, LEFT, NO_KEY, scan.at(3, 3))
    QTest.mouseMove(scan.port, drag_to)
    assert is_drafted(scan)
    scan.press("Esc")
    QTest.mouseRelease(scan.port, LEFT, NO_KEY, drag_to)
    assert not is_drafted(scan)
    assert scan.hub == before


def test_what_is_locked_stays_and_says_so(scan: OnUnderlays) -> None:
    scan.do("underlay.lock")
    before = scan.hub
    scan.press("U")
    scan.drag(scan.at(3, 3), scan.at(5, 4))
    scan.press("Right")
    assert scan.hub == before
    assert {one.code for one in scan.refusals} == {"locked"}
    assert "Unlock it" in scan.refusals[0].remedy


def test_with_its_layer_it_is_locked_as_well(scan: OnUnderlays) -> None:
    before = scan.hub
    scan.plan.toggle_lock(Layer.UNDERLAY)
    scan.press("U")
    scan.press("Right")
    assert scan.hub == before
    assert "Layers panel" in scan.refusals[0].remedy


def test_arrows_and_brackets_move_and_turn_it(scan: OnUnderlays) -> None:
    scan.press("U")
    scan.press("Right")
    scan.press("Shift+Down")
    assert (scan.underlay.x_mm, scan.underlay.y_mm) == (100, 1_000)
    scan.press("]")
    assert scan.underlay.rotation == 1
    scan.press("[")
    assert scan.underlay.rotation == 0


def test_exact_places_and_turns_are_typed_in_the_panel(scan: OnUnderlays) -> None:
    fields = scan.panel.fields
    fields.left_edge.setValue(1.234)
    assert (scan.underlay.x_mm, scan.underlay.y_mm) == (1_234, 0)
    centre = Point(1_234 + 10_000, 5_000)
    fields.right.click()
    assert scan.underlay.rotation == 90
    assert (scan.underlay.x_mm, scan.underlay.y_mm) == (centre.x + 5_000, centre.y - 10_000)
    fields.rotation.setValue(0)
    assert (scan.underlay.x_mm, scan.underlay.y_mm) == (1_234, 0)
    fields.name.setText("Survey of 2026")
    fields.name.editingFinished.emit()
    assert scan.underlay.name == "Survey of 2026"
    scan.undo_all()
    assert scan.hub == scan.first


def test_a_name_that_cannot_be_is_refused_and_the_old_one_stands(scan: OnUnderlays) -> None:
    fields = scan.panel.fields
    fields.name.setText("  ")
    fields.name.editingFinished.emit()
    assert scan.underlay.name == "scan"
    assert fields.name.text() == "scan"


def test_a_slide_fades_at_once_and_is_one_change_at_its_end(scan: OnUnderlays, qtbot: QtBot) -> None:
    before = scan.session.undo_stack.count()
    slider = scan.panel.fields.fade.slider
    slider.setSliderDown(True)
    for opacity in (60, 70, 80):
        slider.setValue(opacity)
        assert scan.plan.underlays.draft is not None
        assert scan.plan.underlays.draft.opacity == opacity
    assert scan.underlay.opacity == 50
    slider.setSliderDown(False)
    assert scan.underlay.opacity == 80
    assert not is_drafted(scan)
    assert scan.session.undo_stack.count() == before + 1
    press(slider, "Right")
    press(slider, "Right")
    qtbot.waitUntil(lambda: scan.underlay.opacity == 82)
    assert scan.session.undo_stack.count() == before + 2


def test_layers_of_a_drawing_are_switched_in_the_panel(floor: OnUnderlays) -> None:
    document = drawing()
    room(document)
    document.modelspace().add_line((0, 0), (100, 0), dxfattribs={"layer": "TEXT"})
    floor.add("survey.dxf", file_of(document))
    floor.agree()
    layers = floor.panel.layers
    assert layers.isVisibleTo(floor.panel)
    layers.switch("WALLS")
    assert hidden(floor) == {"WALLS"}
    layers.switch("WALLS")
    assert hidden(floor) == set()


def test_another_file_lies_where_the_first_lay_at_the_same_width(scan: OnUnderlays) -> None:
    scan.replace("newer.png", picture(quartered((4_000, 2_000))))
    under = scan.underlay
    assert (int(under.width), under.mm_per_unit) == (4_000, Decimal(5))
    assert "no desk was touched" in scan.told[-1].what
    scan.session.undo()
    assert scan.underlay.width == 2_000


def test_it_is_removed_and_comes_back(scan: OnUnderlays) -> None:
    scan.do("underlay.remove")
    assert scan.hub == scan.first
    assert scan.room.layer.items == {}
    scan.session.undo()
    assert scan.room.layer.items.keys() == {scan.underlay.id}
    assert scan.room.layer.items[scan.underlay.id].drawing is not None


def test_of_two_the_list_says_which_is_meant_and_which_is_on_top(scan: OnUnderlays) -> None:
    scan.add("above.png", picture(quartered((200, 100))))
    rows = scan.panel.list
    assert [rows.item(row).text() for row in range(2)] == ["scan (PNG)", "above (PNG)"]
    assert rows.currentRow() == 1
    rows.setCurrentRow(0)
    assert scan.plan.underlays.underlay is not None
    assert scan.plan.underlays.underlay.name == "scan"
