"""The top of a sheet: its title, whose it is, and what to do on it."""

from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.wording import as_it_is
from hubdesk.exchange.review_pack.workbook.page import Page

NEXT_CELL = "Tab goes on to the next yellow cell, Alt and ↓ open its list."
HEAD_ROW = 5
"""Where the heads of the columns to fill in are."""


SECTION_HEIGHT = 23.0


def put_top(page: Page, pack: Pack, *hints: str) -> None:
    """Title and subtitle, then a line for each of `hints`."""
    page.put(0, 0, page.title, "Title")
    subtitle = f"{pack.agency} · {pack.hub} · {pack.review}, {as_it_is(pack)}"
    page.put(1, 0, subtitle, "Subtitle")
    for row, hint in enumerate(hints, 2):
        page.put(row, 0, hint, "Hint")
