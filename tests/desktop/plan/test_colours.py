"""Colours, the key to them, and that a change draws anew what it touches and nothing else."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage, QPolygonF
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.legend import Legend
from hubdesk.desktop.plan.plan import Layer
from hubdesk.desktop.plan.scene import FloorScene
from hubdesk.desktop.plan.view_bar import ViewBar
from hubdesk.desktop.theme import Scheme
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.editing import allocations, areas, desks
from hubdesk.workflows.colouring import ColourBy, colouring_of
from tests.desktop.keys import press, type_text


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


@pytest.fixture
def scene(workspace: Workspace) -> FloorScene:
    return workspace.plan_page.view.floor_scene


def key(workspace: Workspace) -> dict[str, str]:
    """The rows of the key: what a mark means, and how many desks bear it."""
    legend = workspace.docks["key"].widget()
    assert isinstance(legend, Legend)
    items = [legend.rows.topLevelItem(place) for place in range(legend.rows.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items if item}


def picture(workspace: Workspace) -> QImage:
    return workspace.plan_page.view.viewport().grab().toImage()


def alike(one: QImage, other: QImage) -> bool:
    """Whether they show the same, but for the rounding of screens of 16 bits."""
    return all(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) < 14
        for x in range(0, one.width(), 3)
        for y in range(0, one.height(), 3)
    )


def a_desk(workspace: Workspace, code: str) -> Desk:
    return workspace.session.hub.desk_codes[code]


def test_the_key_counts_the_desks_of_the_floor(workspace: Workspace) -> None:
    shown = key(workspace)
    assert shown["DWP  Jobcentre Plus"] == "18"
    assert shown["Vacant"] == "11"
    assert shown["Accessible desk"] == "2"
    assert shown["Touchdown desk"] == "4"


def test_the_key_to_costs_names_the_year(workspace: Workspace, qtbot: QtBot) -> None:
    title = workspace.docks["key"].widget().findChild(QLabel)
    assert isinstance(title, QLabel)
    assert title.text() == "Desks by agency"
    plan = workspace.plan_page.plan
    plan.set_colour_by(ColourBy.PRICE)
    qtbot.waitUntil(lambda: plan.year is not None, timeout=20_000)
    assert plan.year is not None
    assert plan.year.year.name == "2026-27"
    qtbot.waitUntil(lambda: title.text() == "Desks by cost of a desk in 2026-27", timeout=5_000)


def test_desks_are_coloured_by_what_one_chooses(workspace: Workspace) -> None:
    bar = workspace.findChild(ViewBar)
    assert isinstance(bar, ViewBar)
    bar.colour_by.setFocus()
    press(bar.colour_by, "Down")
    assert workspace.plan_page.plan.colour_by is ColourBy.SECTOR
    assert key(workspace)["PUB  Public sector"] == "32"
    workspace.plan_page.plan.set_colour_by(ColourBy.AREA)
    assert bar.colour_by.currentText() == "Area"
    assert any("Jobcentre" in words for words in key(workspace))


def test_areas_are_told_apart_from_those_of_other_floors_as_well(
    workspace: Workspace, scene: FloorScene
) -> None:
    session, plan = workspace.session, workspace.plan_page.plan
    plan.set_colour_by(ColourBy.AREA)
    before = {desk: scene.dressing[desk].mark for desk in scene.desks}
    upstairs = session.hub.area_codes["2-N4"]
    assert plan.floor is not None
    assert upstairs.floor != plan.floor.id
    session.do(lambda hub: areas.rename(hub, upstairs.id, "2-HB"))
    after = {desk: scene.dressing[desk].mark for desk in scene.desks}
    assert after != before, "others have the colour now that the police room had"
    assert after == colouring_of(session.hub, session.as_at, ColourBy.AREA, floor=plan.floor.id).marks


def test_an_allocation_recolours_its_desk_and_no_other(workspace: Workspace, scene: FloorScene) -> None:
    session, hub = workspace.session, workspace.session.hub
    before = {desk: scene.dressing[desk] for desk in scene.desks}
    vacant = next(id_ for id_, wear in before.items() if not wear.mark.label)
    session.do(lambda hub: allocations.allocate(hub, [vacant], hub.agency_codes["CAB"].id, session.as_at))
    after = {desk: scene.dressing[desk] for desk in scene.desks}
    assert {desk for desk in after if after[desk] is not before[desk]} == {vacant}
    assert after[vacant].mark.label == "CAB"
    assert key(workspace)["Vacant"] == "10"
    press(workspace, "Ctrl+Z")
    assert scene.dressing[vacant] is before[vacant]
    assert hub == workspace.session.hub


def test_a_move_is_drawn_and_found_where_it_ends(workspace: Workspace, scene: FloorScene) -> None:
    desk = a_desk(workspace, "G-001")
    old, new = Point(desk.x_mm, desk.y_mm), Point(desk.x_mm + 20_000, desk.y_mm + 3_000)
    assert desk.id in scene.desks_at(metres(old))
    workspace.session.do(lambda hub: desks.move(hub, [desk.id], 20_000, 3_000))
    assert desk.id not in scene.desks_at(metres(old))
    assert desk.id in scene.desks_at(metres(new))
    box = scene.box_of([desk.id])
    assert scene.desks_in(QPolygonF(box.adjusted(-0.1, -0.1, 0.1, 0.1))) == (desk.id,)
    press(workspace, "Ctrl+Z")
    assert desk.id in scene.desks_at(metres(old))


def test_a_desk_that_goes_is_gone_and_undo_brings_it_back(workspace: Workspace, scene: FloorScene) -> None:
    desk = a_desk(workspace, "G-001")
    workspace.session.do(lambda hub: desks.remove_with_allocations(hub, desk.id))
    assert desk.id not in scene.desks
    press(workspace, "Ctrl+Z")
    assert scene.desks[desk.id].desk == desk
    assert scene.dressing[desk.id].mark.label == "DWP"


def test_the_day_brings_joiners_and_lets_leavers_fade(workspace: Workspace, scene: FloorScene) -> None:
    session = workspace.session
    workspace.plan_page.plan.show_floor(session.hub.floor_codes["1"].id)
    session.set_as_at(date(2026, 11, 10))
    handed_on = [desk for desk in scene.desks if scene.dressing[desk].leaving]
    assert {scene.dressing[desk].mark.label for desk in handed_on} == {"CRS"}
    assert all(scene.dressing[desk].joining for desk in handed_on)
    assert key(workspace)["Left within 30 days (paler)"] == "3"
    session.set_as_at(date(2026, 11, 16))
    assert {scene.dressing[desk].mark.label for desk in handed_on} == {"HIA"}
    assert not any(scene.dressing[desk].leaving for desk in scene.desks)
    assert "Left within 30 days (paler)" not in key(workspace)


def test_a_hidden_layer_is_not_seen_and_a_locked_one_not_picked(
    workspace: Workspace, scene: FloorScene
) -> None:
    plan, desk = workspace.plan_page.plan, a_desk(workspace, "G-001")
    place = metres(Point(desk.x_mm, desk.y_mm))
    plain = picture(workspace)
    workspace.actions_["layer.lock-desks"].trigger()
    assert plan.is_locked(Layer.DESKS)
    assert scene.desks_at(place) == ()
    assert picture(workspace) == plain
    workspace.actions_["layer.lock-desks"].trigger()
    workspace.actions_["layer.show-desks"].trigger()
    assert scene.desks_at(place) == ()
    assert picture(workspace) != plain
    workspace.actions_["layer.show-desks"].trigger()
    assert desk.id in scene.desks_at(place)
    assert picture(workspace) == plain
    workspace.actions_["layer.lock-areas"].trigger()
    assert scene.area_at(place) is None


def test_what_is_lifted_is_seen_elsewhere_and_comes_back(workspace: Workspace, scene: FloorScene) -> None:
    plain, desk = picture(workspace), a_desk(workspace, "G-001")
    scene.lift([desk.id], QPointF(10, 3))
    lifted = picture(workspace)
    assert lifted != plain
    assert alike(picture(workspace), lifted), "a picture that is kept is not what was drawn"
    scene.lift([], QPointF())
    assert alike(picture(workspace), plain)


def test_selecting_is_seen_and_leaves_nothing_behind(workspace: Workspace) -> None:
    workspace.plan_page.view.clearFocus()  # With it the desk where keys have got to stays marked.
    plain = picture(workspace)
    workspace.session.selection.set([a_desk(workspace, "G-001").id])
    assert picture(workspace) != plain
    workspace.session.selection.clear()
    assert alike(picture(workspace), plain)


def test_light_and_dark_are_both_drawn(workspace: Workspace, qtbot: QtBot) -> None:
    light = picture(workspace)
    workspace.theme.set_scheme(Scheme.DARK)
    qtbot.wait(20)
    dark = picture(workspace)
    workspace.theme.set_scheme(Scheme.LIGHT)
    assert dark.pixelColor(3, 3).lightness() < 80 < light.pixelColor(3, 3).lightness()


def test_a_scale_is_typed(workspace: Workspace) -> None:
    view, bar = workspace.plan_page.view, workspace.findChild(ViewBar)
    assert isinstance(bar, ViewBar)
    bar.scale.setFocus()
    bar.scale.selectAll()
    type_text(bar.scale, "1:50")
    press(bar.scale, "Return")
    assert view.scale_number == pytest.approx(50)
    assert bar.scale.text() == "1:50"
    bar.scale.selectAll()
    type_text(bar.scale, "large")
    press(bar.scale, "Return")
    assert view.scale_number == pytest.approx(50)
    assert bar.scale.text() == "1:50"
    view.zoom(2, QPoint(100, 100))
    assert bar.scale.text() == "1:25"


def test_what_colours_tell_is_chosen_by_keys_as_well(
    workspace: Workspace, parkside_window: MainWindow
) -> None:
    combo = workspace.plan_page.findChild(ViewBar)
    assert isinstance(combo, ViewBar)
    workspace.plan_page.view.setFocus()
    press(parkside_window, "Ctrl+4")
    assert workspace.plan_page.plan.colour_by is ColourBy.LICENCE
    assert combo.colour_by.currentText() == "State of the licence"
    press(parkside_window, "Ctrl+1")
    assert combo.colour_by.currentText() == "Agency"
