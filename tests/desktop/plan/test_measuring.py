"""The measuring tool: a drag, a chain of clicks, keys, Esc; the hub stays as it is."""

from PySide6.QtTest import QTest

from tests.desktop.mouse import LEFT
from tests.desktop.on_plan import OnPlan


def test_a_drag_measures_from_corner_to_corner(ground: OnPlan) -> None:
    ground.press("M")
    ground.drag(ground.corner("G-POD1", 0), ground.corner("G-POD1", 2))
    assert ground.measure.words == "3.61 m   311.6°\n→ 2.40 m   ↓ 2.70 m"
    ground.press("Esc")
    assert ground.measure.words == ""
    assert ground.hub == ground.first


def test_clicks_make_a_chain_that_a_double_click_ends(ground: OnPlan) -> None:
    ground.press("M")
    for place in (0, 1, 2):
        ground.click(ground.corner("G-POD1", place))
    assert ground.measure.words.endswith("in all 5.10 m")
    QTest.mouseDClick(ground.port, LEFT, pos=ground.corner("G-POD1", 2))
    QTest.mouseMove(ground.port, ground.at(30, 5))
    assert ground.measure.words.endswith("in all 5.10 m")


def test_keys_measure_too(ground: OnPlan) -> None:
    ground.press("M")
    ground.press("Return")
    ground.press("Shift+Right")
    ground.press("Return")
    assert ground.measure.words == "1.00 m   0.0°\n→ 1.00 m   ↓ 0.00 m"
