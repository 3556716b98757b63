"""Whole stories: a floor drawn from nothing over a PDF, the desks of a DXF; opened again, all is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.options.calibrate import CalibrateOptions
from hubdesk.desktop.window import MainWindow
from hubdesk.domain import checks
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.lying import on_floor
from hubdesk.domain.problem import Severity
from hubdesk.domain.underlay import Underlay
from tests.desktop.keys import press, type_text
from tests.desktop.plan.underlays.on_underlays import WITHIN_MS, OnUnderlays
from tests.desktop.plan.underlays.test_blocks import ask, office
from tests.exchange.underlays.dotted import pdf

MM = 72 / 25.4
"""Points in a millimetre."""
PAGE_MM = (420.0, 297.0)
SCALE = 80
"""The walls are drawn at 1:80."""
LEFT_MM, TOP_MM, WIDE_MM, DEEP_MM = 50.0, 60.0, 200.0, 100.0
"""The walls on the page."""


def sheet() -> bytes:
    """An A3 sheet with the walls of a house of 16 m by 8 m."""
    bottom = PAGE_MM[1] - TOP_MM - DEEP_MM
    walls = f"2 w {LEFT_MM * MM} {bottom * MM} {WIDE_MM * MM} {DEEP_MM * MM} re S"
    return pdf([walls])


def on_the_view(floor: OnUnderlays, under: Underlay, across_mm: float, down_mm: float) -> QPoint:
    """A place of the sheet, in millimetres on paper, as it is seen now."""
    place = on_floor(under, across_mm * MM, down_mm * MM)
    return floor.at(place.x / 1000, place.y / 1000)


def corners(floor: OnUnderlays) -> list[QPoint]:
    """The corners of the walls, as they are seen once the window has made room for a tool's options."""
    QTest.qWait(50)
    right, bottom = LEFT_MM + WIDE_MM, TOP_MM + DEEP_MM
    places = ((LEFT_MM, TOP_MM), (right, TOP_MM), (right, bottom), (LEFT_MM, bottom))
    return [on_the_view(floor, floor.underlay, *place) for place in places]


def opened_again(floor: OnUnderlays, qtbot: QtBot, folder: Path) -> MainWindow:
    """The window, after its hub was closed and opened from its file."""
    window = floor.window
    window.close_hub()
    assert window.workspace is None
    window.open(str(folder / "hub-0.hubdesk"))
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=WITHIN_MS)
    return window


def hub_of(window: MainWindow) -> Hub:
    assert window.workspace is not None
    return window.workspace.session.hub


def test_a_floor_is_drawn_from_nothing_over_a_pdf(floor: OnUnderlays, qtbot: QtBot, tmp_path: Path) -> None:
    floor.plan.set_snap(on=False)
    floor.add("House.pdf", sheet())
    notice = floor.told[0]
    assert notice.offers[0][0] == "Calibrate now"
    notice.offers[0][1]()
    a, b = corners(floor)[:2]
    floor.click(a)
    floor.click(b)
    assert floor.view.tool is not None
    strip = floor.view.tool.options()
    assert isinstance(strip, CalibrateOptions)
    type_text(strip.field, "16 m")
    press(strip.field, "Return")
    pixel = 1 / floor.view.pixels_per_metre
    true = 25.4 / 72 * SCALE
    assert float(floor.underlay.mm_per_unit) == pytest.approx(true, rel=2 * pixel / 16 + 0.001)

    floor.do("tool.floor-outline")
    for corner in corners(floor):
        floor.click(corner)
    floor.press("Return")
    ground = floor.hub.floor_codes["G"]
    assert len(ground.outline) == 4
    wide = max(x for x, _ in ground.outline) - min(x for x, _ in ground.outline)
    deep = max(y for _, y in ground.outline) - min(y for _, y in ground.outline)
    assert (wide, deep) == pytest.approx((16_000, 8_000), abs=4_000 * pixel)
    assert not [one for one in checks.problems(floor.hub) if one.severity is Severity.ERROR]

    drawn = floor.hub
    floor.undo_all()
    assert floor.hub == floor.first
    while floor.session.undo_stack.canRedo():
        floor.session.redo()
    assert floor.hub == drawn

    window = opened_again(floor, qtbot, tmp_path)
    assert hub_of(window) == drawn
    rooms = window.underlays
    assert rooms is not None
    (under,) = drawn.underlays.values()
    qtbot.waitUntil(lambda: rooms.layer.items[under.id].drawing is not None, timeout=WITHIN_MS)


def test_the_desks_of_a_dxf_come_in_and_stay(floor: OnUnderlays, qtbot: QtBot, tmp_path: Path) -> None:
    ask(floor, office(6)).go_on.click()
    assert len(floor.hub.desks) == 6
    floor.do("underlay.lock")
    floor.click(floor.at(1.3, 5.6))
    kept = floor.hub
    replaced = office(6)
    floor.replace("office, issue B.dxf", replaced)
    assert floor.hub.desks == kept.desks
    after = floor.hub
    window = opened_again(floor, qtbot, tmp_path)
    assert hub_of(window) == after
    assert {Point(one.x_mm, one.y_mm).y for one in hub_of(window).desks.values()} == {5_600}
