"""The columns in which each line is answered, and the word that says how far it is or what is missing."""

from dataclasses import dataclass
from typing import NamedTuple

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.layout import AGREE_TO_ALL, ANSWERED, LINE, YES, Verdict
from hubdesk.exchange.review_pack.pack import Asked, Correction, Pack
from hubdesk.exchange.review_pack.workbook.entries import (
    AnyNumber,
    Day,
    Entry,
    FreeText,
    OneOf,
    WholeNumber,
    wished_days,
)
from hubdesk.exchange.review_pack.workbook.page import Page
from hubdesk.exchange.xlsx.expression import (
    Expression,
    added,
    count_of,
    equals,
    if_,
    joined,
    sum_product,
)
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Range

MARK = "So far"
LEFT = "Left to answer on this sheet"
TO_ANSWER = "to answer"
AGREED = "agreed"
QUERIED = "query"
CORRECTED = "correction"
WHICH_ANSWER = "which answer?"
ADDED = "added"
TO_WHAT = "to what?"
FROM_WHEN = "from which day?"
ASK_WHAT = "ask us what?"
WHICH_DAY = "is this day right?"
WHICH_DESK = "which desk?"
LISTED = "listed above"
HOW_MANY = "how many desks?"
HALF_SAID = (WHICH_ANSWER, TO_WHAT, FROM_WHEN, ASK_WHAT, WHICH_DAY, WHICH_DESK, LISTED)
MARKS = (TO_ANSWER, AGREED, QUERIED, CORRECTED, ADDED, *HALF_SAID)
"""All that a line's mark can say."""

WIDTHS = (18, 13, 15, 29, 14, 34, 5)
"""Of the mark, the five columns to fill in and the key."""

_MOST = 1_000_000
_LONGEST_PROMPT = 250
"""Letters of what shows beside a cell: a worksheet keeps no more than 255."""
_FOLLOWS = (
    "This figure follows from your desks, your licence or an agreed share. Correct those, or query this line."
)
_ONLY_WHICH = "Nothing is asked here: say which desk, and since when."
_WITHOUT_CORRECTION = (Verdict.AGREE.value, Verdict.QUERY.value)


@dataclass
class Asking:
    """Asks on `page`, with the mark in `column` and the cells to fill in to its right."""

    page: Page
    column: int
    days: Day
    as_at: str
    to_all: Cell

    @classmethod
    def begun(cls, page: Page, row: int, column: int, pack: Pack) -> "Asking":
        """With the heads in `row`, and two rows above them the cell that agrees to all."""
        page.put(row - 2, column, AGREE_TO_ALL, "Ask right")
        say = "Choose yes, and every line of this sheet in which you fill in nothing counts as agreed."
        to_all = page.fill_in(row - 2, column + 1, "Fill in word", OneOf((YES,), say))
        page.put_row(row, column, (MARK, ANSWERED[0], ANSWERED[1]), "Head word")
        page.put_row(row, column + 3, ANSWERED[2:], "Head")
        page.put(row, column + len(ANSWERED) + 1, LINE, "Head key")
        return cls(page, column, wished_days(pack), in_words(pack.as_at), to_all)

    def ask(self, row: int, asked: Asked, of: str = "") -> Cell:
        """The cells of one line in `row`; the one with its mark.

        `of` is what a number would correct, in a sentence.
        """
        page, at = self.page, self.column + 1
        corrected = _corrected_to(asked, self._prompt(asked, of))
        words = _WITHOUT_CORRECTION if corrected is None else tuple(one.value for one in Verdict)
        answer = page.fill_in(row, at, "Fill in word", OneOf(words))
        if corrected is None:
            to = page.close(row, at + 1, _FOLLOWS)
        else:
            style = "Fill in word" if isinstance(corrected, OneOf) else "Fill in figure"
            to = page.fill_in(row, at + 1, style, corrected)
        reason = page.fill_in(row, at + 2, "Fill in", OneOf(asked.reasons) if asked.reasons else FreeText())
        wished = page.fill_in(row, at + 3, "Fill in day", self.days)
        note = page.fill_in(row, at + 4, "Fill in lines", FreeText())
        page.put(row, at + 5, asked.key, "Key")
        said = self._said(_Answered(answer, to, reason, wished, note))
        return page.put(row, self.column, said, "Mark")

    def ask_of_unlisted(self, row: int, key: str, listed: Range | None) -> Cell:
        """The cells of a line for a desk that is not `listed`; the one with its mark."""
        page, at = self.page, self.column + 1
        for column in (at, at + 2):
            page.close(row, column, _ONLY_WHICH)
        desk = page.fill_in(row, at + 1, "Fill in", FreeText())
        since = page.fill_in(row, at + 3, "Fill in day", self.days)
        note = page.fill_in(row, at + 4, "Fill in lines", FreeText())
        page.put(row, at + 5, key, "Key")
        empty = if_(equals(joined(since, note), ""), "", WHICH_DESK)
        named = if_(equals(since, ""), FROM_WHEN, ADDED)
        if listed is not None:
            named = if_(sum_product(equals(listed, desk) * 1) > 0, LISTED, named)
        said = if_(is_other_day(self.days, since), WHICH_DAY, if_(equals(desk, ""), empty, named))
        return page.put(row, self.column, said, "Mark")

    def marked(self, first: Cell, last: Cell) -> Range:
        """The marks from one line to another, coloured; how many of them ask for more stands above."""
        marks = first.to(last)
        self.page.marks.append(marks)
        row = self.to_all.row + 1
        self.page.put(row, self.column, LEFT, "Ask right")
        left = added(count_of(marks, word) for word in (TO_ANSWER, *HALF_SAID))
        self.page.put(row, self.column + 1, left, "Left")
        return marks

    def _prompt(self, asked: Asked, of: str) -> str:
        """What shows beside the cell of a correction: what is held now, then what to fill in."""
        held = f"By our records on {self.as_at}: {asked.held}." if asked.held else ""
        said = f"{held} {of}".strip()
        return said if len(said) <= _LONGEST_PROMPT else f"{said[:_LONGEST_PROMPT]}…"

    def _said(self, one: "_Answered") -> Expression:
        """The mark: a word for what the line says now, or a question where it says half of it.

        No deeper than the seven functions in one another that old worksheets can keep.
        """
        untouched = if_(equals(self.to_all, YES), AGREED, TO_ANSWER)
        said = if_(equals(joined(*one), ""), untouched, WHICH_ANSWER)
        nothing = equals(one.to, "")
        asks = if_(equals(joined(one.reason, one.note), ""), ASK_WHAT, QUERIED)
        for word, then in (
            (Verdict.CORRECT, if_(nothing, TO_WHAT, if_(equals(one.wished, ""), FROM_WHEN, CORRECTED))),
            (Verdict.QUERY, if_(nothing, asks, WHICH_ANSWER)),
            (Verdict.AGREE, if_(nothing, AGREED, WHICH_ANSWER)),
        ):
            said = if_(equals(one.answer, word.value), then, said)
        return if_(is_other_day(self.days, one.wished), WHICH_DAY, said)


class _Answered(NamedTuple):
    """The cells that are filled in for a line."""

    answer: Cell
    to: Cell
    reason: Cell
    wished: Cell
    note: Cell


def is_other_day(days: Day, filled: Cell) -> Expression:
    """Whether something is `filled` in that is no day which is taken: text is above every number."""
    first, last = days.serials
    return (1 - equals(filled, "")) * ((filled < first) + (filled > last)) > 0


def _corrected_to(asked: Asked, say: str) -> Entry | None:
    """What a line can be corrected to; None where it can be agreed or queried alone."""
    if asked.choices:
        return OneOf(asked.choices, say)
    if asked.correction is Correction.WHOLE_NUMBER:
        return WholeNumber(0, _MOST, say)
    if asked.correction is Correction.NUMBER:
        return AnyNumber(_MOST * 1000, say)
    return None
