"""Working links over the plan: shown by their layer, true to hub and day, told where one points."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.layers_panel import LayersPanel
from hubdesk.desktop.plan.plan import Layer
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.domain.ids import new_id
from hubdesk.domain.link import WorkingLink
from hubdesk.editing import links
from tests.desktop.on_plan import OnPlan


def lines(on: OnPlan) -> dict[str, Decimal]:
    """The strengths of the lines that are drawn, by "one-other"."""
    shown = on.view.floor_scene.links.shown
    return {f"{one.pair.agency.code}-{one.pair.other.code}": one.pair.strength for one in shown.lines}


def show(on: OnPlan) -> None:
    """By the switch of the Layers panel."""
    panel = on.window.findChild(LayersPanel)
    assert panel is not None
    switch = next(
        one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Show working links"
    )
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)


def seen(on: OnPlan) -> QImage:
    return on.port.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def tip(on: OnPlan, at: QPoint) -> str:
    QApplication.sendEvent(on.port, QHelpEvent(QEvent.Type.ToolTip, at, on.port.mapToGlobal(at)))
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def between(on: OnPlan, codes: str) -> QPoint:
    """A third of the way along a line."""
    (line,) = (
        one
        for one in on.view.floor_scene.links.shown.lines
        if f"{one.pair.agency.code}-{one.pair.other.code}" == codes
    )
    start, end = metres(line.one.at), metres(line.other.at)
    return on.view.mapFromScene(start + (end - start) / 3)


def test_links_are_drawn_once_their_layer_is_shown(ground: OnPlan) -> None:
    bare = seen(ground)
    assert not ground.plan.shows(Layer.LINKS)
    assert not lines(ground)
    show(ground)
    assert lines(ground) == {"POL-PRO": 5, "CAB-CUN": 9}
    stubs = ground.view.floor_scene.links.shown.stubs
    assert {(one.middle.agency.code, one.floor.code) for one in stubs} == {
        ("POL", "1"),
        ("POL", "2"),
        ("DWP", "2"),
        ("CAB", "2"),
    }
    assert seen(ground) != bare
    show(ground)
    assert not lines(ground)
    assert seen(ground) == bare


def test_they_follow_every_edit_the_floor_and_the_day(ground: OnPlan) -> None:
    show(ground)
    hub = ground.hub
    new = WorkingLink(new_id(), hub.agency_codes["DWP"].id, hub.agency_codes["CAB"].id, Decimal(2))
    ground.session.do(lambda hub: links.add(hub, new))
    assert lines(ground)["CAB-DWP"] == 2
    ground.session.undo()
    assert "CAB-DWP" not in lines(ground)
    ground.plan.show_floor(hub.floor_codes["1"].id)
    assert lines(ground) == {"LCC-LPT": 10, "HIA-LPT": 3}
    ground.session.set_as_at(date(2000, 1, 1))
    assert not lines(ground)


def test_pointing_at_a_line_tells_who_how_strongly_and_how_far(ground: OnPlan) -> None:
    show(ground)
    seen(ground)
    at = between(ground, "POL-PRO")
    words = tip(ground, at)
    assert words.startswith("Leicestershire Police and Probation Service, strength 5: ")
    assert words.endswith(" m on average\nOffender management")
    show(ground)
    assert not ground.view.floor_scene.links.told_at(QPointF(at), 6)


def test_an_arrow_tells_of_who_sits_on_another_floor(ground: OnPlan) -> None:
    show(ground)
    seen(ground)
    item = ground.view.floor_scene.links.item
    (stub,) = (
        one for one in item.drawn if {one.pairs[0].agency.code, one.pairs[0].other.code} == {"DWP", "MBC"}
    )
    words = tip(ground, stub.plate.center().toPoint())
    assert "Jobcentre Plus and Melton Borough Council, strength 8: " in words
    assert "each floor between counted as 20 m" in words


def test_links_of_the_selected_desks_stand_out(ground: OnPlan) -> None:
    show(ground)
    ground.view.setFocus()
    item, police = ground.view.floor_scene.links.item, ground.hub.agency_codes["POL"].id
    desk = next(
        one
        for one in ground.hub.desks_on_floor[ground.hub.floor_codes["G"].id]
        if (held := ground.hub.allocation_on(one.id, ground.session.as_at)) and held.agency == police
    )
    ground.click(ground.on(desk.code))
    assert item.emphasised == {police}
    ground.session.selection.clear()
    assert item.emphasised == frozenset()


def test_they_take_the_colours_of_the_window_and_none_once_their_hub_is_closed(
    ground: OnPlan, theme: Theme, qtbot: QtBot
) -> None:
    show(ground)
    light = seen(ground)
    theme.set_scheme(Scheme.DARK)
    assert seen(ground) != light
    item = ground.view.floor_scene.links.item
    ground.window.actions_["file.close"].trigger()
    qtbot.waitUntil(lambda: not isValid(item))
    theme.set_scheme(Scheme.LIGHT)  # Whoever still listens is at fault here.
