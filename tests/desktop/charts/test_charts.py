"""Charts: walked by keys, spoken, opened, and copied as pictures and as numbers; in any size and scheme."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubdesk.charging.run import Run
from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.charts.drawing import Drawing, plain_pounds
from hubdesk.desktop.charts.occupancy import OccupancyChart, OccupancyDrawing, ticks
from hubdesk.desktop.charts.shares import SharesChart, SharesDrawing, keys_of
from hubdesk.desktop.charts.waterfall import WaterfallChart, WaterfallDrawing
from hubdesk.desktop.theme import LIGHT, Scheme, Theme
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import pounds
from hubdesk.exchange.csv.tabbed import from_tabbed
from hubdesk.workflows.cost_shares import CostShares, cost_shares
from hubdesk.workflows.occupancy_over import OccupancyOver, occupancy_over
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.waterfall import Waterfall, waterfall
from tests.desktop.keys import press


@pytest.fixture(scope="module")
def run(parkside_hub: Hub) -> Run:
    return run_named(Standing(parkside_hub, 1, ()), "2026-27-Q3", None)


@pytest.fixture(scope="module")
def falls(run: Run) -> Waterfall:
    return waterfall(run)


@pytest.fixture(scope="module")
def shares(run: Run) -> CostShares:
    return cost_shares(run)


@pytest.fixture(scope="module")
def over(parkside_hub: Hub) -> OccupancyOver:
    return occupancy_over(parkside_hub, parkside_hub.charging_year(2026))


def on_screen(qtbot: QtBot, chart: Chart) -> None:
    qtbot.addWidget(chart)
    chart.resize(900, 600)
    chart.show()
    chart.activateWindow()
    assert QTest.qWaitForWindowActive(chart)
    chart.canvas.setFocus(Qt.FocusReason.TabFocusReason)


def stands_on(chart: Chart) -> str:
    spot = chart.canvas.spot
    return spot.key if spot else ""


def spoken(chart: Chart) -> str:
    return chart.canvas.accessibleDescription()


def test_the_waterfall_is_walked_spoken_and_opened(qtbot: QtBot, theme: Theme, falls: Waterfall) -> None:
    chart = WaterfallChart(theme)
    chart.show_data(falls)
    on_screen(qtbot, chart)
    told = []
    press(chart.canvas, "Home")
    for _ in falls.bars:
        told.append(spoken(chart))
        press(chart.canvas, "Down")
    assert all(
        words.startswith(f"{bar.words}: {pounds(bar.pence)}")
        for words, bar in zip(told, falls.bars, strict=True)
    )
    assert chart.said.text() == told[-1]
    opened: list[str] = []
    chart.activated.connect(opened.append)
    press(chart.canvas, "Up")
    press(chart.canvas, "Return")
    press(chart.canvas, "End")
    press(chart.canvas, "Space")
    assert opened == [falls.bars[-2].key, falls.bars[-1].key]


def test_a_bar_is_opened_by_a_double_click(qtbot: QtBot, theme: Theme, falls: Waterfall) -> None:
    chart = WaterfallChart(theme)
    chart.show_data(falls)
    on_screen(qtbot, chart)
    opened: list[str] = []
    chart.activated.connect(opened.append)
    laid = chart.canvas.laid
    assert laid is not None
    at: QPoint = laid.spots[4].box.center().toPoint()
    QTest.mouseDClick(chart.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert opened == [falls.bars[4].key]


def test_shares_are_walked_along_a_bar_and_from_bar_to_bar(
    qtbot: QtBot, theme: Theme, shares: CostShares
) -> None:
    chart = SharesChart(theme)
    chart.show_data(shares)
    on_screen(qtbot, chart)
    press(chart.canvas, "Home")
    press(chart.canvas, "Right")
    first, second = shares.bars[:2]
    assert spoken(chart).startswith(f"{first.words}, {first.parts[1].words}: {pounds(first.parts[1].pence)}")
    press(chart.canvas, "Down")
    assert spoken(chart).startswith(second.words)
    opened: list[str] = []
    chart.activated.connect(opened.append)
    press(chart.canvas, "Return")
    bar, part = keys_of(opened[0])
    assert bar == second.key
    assert part in {one.key for one in second.parts}


def test_the_year_is_walked_by_its_stretches(qtbot: QtBot, theme: Theme, over: OccupancyOver) -> None:
    chart = OccupancyChart(theme)
    chart.show_data(over, date(2026, 11, 23))
    on_screen(qtbot, chart)
    opened: list[str] = []
    chart.activated.connect(opened.append)
    press(chart.canvas, "Home")
    assert spoken(chart).startswith("1 April 2026 to ")
    for _ in over.stretches:
        press(chart.canvas, "Return")
        press(chart.canvas, "Right")
    assert opened == [one.first.isoformat() for one in over.stretches]


def test_one_stays_where_one_was_when_the_figures_change(
    qtbot: QtBot, theme: Theme, falls: Waterfall
) -> None:
    chart = WaterfallChart(theme)
    chart.show_data(falls)
    on_screen(qtbot, chart)
    chart.canvas.go_to("host")
    chart.show_data(Waterfall("Another", tuple(bar for bar in falls.bars if bar.key != "vacant")))
    assert stands_on(chart) == "host"
    chart.show_data(None)
    assert stands_on(chart) == ""
    assert not chart.copy_numbers.isEnabled()
    assert chart.said.text() == "There is nothing to pay yet."


def test_the_numbers_are_those_of_the_chart(
    qtbot: QtBot, theme: Theme, falls: Waterfall, shares: CostShares
) -> None:
    chart = WaterfallChart(theme)
    chart.show_data(falls)
    on_screen(qtbot, chart)
    press(chart.canvas, "Ctrl+C")
    heading, *rows = from_tabbed(QGuiApplication.clipboard().text())
    assert heading == ("", "£", "From £", "To £")
    assert [(row[0], row[1]) for row in rows] == [(bar.words, plain_pounds(bar.pence)) for bar in falls.bars]
    numbers = SharesDrawing(shares).numbers
    assert [row[0] for row in numbers[1:]] == [bar.words for bar in shares.bars]
    for row in numbers[1:]:
        *parts, total = (round(float(figure) * 100) for figure in row[1:])
        assert sum(parts) == total


def test_the_picture_is_light_sharp_and_has_its_title(qtbot: QtBot, theme: Theme, falls: Waterfall) -> None:
    theme.set_scheme(Scheme.DARK)
    chart = WaterfallChart(theme)
    chart.show_data(falls)
    on_screen(qtbot, chart)
    chart.copy_picture.click()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() >= 1_800
    assert picture.pixelColor(3, 3) == QColor(LIGHT.field)
    top = [picture.pixelColor(x, y) for x in range(16, 600, 2) for y in range(10, 60, 2)]
    assert any(colour.lightness() < 100 for colour in top), "no title"


@pytest.fixture
def drawings(falls: Waterfall, shares: CostShares, over: OccupancyOver) -> tuple[Drawing, ...]:
    return WaterfallDrawing(falls), SharesDrawing(shares), OccupancyDrawing(over, date(2026, 11, 23))


@pytest.mark.parametrize("points", [9.0, 18.0])
@pytest.mark.parametrize("width", [320.0, 700.0, 1_600.0])
@pytest.mark.parametrize("room", [0.0, 900.0])
def test_everything_has_its_place_in_letters_of_any_size(
    theme: Theme, drawings: tuple[Drawing, ...], points: float, width: float, room: float
) -> None:
    font = QFont()
    font.setPointSizeF(points)
    for drawing in drawings:
        laid = drawing.laid_out(font, width, room)
        assert laid.spots
        for spot in laid.spots:
            assert spot.box.top() >= 0
            assert spot.box.bottom() <= laid.height
            assert -2 <= spot.box.left() < spot.box.right() <= width + 4, (drawing.title, spot)
        assert len({one.key for one in laid.spots}) == len(laid.spots)


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (222, [0, 100, 200, 300]), (7, [0, 2, 4, 6, 8])],
)
def test_ticks_are_round_and_few(most: int, expected: list[int]) -> None:
    assert ticks(most) == expected


def test_ticks_reach_the_most() -> None:
    for most in range(1, 3_000, 7):
        found = ticks(most)
        assert found[-1] >= most
        assert len(found) <= 6
