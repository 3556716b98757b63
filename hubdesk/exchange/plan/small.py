"""A small picture of a floor, to stand among words: no frame, no legend, no scale to measure by."""

from dataclasses import dataclass
from math import ceil

from hubdesk.exchange.plan.drawing import Drawing
from hubdesk.exchange.plan.floor import draw_floor
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Placing
from hubdesk.exchange.plan.plan import Plan

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
    left, top, right, bottom = plan.extent
    across, down = right - left, bottom - top
    scale = max(1, ceil(max(across / (most_width - 2 * _EDGE), down / (most_height - 2 * _EDGE))))
    page = Box(0, 0, across / scale + 2 * _EDGE, down / scale + 2 * _EDGE)
    drawing = Drawing(page, plan.titles.floor, name)
    placing = Placing(_EDGE - left / scale, _EDGE - top / scale, scale)
    draw_floor(drawing, plan, placing, lettering, page)
    return SmallPlan(drawing.svg(), page.width, page.height, placing)
