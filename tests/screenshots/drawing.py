"""The tools that draw, each half-way through."""

from dataclasses import fields

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox

from hubdesk.desktop.plan.options.calibrate import CalibrateOptions
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.editing import underlays
from tests.builders import a_hub
from tests.builders.parkside import parkside
from tests.desktop.mouse import click
from tests.desktop.on_plan import OnPlan
from tests.screenshots.architect import DOTS, MARGIN_M, drawn
from tests.screenshots.stage import Stage

_WEST_MM = 21_500


def select(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    on.choose("G-021", "G-022")
    start = on.on("G-022")
    stage.hold(on.port, start, on.at(16.4, 15.6))
    stage.shoot("select-dragging-with-guides")


def marquee(stage: Stage) -> None:
    on = stage.hub(parkside(), "2")
    stage.hold(on.port, on.at(29.5, 0.6), on.at(37.4, 7.4))
    stage.shoot("select-marquee")


def lasso(stage: Stage) -> None:
    on = stage.hub(parkside(), "2")
    stage.do("tool.lasso")
    way = ((4, 1), (10, 1.2), (11, 4), (8.4, 7.4), (4, 7), (3.6, 3))
    stage.hold(on.port, *(on.at(*place) for place in way))
    stage.shoot("lasso")


def area(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    on.choose("1-N4")
    stage.shoot("area-selected")
    stage.hold(on.port, on.corner("1-N4", 0), on.at(29.2, 11.2))
    stage.shoot("area-reshaping")


def floor_outline(stage: Stage) -> None:
    on = _bare(stage)
    stage.do("tool.floor-outline")
    for place in ((1, 1), (24, 1), (24, 9)):
        click(on.port, on.at(*place))
    QTest.mouseMove(on.port, on.at(13, 9))
    stage.shoot("floor-outline")


def area_tool(stage: Stage) -> None:
    on = _bare(stage)
    stage.do("tool.area")
    for place in ((2, 2), (9, 2), (9, 7)):
        click(on.port, on.at(*place))
    QTest.mouseMove(on.port, on.at(2, 7))
    stage.shoot("area-tool")


def desks_tool(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    stage.do("tool.desks")
    stage.hold(on.port, on.at(16.2, 11.2), on.at(20.6, 16.6))
    stage.shoot("desks-tool-bench")


def measure(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    stage.do("tool.measure")
    click(on.port, on.at(13.2, 17))
    click(on.port, on.at(18, 17))
    QTest.mouseMove(on.port, on.at(24, 13))
    stage.shoot("measure")


def split(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    on.choose("G-ADV")
    stage.do("tool.split")
    click(on.port, on.at(36, 9.9))
    QTest.mouseMove(on.port, on.at(36, 18))
    stage.shoot("split")


def underlay(stage: Stage) -> None:
    on = _over_a_drawing(stage, _bare_hub())
    stage.shoot("underlay-brought-in")
    stage.window.notices.clear()
    stage.do("tool.calibrate")
    under = next(iter(on.hub.underlays.values()))
    for right in (MARGIN_M, MARGIN_M + 42):
        dots = right * DOTS * float(under.mm_per_unit) / 1000
        click(on.port, on.at(dots, 8.6))
    field = on.page.findChild(CalibrateOptions)
    assert isinstance(field, CalibrateOptions)
    field.field.setText("42")
    stage.shoot("underlay-calibrating")
    stage.do("tool.underlay")
    stage.hold(on.port, on.at(20, 9), on.at(23, 10.5))
    stage.shoot("underlay-moving")


def underlay_drawing(stage: Stage) -> None:
    """The west of the People floor is drawn; the next bench is being laid out over the architect's."""
    on = _over_a_drawing(stage, _west_of_people())
    stage.window.notices.clear()
    (under,) = on.hub.underlays.values()
    scale = DOTS * float(under.mm_per_unit)
    west, east = (Point(round(right * scale), 8_000) for right in (MARGIN_M, MARGIN_M + 42))
    on.session.do(lambda hub: underlays.calibrate(hub, under.id, west, east, 42_000))
    (under,) = on.hub.underlays.values()
    margin = round(MARGIN_M * 1000)
    on.session.do(lambda hub: underlays.move(hub, under.id, -under.x_mm - margin, -under.y_mm - margin))
    stage.do("tool.desks")
    turned, rows = (
        next(one for one in on.page.findChildren(kind) if one.accessibleName() == name)
        for kind, name in ((QDoubleSpinBox, "Turned"), (QDoubleSpinBox, "Pitch of rows"))
    )
    turned.setValue(90)
    rows.setValue(3.8)
    stage.hold(on.port, on.at(28.4, 0.9), on.at(37.4, 8))
    stage.shoot("underlay-drawing-over")


def underlay_panel(stage: Stage) -> None:
    _over_a_drawing(stage, _bare_hub())
    stage.window.notices.clear()
    stage.window.workspace.docks["underlays"].want()  # type: ignore[union-attr]
    stage.shoot("underlay-panel")


def _over_a_drawing(stage: Stage, hub: Hub) -> OnPlan:
    on = stage.hub(hub, next(iter(hub.floor_codes)))
    stage.files.names.append(stage.file("People floor.png", drawn(parkside(), "1")))
    stage.do("underlay.add")
    stage.settle()
    on.view.fit_floor()
    return on


def _west_of_people() -> Hub:
    hub = parkside()
    people = hub.floor_codes["1"].id
    kept = {one.id for one in hub.desks.values() if one.floor == people and one.x_mm < _WEST_MM}
    kept |= {
        one.id
        for one in hub.areas.values()
        if one.floor == people and max(corner.x for corner in one.outline) < _WEST_MM
    }
    kept |= {one.id for one in hub.allocations.values() if one.desk in kept} | {people}
    gone = {one.id for one in hub.records() if isinstance(one, Floor | Area | Desk | Allocation)} - kept
    return Hub.of(
        record
        for record in hub.records()
        if not gone
        & {value for field in fields(record) if isinstance(value := getattr(record, field.name), str)}
    )


def _bare(stage: Stage) -> OnPlan:
    return stage.hub(_bare_hub(), "G")


def _bare_hub() -> Hub:
    return a_hub().floor("G", width_m=42, depth_m=18).agency("MBC").agency("POL").build()


SCENES = (
    select,
    marquee,
    lasso,
    area,
    floor_outline,
    area_tool,
    desks_tool,
    measure,
    split,
    underlay,
    underlay_drawing,
    underlay_panel,
)
