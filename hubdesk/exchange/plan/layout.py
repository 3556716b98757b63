"""Where everything goes on a page: the drawing's window, the legend, the title block."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import LegendRow
from hubdesk.exchange.plan.paper import Box, Paper, Turn, page_of

MARGIN = 10.0
"""From the edge of the paper to the frame: printers leave less than this blank."""
BAR_HEIGHT = 11.0
"""The band under the drawing, with the scale bar."""
AIR = 3.0
"""Between the frame and the drawing."""
ROW = 5.0
"""From one row of the legend to the next."""
HEADING = 8.5
"""The heading of the legend."""
LEGEND_SIZE, LEGEND_SMALLEST = 2.5, 1.8
"""Type of the legend, in millimetres: as a rule, and where words are long."""
SWATCH = 9.0
"""What a row of the legend gives to its mark."""
COUNT = 9.0
"""What it gives to its count."""
KEY_PLAN = 44.0
"""The width of the key plan, on sheets in tiles."""
_TITLE_HEIGHT, _TITLE_WIDTH, _NARROW = 36.0, 122.0, 240.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page, in millimetres from its top-left corner."""

    page: Box
    frame: Box
    window: Box
    bar: Box
    legend: Box
    columns: int
    title: Box
    key_plan: Box | None


def layout_of(
    paper: Paper, turn: Turn, legend: Sequence[LegendRow], lettering: Lettering, *, tiled: bool
) -> Layout:
    """The parts of a page that has that legend; a key plan only where pages are `tiled`.

    On a wide page the title block stands to the right of the legend, on a narrow one beneath it.
    """
    page = page_of(paper, turn)
    frame = page.inset(MARGIN)
    wide = frame.width >= _NARROW
    title_width = min(_TITLE_WIDTH, frame.width * 0.38) if wide else frame.width
    key_width = KEY_PLAN if tiled else 0.0
    legend_width = frame.width - key_width - (title_width if wide else 0.0)
    columns = _columns(legend, legend_width, lettering)
    legend_height = HEADING + ROW * ceil(len(legend) / columns) + 2.5
    strip = max(_TITLE_HEIGHT, legend_height) if wide else _TITLE_HEIGHT + max(legend_height, key_width * 0.6)
    top = frame.bottom - strip
    if wide:
        title = Box(frame.right - title_width, top, title_width, strip)
        beside = strip
    else:
        title = Box(frame.left, frame.bottom - _TITLE_HEIGHT, frame.width, _TITLE_HEIGHT)
        beside = strip - _TITLE_HEIGHT
    key_plan = Box(frame.left + legend_width, top, key_width, beside) if tiled else None
    return Layout(
        page,
        frame,
        Box(frame.left, frame.top, frame.width, frame.height - strip - BAR_HEIGHT),
        Box(frame.left, top - BAR_HEIGHT, frame.width, BAR_HEIGHT),
        Box(frame.left, top, legend_width, beside),
        columns,
        title,
        key_plan,
    )


def column_width(legend: Sequence[LegendRow], columns: int, width: float, lettering: Lettering) -> float:
    """What each of so many columns of the legend takes of `width`: no more than its words need."""
    longest = max((lettering.width(row.words, LEGEND_SIZE) for row in legend), default=0.0)
    return min(SWATCH + longest + COUNT + 4 * AIR, (width - AIR) / columns)


def _columns(legend: Sequence[LegendRow], width: float, lettering: Lettering) -> int:
    """As many columns as there is width for, of five rows at least."""
    fit = int((width - AIR) // column_width(legend, 1, width, lettering))
    return max(1, min(fit, ceil(len(legend) / 5)))
