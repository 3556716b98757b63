"""The sheet with what an agency says at the end, and how far it is."""

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.layout import KEY, YOUR_ANSWER, AnswerField
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.wording import BILLING
from hubdesk.exchange.review_pack.workbook.asking import (
    ADDED,
    AGREED,
    CORRECTED,
    FROM_WHEN,
    HALF_SAID,
    HOW_MANY,
    QUERIED,
    TO_ANSWER,
    WHICH_DAY,
    is_other_day,
)
from hubdesk.exchange.review_pack.workbook.desks import AskedPage
from hubdesk.exchange.review_pack.workbook.entries import (
    Day,
    Entry,
    FreeText,
    OneOf,
    WholeNumber,
    signing_days,
    wished_days,
)
from hubdesk.exchange.review_pack.workbook.page import Page, named
from hubdesk.exchange.review_pack.workbook.tops import SECTION_HEIGHT, put_top
from hubdesk.exchange.xlsx.expression import Expression, added, count_of, equals, if_, joined, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell

_COUNTED = (
    ("Agreed", (AGREED,)),
    ("Queries", (QUERIED,)),
    ("Corrections", (CORRECTED, ADDED)),
    ("Half answered", HALF_SAID),
    ("Still to answer", (TO_ANSWER,)),
)
_TOP = 4
_MOST_DESKS = 1000
_LONGEST_ROLE = 100
_ONE_LINE = 20.0
_TALL = 64.0


class AnswerPage:
    """The sheet: `key` is its cell with the key of the copy, `still_open` the one that counts open lines."""

    def __init__(self, pack: Pack, asked: tuple[AskedPage, ...]) -> None:
        self.page: Page = named(
            YOUR_ANSWER, widths=(44, 36, 18, 13, 15, 16), portrait=True, printed_columns=6, colour="#CC801A"
        )
        put_top(
            self.page,
            pack,
            f"When nothing is left to answer, sign below, save the workbook and send it back. {BILLING}",
        )
        half, self.still_open = self._counts(asked)
        verdict_row = _TOP + len(asked) + 4
        self._row = verdict_row + 2
        wish, role, day = self._fields(pack)
        self.page.put(verdict_row, 0, _verdict(half, wish, self.still_open, role, day), "Strong said")
        self._row += 1
        self.page.put(self._row, 0, KEY, "Label")
        self.key = self.page.put(self._row, 1, pack.key, "Key of copy")
        said = f"Copy {pack.copy}, made on {in_words(pack.made)}. The key tells us whose answer this is."
        self.page.put(self._row + 1, 1, said, "Hint")

    def _counts(self, asked: tuple[AskedPage, ...]) -> tuple[Cell, Cell]:
        """How many lines are how far; the cells of those half answered and those still to answer."""
        page = self.page
        page.put_row(_TOP, 0, ["How far you are", *[None] * len(_COUNTED)], "Section")
        page.heights[_TOP] = SECTION_HEIGHT
        page.put(_TOP + 1, 0, "Lines on the sheet", "Head")
        page.put_row(_TOP + 1, 1, [head for head, _ in _COUNTED], "Head figure")
        first = _TOP + 2
        for row, one in enumerate(asked, first):
            page.put(row, 0, one.page.title, "Text")
            for column, (_, words) in enumerate(_COUNTED, 1):
                counted = added(count_of(one.marks, word) for word in words) if one.marks else 0
                page.put(row, column, counted, "Count")
        last = first + len(asked)
        page.put(last, 0, "Together", "Text total")
        sums = []
        for column in range(1, len(_COUNTED) + 1):
            cells = page.rows[first][column].to(page.rows[last - 1][column])
            sums.append(page.put(last, column, sum_of(cells), "Count total"))
        return sums[-2], sums[-1]

    def _fields(self, pack: Pack) -> tuple[Expression, Cell, Cell]:
        """What is asked; how much of the wish is missing, and the cells of the role and of the day."""
        reasons = pack.wish.reasons
        more = WholeNumber(
            -_MOST_DESKS,
            _MOST_DESKS,
            f"You license {pack.wish.held or 'none'}. 3 for three more, -2 for two fewer; empty for none.",
        )
        self._section("Would you like more desks, or fewer?", "Leave this empty if all is well as it is.")
        days = wished_days(pack)
        number = self._field(AnswerField.MORE_DESKS, "Fill in figure", more)
        since = self._field(AnswerField.FROM, "Fill in day", days)
        if reasons:
            why = self._field(AnswerField.WHY, "Fill in", OneOf(reasons))
        else:
            why = self._lines(AnswerField.WHY)
        missing = self._marked_wish(number, since, why, days)
        self._row += 1
        self._section("Who answers", "Your role is enough: we need no name.")
        role = self._field(AnswerField.SIGNED_BY, "Fill in", FreeText(_LONGEST_ROLE))
        day = self._field(AnswerField.SIGNED_ON, "Fill in day", signing_days(pack))
        self._lines(AnswerField.REMARK)
        return missing, role, day

    def _marked_wish(self, number: Cell, since: Cell, why: Cell, days: Day) -> Expression:
        """Marks beside the wish that ask for what is missing of it; how many of them do."""
        none, wanted = equals(number, ""), (1 - equals(number, "")) * (1 - equals(number, 0)) > 0
        how_many = if_(equals(joined(since, why), ""), "", HOW_MANY)
        day = if_(
            equals(since, ""), if_(wanted, FROM_WHEN, ""), if_(is_other_day(days, since), WHICH_DAY, "")
        )
        marks = (
            self.page.put(number.row, 2, if_(none, how_many, ""), "Mark beside"),
            self.page.put(since.row, 2, day, "Mark beside"),
        )
        self.page.marks.append(marks[0].to(marks[1]))
        return added(1 - equals(one, "") for one in marks)

    def _section(self, title: str, hint: str) -> None:
        self.page.put_row(self._row, 0, [title, *[None] * len(_COUNTED)], "Section")
        self.page.heights[self._row] = SECTION_HEIGHT
        self.page.put(self._row + 1, 0, hint, "Hint")
        self._row += 2

    def _lines(self, asked: AnswerField) -> Cell:
        """A field with room for a few sentences."""
        cell = self._field(asked, "Fill in lines", FreeText())
        self.page.heights[cell.row] = _TALL
        return cell

    def _field(self, asked: AnswerField, style: str, entry: Entry) -> Cell:
        self.page.put(self._row, 0, asked.value, "Label")
        self.page.heights[self._row] = _ONE_LINE
        cell = self.page.fill_in(self._row, 1, style, entry)
        self._row += 1
        return cell


def _verdict(half: Cell, wish: Expression, still_open: Cell, role: Cell, day: Cell) -> Expression:
    """What is left to do, in a sentence."""
    unsigned = "Every line is answered. Fill in your role and the day below, then save and send this back."
    done = "All done. Save this workbook and send it back."
    signed = if_(equals(role, ""), unsigned, if_(equals(day, ""), unsigned, done))
    open_ = "Not finished yet: some lines are still to answer."
    half_ = "Not finished yet: some lines are half answered. The column So far says what is missing."
    wish_ = "Not finished yet: beside your wish for more or fewer desks it says what is missing."
    left = if_(still_open > 0, open_, if_(wish > 0, wish_, signed))
    return if_(half > 0, half_, left)
