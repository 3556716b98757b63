"""A small picture of a floor, to stand among words: no frame, no legend, no scale to measure by."""

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from hubdesk.domain.box import Box as FloorBox
from hubdesk.exchange.plan.drawing import GREY, Drawing
from hubdesk.exchange.plan.floor import draw_floor
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Placing
from hubdesk.exchange.plan.plan import Plan

_FRAME = 0.25
_EDGE = 0.6
"""Left free around the floor for half of the line of its walls, in millimetres on paper."""


@dataclass(frozen=True, slots=True)
class SmallPlan:
    """An SVG with its size in millimetres, and where in it places of the floor are."""

    svg: str
    width: float
    height: float
    placing: Placing


def small_plan(
    plan: Plan, most_width: float, most_height: float, lettering: Lettering, name: str = "window"
) -> SmallPlan:
    """The floor of `plan` as large as fits into that width and height, in millimetres.

    `name` begins the ids in the SVG, for where several of them stand in one page.
    """
    page, placing = _fitted(plan.extent, most_width, most_height, _EDGE)
    drawing = Drawing(page, plan.titles.floor, name)
    draw_floor(drawing, plan, placing, lettering, page)
    return SmallPlan(drawing.svg(), page.width, page.height, placing)


class Room(NamedTuple):
    """The most width and height that a part takes, in millimetres, drawn no larger than 1 to `scale`."""

    width: float
    height: float
    scale: int


def small_part(plan: Plan, part: FloorBox, room: Room, lettering: Lettering, name: str) -> SmallPlan:
    """What of `plan` lies in `part`, a box on the floor in millimetres, in a thin frame."""
    page, placing = _fitted(part, room.width, room.height, 0.0, room.scale)
    drawing = Drawing(page, plan.titles.floor, name)
    with drawing.within(page.corners):
        draw_floor(drawing, plan, placing, lettering, page)
    drawing.box(page.inset(_FRAME / 2), line=GREY, width=_FRAME)
    return SmallPlan(drawing.svg(), page.width, page.height, placing)


def _fitted(
    part: FloorBox, most_width: float, most_height: float, edge: float, scale: int = 1
) -> tuple[Box, Placing]:
    """A page for `part` with so much left free around it, and where on it the floor is."""
    left, top, right, bottom = part
    across, down = right - left, bottom - top
    scale = max(scale, ceil(max(across / (most_width - 2 * edge), down / (most_height - 2 * edge))))
    page = Box(0, 0, across / scale + 2 * edge, down / scale + 2 * edge)
    return page, Placing(edge - left / scale, edge - top / scale, scale)
