"""The sheet of the licences and charges: each line with how it is worked out below it, live."""

from collections.abc import Iterator

from hubdesk.exchange.review_pack.layout import YOUR_CHARGES
from hubdesk.exchange.review_pack.pack import Other, Pack
from hubdesk.exchange.review_pack.wording import BILLING, CREDIT
from hubdesk.exchange.review_pack.workbook.asking import WIDTHS, Asking
from hubdesk.exchange.review_pack.workbook.desks import AskedPage
from hubdesk.exchange.review_pack.workbook.licence_rows import put_licence
from hubdesk.exchange.review_pack.workbook.page import Page, named
from hubdesk.exchange.review_pack.workbook.share_rows import put_share
from hubdesk.exchange.review_pack.workbook.sums import coming_to, together
from hubdesk.exchange.review_pack.workbook.tops import HEAD_ROW, NEXT_CELL, put_top
from hubdesk.exchange.review_pack.workbook.workings import HELD, MONEY, Workings
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell

_HEADS = (
    "Code",
    "What it is, and how it is worked out",
    "Desks, or your part",
    "Days",
    "Out of",
    "Rate, or cost",
    "Concession",
    "£",
    "As we hold it",
)
_ANSWERS = len(_HEADS)


class ChargesPage:
    """The sheet: `total` is its cell with what the year comes to, in pounds."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.page: Page = named(
            YOUR_CHARGES,
            widths=(9, 52, 11, 6, 12, 13, 11, 13, 15, *WIDTHS),
            frozen=(HEAD_ROW + 1, 2),
            repeated=(HEAD_ROW, HEAD_ROW),
            printed_columns=_ANSWERS + len(WIDTHS) - 1,
            colour="#330080",
        )
        put_top(
            self.page,
            pack,
            f"What {pack.year} comes to, without VAT. Answer the lines in bold; its workings are below.",
            NEXT_CELL,
            BILLING,
        )
        self.page.put_row(HEAD_ROW, 0, _HEADS[:2], "Head")
        self.page.put_row(HEAD_ROW, 2, _HEADS[2:HELD], "Head figure")
        self.page.put(HEAD_ROW, HELD, _HEADS[HELD], "Head word")
        self.page.heights[HEAD_ROW] = 32
        asking = Asking.begun(self.page, HEAD_ROW, _ANSWERS, pack)
        self._workings = Workings(asking, HEAD_ROW + 1)
        self._sections: list[Cell] = []
        self.total = self._filled()
        marks = self._workings.marks
        self.asked = AskedPage(
            self.page, asking.marked(marks[0], marks[-1]) if marks else None, asking.to_all
        )

    def _filled(self) -> Cell:
        pack, workings = self._pack, self._workings
        self._section(
            "Your licences",
            (put_licence(workings, one, pack.days_of_year) for one in pack.licences),
        )
        self._section("Your part of the shared costs", (put_share(workings, one) for one in pack.shares))
        self._section("Other charges and credits", (self._other(one) for one in pack.others))
        if not self._sections:
            workings.put_words(f"You are charged for nothing in {pack.year}.")
        formula, _ = coming_to(together(self._sections), pack.total, "total")
        row = workings.row
        self.page.put_row(row, 0, ["Total", f"{pack.year}, without VAT", *[None] * (MONEY - 2)], "Text total")
        return self.page.put(row, MONEY, formula, "Money total")

    def _section(self, title: str, lines: Iterator[Cell]) -> None:
        """A heading with the sum of `lines`, which are put below it as they come; nothing without any."""
        workings = self._workings
        row = workings.row
        workings.row += 1
        cells = list(lines)
        if not cells:
            workings.row = row
            return
        self.page.put_row(row, 0, [title, *[None] * (MONEY - 1)], "Block")
        self._sections.append(self.page.put(row, MONEY, together(cells), "Block figure"))
        workings.row += 1

    def _other(self, other: Other) -> Cell:
        workings = self._workings
        what = f"{other.what} · {CREDIT}" if other.pence < 0 else other.what
        cell = workings.put_named(workings.begin_line(), "", what, other.pence / 100)
        if other.why:
            workings.put_words(other.why)
        return cell
