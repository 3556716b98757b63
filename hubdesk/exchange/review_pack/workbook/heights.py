"""How tall rows have to be: not every program fits them to wrapped text when it opens a workbook."""

from textwrap import wrap

from hubdesk.exchange.review_pack.workbook.page import Page
from hubdesk.exchange.review_pack.workbook.styles import STYLES

_LINE = 15.0
_AIR = 4.0
_TALLEST = 409.0
_BOLD = 0.9
"""Of the letters that fit a width, so many do when they are bold."""


def needed_heights(page: Page) -> dict[int, float]:
    """The height in points of each row of `page` with text that wraps."""
    heights: dict[int, float] = {}
    for row, cells in page.rows.items():
        lines = [
            _lines(cell.content, page.widths[column] * (_BOLD if STYLES[cell.style].get("bold") else 1))
            for column, cell in cells.items()
            if column < len(page.widths) and STYLES[cell.style].get("text_wrap")
        ]
        if lines:
            heights[row] = min(_TALLEST, max(lines) * _LINE + _AIR)
    return heights


def _lines(content: object, width: float) -> int:
    if not isinstance(content, str):
        return 1
    fits = max(1, int(width) - 1)
    return sum(max(1, len(wrap(line, fits))) for line in content.splitlines()) or 1
