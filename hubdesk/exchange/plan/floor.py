"""A floor on a page: areas, walls, desks and names, wherever the page has room for them."""

from hubdesk.domain.box import Box as FloorBox
from hubdesk.exchange.plan.area_names import AreaNames
from hubdesk.exchange.plan.areas import draw_area
from hubdesk.exchange.plan.desks import chair_room, draw_chair, draw_desk
from hubdesk.exchange.plan.drawing import INK, Drawing
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Obstacles, Placing, box_around
from hubdesk.exchange.plan.plan import Plan
from hubdesk.exchange.plan.underlays import draw_underlay

_WALL = 0.7
_THIN_TINT = 0.45
"""The tint of an area over an underlay, as a part of its strength elsewhere."""
_BESIDE_DESKS = 0.6
"""Between a desk and the name of an area, in millimetres on paper."""


def draw_floor(drawing: Drawing, plan: Plan, placing: Placing, lettering: Lettering, window: Box) -> None:
    """What of `plan` is seen in `window`, from the underlays up to the names of areas."""
    areas = [one for one in plan.areas if box_around(placing.all(one.outline)).meets(window)]
    seen = _on_the_floor(window, placing)
    desks = [one for one in plan.desks if one.footprint.box.meets(seen)]
    for underlay, picture in plan.underlays:
        draw_underlay(drawing, underlay, picture, placing, window)
    for area in areas:
        draw_area(drawing, area, placing, _THIN_TINT if plan.underlays else 1.0, window)
    drawing.polygon(placing.all(plan.outline), "none", INK, _WALL)
    for desk in desks:
        draw_chair(drawing, desk, placing)
    for desk in desks:
        draw_desk(drawing, desk, placing, lettering)
    taken = Obstacles()
    for desk in desks:
        taken.add(box_around(placing.all(desk.corners(-_BESIDE_DESKS * placing.scale))))
        taken.add(box_around(placing.all(chair_room(desk))).inset(-_BESIDE_DESKS))
    names = AreaNames(drawing, placing, lettering, taken, window)
    for area in areas:
        if area.name:
            names.write(area)


def _on_the_floor(window: Box, placing: Placing) -> FloorBox:
    """What of the floor is seen in `window`."""
    return FloorBox(*placing.back(window.left, window.top), *placing.back(window.right, window.bottom))
