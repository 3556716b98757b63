"""The whole workbook of a pack in memory: its four sheets, the lists of its drop-downs and its names."""

from datetime import date

from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.workbook.answer import AnswerPage
from hubdesk.exchange.review_pack.workbook.charges import ChargesPage
from hubdesk.exchange.review_pack.workbook.desks import desks_page
from hubdesk.exchange.review_pack.workbook.entries import Choices, choices
from hubdesk.exchange.review_pack.workbook.page import Page
from hubdesk.exchange.review_pack.workbook.read_me import ReadMePage
from hubdesk.exchange.xlsx.recharge_workbook.model import Book, Cell, Range

_LISTS = 8
"""The column of the sheet of answers from which lists stand, out of sight."""


class ReviewBook(Book):
    """A `Book` of pages; `lists` are the names of the ranges that drop-downs choose from."""

    def __init__(self, pages: list[Page]) -> None:
        super().__init__(list(pages))
        self.pages = pages
        self.lists: dict[Choices, str] = {}


def review_book(pack: Pack) -> ReviewBook:
    """The workbook of `pack`. Raises WorkbookDiffers, a bug, where a figure is not the pack's."""
    desks, charges = desks_page(pack), ChargesPage(pack)
    answer = AnswerPage(pack, (desks, charges.asked))
    read_me = ReadMePage(pack, charges.total)
    book = ReviewBook([read_me.page, desks.page, charges.page, answer.page])
    book.names = {
        "Agree_to_all_charges": charges.asked.to_all,
        "Agree_to_all_desks": desks.to_all,
        "Key_of_this_copy": answer.key,
        "Lines_still_to_answer": answer.still_open,
        "Total_for_the_year": charges.total,
    }
    _put_lists(book, answer.page)
    book.properties = {"title": f"{pack.hub}: {pack.review}, {pack.agency}", "author": pack.host}
    return book


def _put_lists(book: ReviewBook, page: Page) -> None:
    """Drop-downs choose from cells, since a list in the rule itself is cut at a comma and at 255 letters."""
    page.hidden_from = _LISTS
    for place in (one for page in book.pages for one in page.entries):
        words = choices(place[1])
        if words and words not in book.lists:
            name = f"List_{len(book.lists) + 1}"
            book.names[name] = _listed(page, _LISTS + len(book.lists), words)
            book.lists[words] = name


def _listed(page: Page, column: int, words: Choices) -> Range:
    cells: list[Cell] = []
    for word in words:
        style = "Day" if isinstance(word, date) else "Text"
        cells.append(page.put(len(cells), column, word, style))
    return cells[0].to(cells[-1])
