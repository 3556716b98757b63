"""The first sheet: what this is, what to do by when, and what the figures are."""

from collections.abc import Sequence
from textwrap import wrap

from hubdesk.domain.days import in_words
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.layout import AGREE_TO_ALL, READ_ME, YOUR_ANSWER, YOUR_CHARGES, YOUR_DESKS
from hubdesk.exchange.review_pack.pack import Estimate, Pack
from hubdesk.exchange.review_pack.wording import BILLING, CREDIT, ROUNDING, as_it_is, desks_compared
from hubdesk.exchange.review_pack.workbook.asking import MARK
from hubdesk.exchange.review_pack.workbook.page import Page, named
from hubdesk.exchange.review_pack.workbook.sums import coming_to, together
from hubdesk.exchange.review_pack.workbook.tops import SECTION_HEIGHT
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Content

_LONGEST_ROW = 1500
"""Letters of a row of text."""

_WIDTHS = (32, 92, 15)


class ReadMePage:
    """The sheet, filled from the top; `total` is the cell with what the year comes to."""

    def __init__(self, pack: Pack, total: Cell) -> None:
        self.page: Page = named(READ_ME, widths=_WIDTHS, portrait=True, printed_columns=3, colour="#006666")
        self._pack = pack
        self._row = 0
        self._opening()
        self._steps()
        self._facts(total)
        if pack.text:
            self._section("What this review is about")
            self._paragraphs("", pack.text)
        self._changes()
        if pack.estimate:
            self._estimate(pack.estimate)
        self._shown()
        self._worked_out()

    def _opening(self) -> None:
        pack = self._pack
        self.page.put(0, 0, "Your desks and charges: are they right?", "Title")
        self.page.put(1, 0, f"{pack.review} at {pack.hub}", "Subtitle")
        self._row = 3
        self._pair("To", f"{pack.agency} ({pack.sector} sector)" if pack.sector else pack.agency)
        self._pair("From", pack.host)
        self._fact("Answer by", pack.deadline, "Fact day")
        silence = (
            "If we have no answer from you by then, we take it that you agree with all that is in here."
            if pack.silence
            else "No answer does not mean that you agree: we would come back to you."
        )
        self._fact("If you do not answer", silence)
        self._fact("If you query", BILLING)
        self._fact("What is shown", f"Your desks and charges {as_it_is(pack)}.")
        self._paragraphs("Whom to ask", pack.contact)

    def _steps(self) -> None:
        pack = self._pack
        self._section("What to do")
        self._pair(
            "Before you start",
            "Save the workbook on your computer, open it, and if Excel shows a yellow bar at the top, choose "
            "“Enable Editing”.",
        )
        steps = (
            f"Is all of it right? Look through the sheets “{YOUR_DESKS}” and “{YOUR_CHARGES}”, choose “yes” "
            f"at the top of each, beside “{AGREE_TO_ALL}”, and go on to step 3.",
            "Is something not right? In the yellow cells of its line choose “query” (ask us about it) or "
            "“correct it to”, then what it should be, a reason and the day from which; or write a note. You "
            "can agree to all the other lines at the top.",
            f"On the sheet “{YOUR_ANSWER}”, say whether you would like more desks or fewer, see that "
            "nothing is left to answer, and fill in your role and the day.",
            "Save the workbook under the name that it has, as an Excel workbook (.xlsx), and send it back "
            f"to {_whom(pack)} by {in_words(pack.deadline)}.",
        )
        for place, step in enumerate(steps, 1):
            self._pair(f"Step {place}", step)
        self._pair(
            "Yellow and grey",
            "Yellow cells are yours to fill in. Grey cells and all others are ours and locked: where a line "
            "has a grey cell under “Correct it to”, its figure follows from your desks, your licence or an "
            "agreed share. Correct that, or query the line.",
        )
        self._pair(
            MARK,
            "The column of this name says how far each line is, or asks for what is still missing: from "
            "which day, to what, what your question is.",
        )

    def _facts(self, total: Cell) -> None:
        pack = self._pack
        self._section("In short")
        counted, *why = desks_compared(pack)
        self._fact("Your desks", counted, "Fact words")
        self._paragraphs("", [" ".join(why)] if why else [])
        self._fact(f"Charges {pack.year}, without VAT", total, "Fact money")

    def _changes(self) -> None:
        pack = self._pack
        self._section("Changes since the last review")
        if not pack.compared_with:
            self._paragraphs("", ("This is the first review, so there is nothing to compare it with.",))
            return
        self._fact("Compared with", pack.compared_with)
        self._paragraphs("", pack.changes or ("Nothing has changed.",))

    def _estimate(self, estimate: Estimate) -> None:
        self._section(f"What {estimate.year} is likely to come to")
        cells = []
        for one in estimate.rows:
            self.page.put(self._row, 0, one.what, "Paragraph")
            why = [one.why, CREDIT if one.pence < 0 else ""]
            self.page.put(self._row, 1, ", ".join(said for said in why if said), "Paragraph")
            cells.append(self.page.put(self._row, 2, one.pence / 100, "Money"))
            self._row += 1
        formula, placed = coming_to(together(cells), estimate.total, "the estimate")
        self.page.put_row(self._row, 0, ["Together, without VAT", placed], "Text total")
        self.page.put(self._row, 2, formula, "Money total")
        self._row += 1
        self._paragraphs("How we estimate it", estimate.basis)

    def _shown(self) -> None:
        pack = self._pack
        self._section("What this shows, and what it does not")
        totals = (
            "Of the others only the totals are shown that your own part is worked out from."
            if pack.totals is Totals.OPEN
            else "A total is shown only where at least three others stand behind it. Elsewhere it says "
            "“not shown”, and your part is a fixed figure."
        )
        self._paragraphs(
            "",
            (
                "All figures are your own: your desks, your licences, your part of the shared costs. "
                "Nobody else's desks or charges are in this workbook.",
                totals,
            ),
        )

    def _worked_out(self) -> None:
        self._section("How the figures are worked out")
        self._pair("Licences", "Desks × rate × days ÷ days of the year, added up and rounded to the penny.")
        self._pair("Concessions", "The same for the desks that they are for, times the percentage.")
        self._pair(
            "Shared costs",
            "The cost of the period × your part ÷ the whole, in whole pence; a concession is a percentage of "
            "what that comes to.",
        )
        self._pair("Rounding", f"{ROUNDING} Yours stand as a fixed figure beside “Rounding”.")
        self._pair(
            "Formulas",
            f"On the sheet “{YOUR_CHARGES}” they are live: choose a figure and read how it comes about.",
        )

    def _section(self, title: str) -> None:
        self._row += 1
        self.page.put_row(self._row, 0, [title, None, None], "Section")
        self.page.heights[self._row] = SECTION_HEIGHT
        self._row += 1

    def _fact(self, label: str, content: Content, style: str = "Paragraph") -> None:
        self._pair(label, content, style)

    def _pair(self, label: str, content: Content, style: str = "Paragraph") -> None:
        self.page.put(self._row, 0, label, "Label")
        self.page.put(self._row, 1, content, style)
        self._row += 1

    def _paragraphs(self, label: str, paragraphs: Sequence[str]) -> None:
        rows = [row for one in paragraphs for row in _rows(one)]
        for place, row in enumerate(rows):
            self._pair("" if place else label, row)


def _whom(pack: Pack) -> str:
    """Where the answer goes: the first address of those to ask, if there is one."""
    return next((one for one in pack.contact if "@" in one), "whoever sent it to you")


def _rows(paragraph: str) -> list[str]:
    """`paragraph` in as many rows as it takes, since a row is never taller than a page."""
    return [paragraph] if len(paragraph) <= _LONGEST_ROW else wrap(paragraph, _LONGEST_ROW)
