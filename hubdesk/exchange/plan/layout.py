"""Where everything goes on a page: the drawing's window, the legend, the title block."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import LegendRow
from hubdesk.exchange.plan.paper import Box, Paper, Turn, page_of

MARGIN = 10.0
"""From the edge of the paper to the frame: printers leave less than this blank."""
BAR_HEIGHT = 11.0
"""The band under the drawing, with the scale bar."""
AIR = 3.0
"""Between the frame and the drawing."""
HEADING = 8.5
"""The heading of the legend."""
KEY_PLAN = 44.0
"""The width of the key plan, on sheets in tiles."""
_TITLE_HEIGHT, _TITLE_WIDTH, _NARROW = 36.0, 122.0, 240.0


class LegendStyle(NamedTuple):
    """How the rows of a legend are set: type, and from one row to the next.

    It will do where it takes no more than a `part` of the frame's height. Without `words` a mark with
    a label on it has its count only.
    """

    size: float
    row: float
    part: float = 0.27
    words: bool = True

    @property
    def swatch(self) -> float:
        """The width of the mark."""
        return self.size * 3

    def words_of(self, row: LegendRow) -> str:
        return row.words if self.words or not row.mark.label else ""

    def width(self, legend: Sequence[LegendRow], lettering: Lettering) -> float:
        """What a column takes: mark, words, count, and the air between and after them."""
        longest = max((lettering.width(self.words_of(row), self.size) for row in legend), default=0.0)
        count = max((lettering.width(f"{row.count:,}", self.size) for row in legend), default=0.0) * 1.1
        return self.swatch + self.size * 0.7 + longest + self.size + count + 2 * AIR


_STYLES = (
    LegendStyle(2.5, 5.0),
    LegendStyle(2.2, 4.4),
    LegendStyle(1.9, 3.8),
    LegendStyle(1.7, 3.3, part=0.38),
    LegendStyle(1.9, 3.8, part=1, words=False),
)


class LegendSet(NamedTuple):
    """A legend set in columns: its style, how many columns, how wide each, and the height of all."""

    style: LegendStyle
    columns: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page, in millimetres from its top-left corner."""

    page: Box
    frame: Box
    window: Box
    bar: Box
    legend: Box
    legend_set: LegendSet
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
    legend_set = _legend_set(legend, legend_width, frame.height, lettering)
    legend_height = legend_set.height
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
        legend_set,
        title,
        key_plan,
    )


def _legend_set(legend: Sequence[LegendRow], width: float, height: float, lettering: Lettering) -> LegendSet:
    """The legend in the first style that will do in a frame of that `height`, else in the last."""
    sets = [_in_columns(legend, width, style, lettering) for style in _STYLES]
    return next((one for one in sets if one.height <= one.style.part * height), sets[-1])


def _in_columns(
    legend: Sequence[LegendRow], width: float, style: LegendStyle, lettering: Lettering
) -> LegendSet:
    """As many columns as there is width for, of five rows at least."""
    column = min(style.width(legend, lettering), width - AIR)
    columns = max(1, min(int((width - AIR) // column), ceil(len(legend) / 5)))
    return LegendSet(style, columns, column, HEADING + style.row * ceil(len(legend) / columns) + 2.5)
