"""How tall rows have to be: not every program fits them to wrapped text when it opens a workbook."""

from textwrap import wrap

from hubdesk.exchange.review_pack.workbook.page import Page
from hubdesk.exchange.review_pack.workbook.styles import STYLES

_LINE = 15.0
_AIR = 4.0
_TALLEST = 409.0
_FIT, _BOLD_FIT = 1.15, 0.92
"""Letters to a unit of width, which is that of a 0: most are narrower."""


def needed_heights(page: Page) -> dict[int, float]:
    """The height in points of each row of `page` that needs more than a line.

    The others are left to the program: it makes them taller when somebody types much.
    """
    heights: dict[int, float] = {}
    for row, cells in page.rows.items():
        lines = [
            _lines(
                cell.content, page.widths[column] * (_BOLD_FIT if STYLES[cell.style].get("bold") else _FIT)
            )
            for column, cell in cells.items()
            if column < len(page.widths) and STYLES[cell.style].get("text_wrap")
        ]
        if lines and max(lines) > 1:
            heights[row] = min(_TALLEST, max(lines) * _LINE + _AIR)
    return heights


def _lines(content: object, width: float) -> int:
    if not isinstance(content, str):
        return 1
    fits = max(1, int(width))
    return sum(max(1, len(wrap(line, fits))) for line in content.splitlines()) or 1
