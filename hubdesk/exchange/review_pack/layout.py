"""What writing and reading the workbook of a pack have in common: names of sheets, headings and words."""

from enum import Enum

READ_ME = "Read me"
YOUR_DESKS = "Your desks"
YOUR_CHARGES = "Your licence and charges"
YOUR_ANSWER = "Your answer"
SHEETS = (READ_ME, YOUR_DESKS, YOUR_CHARGES, YOUR_ANSWER)

LINE = "Line"
"""The heading of the column with the key of each line: told by it alone, however rows are sorted."""
ANSWER = "Your answer"
CORRECT_TO = "Correct it to"
REASON = "Reason"
WISHED = "From (day)"
NOTE = "Note"
ANSWERED = (ANSWER, CORRECT_TO, REASON, WISHED, NOTE)
"""The headings of the columns that are the agency's to fill in, at the right-hand end of a table."""

AGREE_TO_ALL = "Agree to all lines not answered below"
"""To the left of a cell at the top of the desks and of the charges, which is empty or `YES`.

It answers those lines of its sheet that have nothing in any of the five answer columns.
"""
YES = "yes"

OTHER_DESKS = 20
"""Blank lines for desks that the agency has and the records do not.

No verdict or reason is asked in them: `CORRECT_TO` says which desk, `WISHED` since when.
"""


class Verdict(Enum):
    """What an agency says of a line; the value is the word in the drop-down, which takes it in any case."""

    AGREE = "agree"
    QUERY = "query"
    CORRECT = "correct it to"


class AnswerField(Enum):
    """What is asked at the end, by the words beside the cell."""

    MORE_DESKS = "Desks we would like more (+) or fewer (-)"
    FROM = "From (day)"
    WHY = "Why"
    SIGNED_BY = "Your role (for example Area manager)"
    SIGNED_ON = "Day"
    REMARK = "Anything else"


KEY = "Key of this copy"
"""Beside the cell that holds `Pack.key`, on the sheet Your answer."""
