"""`Returned`: what a workbook that came back says, before anybody asks whether it is right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hubdesk.domain.problem import Problem
from hubdesk.exchange.review_pack.layout import AnswerField


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a cell that is the agency's to fill in, as text, and where.

    A formula is text here as well: it begins with "=", and nobody works it out. `day` is the day that
    the cell names, if it names one.
    """

    text: str = ""
    where: str = ""
    day: date | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Typed()


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """A row with the key of a line, and what is filled in: the headings of layout.ANSWERED in order.

    `agreed_by_all` is whether its sheet agrees to all lines in which nothing is filled in.
    """

    line: str
    where: str
    """ "sheet Your desks, row 7"."""
    answer: Typed = NOTHING
    correct_to: Typed = NOTHING
    reason: Typed = NOTHING
    wished: Typed = NOTHING
    note: Typed = NOTHING
    agreed_by_all: bool = False

    @property
    def typed(self) -> tuple[Typed, ...]:
        return (self.answer, self.correct_to, self.reason, self.wished, self.note)

    @property
    def is_blank(self) -> bool:
        return not any(self.typed)


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell that was not the agency's to fill in: what it shows, its formula if it has one, and where."""

    shown: str
    formula: str
    where: str


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row as it came: its cells by heading, or by column where there is none.

    `line` is its key; empty for a title, a working or a row that somebody added.
    """

    where: str
    cells: Mapping[str, SeenCell]
    line: str = ""
    filled: tuple[Typed, ...] = ()
    """What stands in the agency's own columns, where the row has no key."""


@dataclass(frozen=True, slots=True)
class SeenSheet:
    """A sheet under the name that it came with."""

    name: str
    rows: tuple[SeenRow, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """What the workbook says. `notes` are what to know about it that stands nowhere in it."""

    key: str
    answers: tuple[LineAnswer, ...]
    fields: Mapping[AnswerField, Typed]
    sheets: tuple[SeenSheet, ...]
    saved: datetime | None = None
    """When a program last saved it, by its own word: without a time zone."""
    notes: tuple[Problem, ...] = field(default=())
    over: tuple[Typed, ...] = ()
    """The words of comments and boxes that lie over the cells. A pack has none."""

    def said(self, which: AnswerField) -> Typed:
        """What is filled in beside those words at the end."""
        return self.fields.get(which, NOTHING)
