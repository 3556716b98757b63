"""A budget pasted from a spreadsheet: what each of its rows would do, its faults, and the one change."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.checks import errors_of
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import counted
from hubdesk.domain.period import year_name
from hubdesk.domain.problem import Problem
from hubdesk.domain.typed_number import typed_number
from hubdesk.exchange.csv.tabbed import Block, from_tabbed
from hubdesk.workflows.costs.columns import COLUMNS
from hubdesk.workflows.costs.headings import by_headings, by_order, headings_row, of_other_years
from hubdesk.workflows.costs.new_lines import line_of, with_values
from hubdesk.workflows.costs.totals import is_total
from hubdesk.workflows.tables.kinds import Unreadable

MOST_ROWS = 2_000
_NAMED = 6
"""Totals that are told by name."""
_TYPED = {column.id: column for column in COLUMNS if column.edit is not None}
MEANINGS: Sequence[tuple[str, str]] = tuple((column.id, column.title) for column in _TYPED.values())
"""What a pasted column may be: the ids and titles of the columns that can be typed."""


class Fate(Enum):
    """What becomes of a pasted row; the value is what people see."""

    NEW = "New line"
    CHANGED = "Changes"
    SAME = "As it is"
    CLASS = "Class of the rows below"
    LEFT_OUT = "Left out: a total"
    FAULTY = "To be put right"


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row as it was copied, `number` from 1, with what becomes of it and the line it makes."""

    number: int
    cells: tuple[str, ...]
    fate: Fate
    line: CostLine | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Pasted:
    """All of it. `change` is None while anything is at fault, or where there is nothing to do.

    `meaning` says what each column was taken for, None for one that is left out; `headings` are its
    headings, empty where there are none.
    """

    starts_in: int
    headings: tuple[str, ...]
    meaning: tuple[str | None, ...]
    rows: tuple[PastedRow, ...]
    problems: tuple[Problem, ...]
    change: Change | None
    left_out: tuple[str, ...] = field(default=())
    """Headings of columns of other years."""

    def count(self, fate: Fate) -> int:
        return sum(row.fate is fate for row in self.rows)

    def told(self) -> str:
        """What it comes to, in a sentence."""
        said = [
            f"{counted(self.count(fate), noun)} {verb}"
            for fate, noun, verb in (
                (Fate.NEW, "new line", "will be added"),
                (Fate.CHANGED, "line", "will change"),
                (Fate.SAME, "line", "as before"),
                (Fate.LEFT_OUT, "total", "left out"),
                (Fate.FAULTY, "row", "to be put right first"),
            )
            if self.count(fate)
        ]
        if not said:
            return "Nothing in it is a cost line."
        return f"{', '.join(said)}.{self._totals_named()}"

    def _totals_named(self) -> str:
        """ " Left out as totals: “Subtotal”, “Total”.", so that a cost among them is seen."""
        left = [row for row in self.rows if row.fate is Fate.LEFT_OUT]
        names = [f"“{name}”" if (name := label_of(row.cells)) else f"row {row.number}" for row in left]
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        return f" Left out as totals: {', '.join(names[:_NAMED])}{more}." if names else ""


def pasted(
    hub: Hub,
    starts_in: int,
    text: str,
    today: date,
    meaning: Sequence[str | None] | None = None,
) -> Pasted:
    """What `text`, copied in a spreadsheet, would do to the costs of the year that starts in `starts_in`.

    Columns are known by headings in one of the first rows, else by their order; `meaning` says better.
    A row whose code the year has changes that line, cells left blank stay. A row of a name alone is the
    class of those below it, unless there is a column for that. Totals are left out.
    """
    block = from_tabbed(text)
    if len(block) > MOST_ROWS:
        what = f"{len(block):,} rows are too many for a budget"
        problem = error("too-many-rows", what, "what was copied", f"Copy at most {MOST_ROWS:,} rows")
        return Pasted(starts_in, (), (), (), (problem,), None)
    top = headings_row(block, starts_in)
    headings = () if top is None else tuple(cell.strip() for cell in block[top])
    first = 0 if top is None else top + 1
    if meaning is None:
        meaning = by_order(block) if top is None else by_headings(block[top], starts_in)
    reading = _Reading(hub, starts_in, today, tuple(meaning))
    rows = tuple(reading.rows(block, first))
    problems = [problem for row in rows for problem in row.problems]
    if not problems and "budget" not in reading.places and reading.makes_lines:
        problems.append(_no_budget())
    change = reading.change(rows)
    if not problems and change:
        problems = list(errors_of(hub, change))
    return Pasted(
        starts_in,
        headings,
        tuple(meaning),
        rows,
        tuple(problems),
        change if change and not problems else None,
        tuple(of_other_years(headings, starts_in)),
    )


class _Reading:
    """Row by row: the class that holds, and the codes that are taken."""

    def __init__(self, hub: Hub, starts_in: int, today: date, meaning: tuple[str | None, ...]) -> None:
        self._hub, self._starts_in, self._today = hub, starts_in, today
        self.places = {id_: place for place, id_ in enumerate(meaning) if id_ is not None}
        self._there = {line.code: line for line in hub.cost_lines_of.get(starts_in, ())}
        self._class = ""
        self._classes = {line.cost_class for line in self._hub.cost_lines.values()}
        self._codes: Counter[str] = Counter()
        self._made: list[str] = []
        self.makes_lines = False

    def rows(self, block: Block, first: int) -> Iterator[PastedRow]:
        place = self.places.get("code")
        codes = [row[place].strip() for row in block[first:] if place is not None and place < len(row)]
        self._codes = Counter(codes)
        if (column := self.places.get("class")) is not None:
            self._classes.update(row[column].strip() for row in block[first:] if column < len(row))
        self._made = [code for code in codes if code]
        for number, cells in enumerate(block[first:], start=first + 1):
            if any(cell.strip() for cell in cells):
                yield self._row(number, cells)

    def change(self, rows: Sequence[PastedRow]) -> Change:
        """All that `rows` make, as one."""
        edits: list[Edit] = []
        for row in rows:
            if row.line is not None and row.fate in (Fate.NEW, Fate.CHANGED):
                edits.append(Edit(self._hub.cost_lines.get(row.line.id), row.line))
        return Change(
            f"Paste {counted(len(edits), 'cost line')} of {year_name(self._starts_in)}", tuple(edits)
        )

    def _row(self, number: int, cells: tuple[str, ...]) -> PastedRow:
        texts = {
            id_: cells[place].strip()
            for id_, place in self.places.items()
            if place < len(cells) and cells[place].strip()
        }
        if fate := self._no_line(texts, cells):
            return PastedRow(number, cells, fate)
        values, problems = self._read(texts, number)
        code = texts.get("code", "")
        before = self._there.get(code)
        if code and self._codes[code] > 1:
            what = f"{code} is the code of {counted(self._codes[code], 'row')}"
            problems.append(error("code-twice", what, f"row {number}, Code", "Give each its own"))
        if before is None and "budget" not in texts and "budget" in self.places:
            problems.append(_budget_blank(number))
        self.makes_lines = self.makes_lines or before is None
        if problems:
            return PastedRow(number, cells, Fate.FAULTY, problems=tuple(problems))
        if before is not None:
            line = with_values(before, values)
            return PastedRow(number, cells, Fate.SAME if line == before else Fate.CHANGED, line)
        if self._class and "class" not in values:
            values["class"] = self._class
        line = line_of(self._hub, self._starts_in, values, self._made)
        self._made.append(line.code)
        return PastedRow(number, cells, Fate.NEW, line)

    def _no_line(self, texts: Mapping[str, str], cells: Sequence[str]) -> Fate | None:
        """What a row is that makes no line: a total, or a heading for the rows below."""
        code, label = texts.get("code", ""), label_of(cells)
        if code in self._there:
            return None
        if not label:
            return None if code else Fate.LEFT_OUT
        if is_total(code or texts.get("name", label), self._classes):
            return Fate.LEFT_OUT
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 1 and "class" not in self.places and not (texts.keys() - {"code", "name"}):
            self._class = label
            self._classes.add(label)
            return Fate.CLASS
        return None if texts else Fate.LEFT_OUT

    def _read(self, texts: Mapping[str, str], number: int) -> tuple[dict[str, Any], list[Problem]]:
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for id_, text in texts.items():
            column = _TYPED[id_]
            try:
                values[id_] = column.read(text, self._hub, self._today).value
            except Unreadable as trouble:
                where = f"row {number}, {column.title}"
                problems.append(error("cell-not-understood", trouble.what, where, trouble.remedy))
        return values, problems


def label_of(cells: Sequence[str]) -> str:
    """What a row is called: its first cell that is neither blank nor a figure; nothing if there is none."""
    words = (" ".join(cell.split()) for cell in cells)
    return next((word for word in words if word and typed_number(word) is None), "")


def _budget_blank(number: int) -> Problem:
    return error(
        "budget-blank", "A new line has no budget", f"row {number}, Budget", "Type it; 0 if there is none"
    )


def _no_budget() -> Problem:
    return error(
        "no-budget-column",
        "None of the columns is taken for the budget",
        "what was copied",
        "Say above which column it is",
    )
