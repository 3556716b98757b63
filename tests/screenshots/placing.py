"""Placing by hand: who stays, and who is best close to whom."""

from hubdesk.editing import allocations
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def pins(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    on.choose("G-001", "G-002", "G-003", "G-007", "G-026", "G-027", "G-031")
    stage.do("edit.pin")
    stage.shoot("pins-on-the-plan")
    on.choose("G-001", "G-002", "G-003")
    on.view.fit_selection()
    stage.shoot("pins-near-to")


def links(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    stage.do("layer.show-links")
    stage.shoot("links-on-the-ground-floor")
    on.plan.show_floor(on.hub.floor_codes["1"].id)
    on.view.fit_floor()
    stage.shoot("links-on-the-first-floor")
    on.choose("1-039")
    stage.shoot("links-of-an-agency")


def agency_placing(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    jobcentre, upstairs = on.hub.agency_codes["DWP"].id, on.desk("1-045").id
    on.session.do(lambda hub: allocations.allocate(hub, [upstairs], jobcentre, on.session.as_at))
    assert stage.window.workspace is not None
    stage.window.workspace.docks["inspector"].want()
    on.choose("G-001", "G-002")
    stage.shoot("agency-placing")
    bar = stage.window.workspace.inspector.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.shoot("agency-placing-scrolled")


SCENES = (pins, links, agency_placing)
