"""Areas on a page: tint, hatch and edge."""

from hubdesk.exchange.plan.desks import HATCH_WIDTH
from hubdesk.exchange.plan.drawing import Drawing
from hubdesk.exchange.plan.hatch import Hatch, strokes_over
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Placing, box_around
from hubdesk.exchange.plan.plan import ShownArea

_EDGE, _EDGE_WIDTH = "#6b6b6b", 0.25
_COARSER = 2
"""The hatch of an area is a ground for what stands in it, so its strokes are further apart."""


def draw_area(drawing: Drawing, area: ShownArea, placing: Placing, opacity: float, window: Box) -> None:
    """`area` without its name, hatched as far as it is in `window`.

    Where its tint is not wholly opaque, what lies under it is seen.
    """
    corners = placing.all(area.outline)
    drawing.tint(corners, area.mark.fill, opacity)
    if area.mark.hatch is not Hatch.NONE:
        spacing = _COARSER * area.mark.spacing.value
        with drawing.within(corners):
            strokes = strokes_over(area.mark.hatch, spacing, box_around(corners).common(window).corners)
            drawing.strokes(strokes, area.mark.strokes, HATCH_WIDTH)
    drawing.polygon(corners, "none", _EDGE, _EDGE_WIDTH)
