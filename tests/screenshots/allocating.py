"""Allocating: painting, the palette, choosing, placing together."""

from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def allocate(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    police = on.hub.agency_codes["POL"].id
    stage.do("tool.allocate")
    on.plan.brush.pick(police)
    stage.hold(on.port, on.on("1-076"), on.on("1-080"), on.on("1-082"))
    stage.shoot("allocate-painting")


def allocate_hover(stage: Stage) -> None:
    on = stage.hub(parkside(), "2")
    stage.do("tool.allocate")
    on.plan.brush.pick(on.hub.agency_codes["MBC"].id)
    stage.shoot("allocate-in-hand")


def chooser(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    on.choose("1-076", "1-077", "1-078")
    stage.do("allocate.choose")
    stage.shoot("chooser")


def place_together(stage: Stage) -> None:
    on = stage.hub(parkside(), "2")
    on.choose("2-N4")
    stage.do("allocate.place-together")
    stage.shoot("place-together")


def agency_editor(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    on.plan.brush.pick(on.hub.agency_codes["DWP"].id)
    stage.do("allocate.edit-agency")
    stage.shoot("agency-editor")


SCENES = (allocate, allocate_hover, chooser, place_together, agency_editor)
