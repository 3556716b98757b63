"""Placing by hand: who stays, and who is best close to whom."""

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


SCENES = (pins, links)
