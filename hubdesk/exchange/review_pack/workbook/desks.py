"""The sheet of the desks: a line for each, and blank lines for desks that are not listed."""

from dataclasses import dataclass

from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, LineKey
from hubdesk.exchange.review_pack.layout import OTHER_DESKS, YOUR_DESKS
from hubdesk.exchange.review_pack.pack import DeskLine, Pack
from hubdesk.exchange.review_pack.wording import BILLING
from hubdesk.exchange.review_pack.workbook.asking import WIDTHS, Asking
from hubdesk.exchange.review_pack.workbook.page import Page, named
from hubdesk.exchange.review_pack.workbook.tops import HEAD_ROW, NEXT_CELL, put_top
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range

_HEADS = ("Desk", "Floor", "Area", "Kind", "Yours since", "Until", "About this desk")
_ANSWERS = len(_HEADS)
_NARROW = 8
_CORRECTS = "Choose from the list what it should be, and from which day."


@dataclass(frozen=True)
class AskedPage:
    """A sheet with lines to answer: its marks, and the cell that agrees to all."""

    page: Page
    marks: Range | None
    to_all: Cell


def desks_page(pack: Pack) -> AskedPage:
    """Every desk of `pack` with its cells to fill in."""
    until, about = any(one.until for one in pack.desks), any(one.note for one in pack.desks)
    page = named(
        YOUR_DESKS,
        widths=(12, 15, 20, 11, 12, _width(12, until), _width(22, about), *WIDTHS),
        frozen=(HEAD_ROW + 1, 1),
        repeated=(HEAD_ROW, HEAD_ROW),
        printed_columns=_ANSWERS + len(WIDTHS) - 1,
        colour="#CC801A",
    )
    put_top(
        page,
        pack,
        "Is each of these desks yours? Answer in the yellow cells: agree, query or correct it to.",
        NEXT_CELL,
        BILLING,
    )
    page.put_row(HEAD_ROW, 0, _HEADS, "Head")
    page.heights[HEAD_ROW] = 32
    asking = Asking.begun(page, HEAD_ROW, _ANSWERS, pack)
    row = HEAD_ROW + 1
    marks = [_desk(asking, row + place, desk) for place, desk in enumerate(pack.desks)]
    listed = None
    if not marks:
        page.put(row, 0, "By our records you have no desk of your own.", "Text")
    else:
        listed = page.rows[row][0].to(page.rows[row + len(marks) - 1][0])
        page.filtered = page.rows[HEAD_ROW][0].to(page.rows[row + len(marks) - 1][_ANSWERS + 5])
    marks += _unlisted(asking, row + max(1, len(marks)) + 1, listed)
    return AskedPage(page, asking.marked(marks[0], marks[-1]), asking.to_all)


def _width(wide: float, filled: object) -> float:
    """Of a column that is as good as folded away where nothing is in it."""
    return wide if filled else _NARROW


def _desk(asking: Asking, row: int, desk: DeskLine) -> Cell:
    page = asking.page
    page.put(row, 0, desk.code, "Strong")
    page.put_row(row, 1, (desk.floor, desk.area, desk.kind), "Told")
    page.put_row(row, 4, (desk.since, desk.until), "Day")
    page.put(row, 6, desk.note, "Told")
    return asking.ask(row, desk.asked, _CORRECTS)


def _unlisted(asking: Asking, row: int, listed: Range | None) -> list[Cell]:
    """Blank lines, with heads that say what goes where; the cells of their marks."""
    page, at = asking.page, _ANSWERS + 1
    page.put_row(row, 0, [None] * (at + 5), "Text")
    head = "Do you use a desk that is not listed above? Say which one here, a line to each."
    page.put(row + 1, 0, head, "Block")
    page.put_row(row + 1, 1, [None] * at, "Block")
    page.put(row + 1, at + 1, "Which desk, or where", "Block")
    page.put(row + 1, at + 2, None, "Block")
    page.put(row + 1, at + 3, "Since (day)", "Block")
    page.put(row + 1, at + 4, "Note", "Block")
    marks = []
    for place in range(1, OTHER_DESKS + 1):
        below = row + 1 + place
        page.put(below, 0, f"Not listed {place}", "Text")
        key = LineKey(About.OTHER_DESK, RecordId(str(place)))
        marks.append(asking.ask_of_unlisted(below, str(key), listed))
    return marks
