"""What lies under a floor's plan, what is warned of over it, and what a desk tells when pointed at."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.plan import Layer
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.clearances import Concern
from hubdesk.domain.geometry import Point
from hubdesk.domain.underlay import Source, UnderlayKind
from hubdesk.editing import desks, underlays
from hubdesk.workflows.colouring import ColourBy
from tests.desktop.keys import press

WIDE, HIGH = 420, 180


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


def red_picture() -> bytes:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    body, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(body)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(body.data())


def redness(workspace: Workspace, at: Point) -> int:
    """How much redder than green the plan is there."""
    view = workspace.plan_page.view
    image = view.viewport().grab().toImage()
    colour = image.pixelColor(view.mapFromScene(metres(at)))
    return colour.red() - colour.green()


def test_an_underlay_is_seen_beneath_the_areas_and_hidden_with_its_layer(
    workspace: Workspace, qtbot: QtBot
) -> None:
    session = workspace.session
    ground = session.hub.floor_codes["G"]
    corridor, outside = Point(20_000, 9_000), Point(-3_000, -3_000)
    assert redness(workspace, corridor) < 8
    sha = session.document.store.keep_file(red_picture())
    source = Source(UnderlayKind.PNG, sha, Decimal(WIDE), Decimal(HIGH))
    session.do(lambda hub: underlays.lay(hub, ground.id, "Scan", source, Decimal(100)))
    qtbot.waitUntil(lambda: redness(workspace, corridor) > 30, timeout=15_000)
    assert redness(workspace, outside) < 8
    workspace.plan_page.plan.toggle_layer(Layer.UNDERLAY)
    assert redness(workspace, corridor) < 8
    workspace.plan_page.plan.toggle_layer(Layer.UNDERLAY)
    assert redness(workspace, corridor) > 30
    session.undo()
    assert redness(workspace, corridor) < 8


def test_desks_pushed_together_are_warned_of_until_they_are_put_back(
    workspace: Workspace, qtbot: QtBot
) -> None:
    session, scene = workspace.session, workspace.plan_page.view.floor_scene
    desk = session.hub.desk_codes["G-001"]

    def of_the_desk() -> set[Concern]:
        return {one.concern for one in scene.findings if desk.id in one.desks}

    qtbot.wait(400)
    assert Concern.OVERLAP not in of_the_desk()
    session.do(lambda hub: desks.move(hub, [desk.id], 300, 900))
    qtbot.waitUntil(lambda: Concern.OVERLAP in of_the_desk(), timeout=5_000)
    session.undo()
    qtbot.waitUntil(lambda: Concern.OVERLAP not in of_the_desk(), timeout=5_000)


def test_a_warning_is_told_in_words_where_one_points_and_in_the_inspector(
    workspace: Workspace, parkside_window: MainWindow, qtbot: QtBot
) -> None:
    session, view, plan = workspace.session, workspace.plan_page.view, workspace.plan_page.plan
    desk = session.hub.desk_codes["G-001"]
    session.do(lambda hub: desks.move(hub, [desk.id], 300, 900))
    qtbot.waitUntil(lambda: any(one.concern is Concern.OVERLAP for one in plan.findings), timeout=5_000)
    finding = plan.findings[0]
    assert finding.concern is Concern.OVERLAP

    view.setFocus()
    qtbot.waitUntil(parkside_window.actions_["view.warning-next"].isEnabled)
    press(parkside_window, "Ctrl+G")
    assert session.selection.ids == set(finding.desks)
    story = workspace.inspector.desks.story.text()
    assert "Guidance, desks G-001 and" in story
    assert "in one another. Move one of them away." in story

    start, end = metres(finding.gap.start), metres(finding.gap.end)
    at = view.mapFromScene((start + end) / 2)
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text().startswith("Desks overlap\nDesks G-001 and ")
    assert QToolTip.text().endswith("Move one of them away")
    QToolTip.hideText()

    other = next(one for one in finding.desks if one != desk.id)
    between = f"Guidance, desks G-001 and {session.hub.desks[other].code}: They stand"
    session.selection.set([desk.id])
    assert between in workspace.inspector.desks.story.text()
    session.do(lambda hub: desks.move(hub, [other], 0, 9_000))
    assert between not in workspace.inspector.desks.story.text()


def test_a_desk_that_is_pointed_at_tells_whose_it_is(workspace: Workspace) -> None:
    view, desk = workspace.plan_page.view, workspace.session.hub.desk_codes["G-001"]
    at = view.mapFromScene(metres(Point(desk.x_mm, desk.y_mm)))
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "G-001" in QToolTip.text()
    assert "DWP" in QToolTip.text() or "Jobcentre" in QToolTip.text()
    QToolTip.hideText()


def test_what_a_desk_costs_colours_it_once_the_year_is_worked_out(workspace: Workspace, qtbot: QtBot) -> None:
    plan, scene = workspace.plan_page.plan, workspace.plan_page.view.floor_scene
    plan.set_colour_by(ColourBy.PRICE)
    qtbot.waitUntil(lambda: plan.year is not None, timeout=10_000)
    assert any("£" in row.words for row in scene.dressing.legend)
