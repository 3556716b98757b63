"""Texts put into cells, as one change: all of them, or none and every fault told at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from hubdesk.domain.change import Change, merged
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.record import Record, references
from hubdesk.workflows.tables.column import Adding, Column, Row
from hubdesk.workflows.tables.kinds import Typed, Unreadable
from hubdesk.workflows.tables.laying import Put

_Touched = tuple[type[Record], RecordId | frozenset[RecordId]]

MOST = 5_000
"""So many cells and no more go into one change: more were copied by a slip of the hand."""
_BELOW = MOST
"""What is told of rows that are yet to be comes after all that is told of those that are there."""


def put(hub: Hub, puts: Sequence[Put[Row]], today: date, title: str, adding: Adding | None = None) -> Change:
    """What `puts` come to. Those for rows that are yet to be come in by `adding`, and else are left out.

    Cells that show it already are left as they are. Raises Refused with a problem to each cell at fault.
    """
    if len(puts) > MOST:
        raise Refused(
            error(
                "too-many-cells", f"{len(puts):,} cells are too many", title, f"Take at most {MOST:,} at once"
            )
        )
    putting = _Putting(hub, today)
    # Column by column: what touches the same record is then far apart.
    for place, one in sorted(enumerate(puts), key=lambda pair: pair[1].column.id):
        if one.row is not None:
            putting.edit(place, one, one.row)
    if adding is not None:
        new = (one for one in puts if one.row is None)
        for number, cells in groupby(new, key=lambda one: one.number):
            putting.add(number, cells, adding)
    if putting.problems:
        raise Refused(*(problem for _, problem in sorted(putting.problems, key=lambda one: one[0])))
    if len(putting.changes) == 1:
        return putting.changes[0]
    return merged(title, putting.changes)


def why_not(hub: Hub, column: Column[Row], row: Row, text: str, today: date) -> Problem | None:
    """What is the matter with `text` in that one cell."""
    try:
        typed = column.read(text, hub, today)
    except Unreadable as trouble:
        return _problem(trouble, column.title)
    if column.edit is not None and typed.value != column.value(row):
        try:
            column.edit(hub, row, typed.value)
        except Refused as refused:
            return refused.problems[0]
    return None


class _Putting:
    """The hub as it becomes, and what is found on the way.

    A hub with other records finds everything anew, so edits of different records are made on the same one.
    """

    def __init__(self, hub: Hub, today: date) -> None:
        self._hub, self._today = hub, today
        self._pending: list[Change] = []
        self._touched: set[_Touched] = set()
        self.changes: list[Change] = []
        self.problems: list[tuple[int, Problem]] = []
        self._place = 0

    def edit(self, place: int, one: Put[Row], row: Row) -> None:
        self._place = place
        column, where = one.column, f"row {one.number}, {one.column.title}"
        if one.text.strip() in (column.text(row), column.copied(row)):
            return
        if not column.takes(row) or column.edit is None:
            self.problems.append((self._place, _fixed(column, where)))
            return
        typed = self._read(one)
        if typed is None or typed.value == column.value(row):
            return
        try:
            change = column.edit(self._hub, row, typed.value)
            if any(one in self._touched for one in _touched(change)):
                self._catch_up()
                change = column.edit(self._hub, row, typed.value)
        except Refused as refused:
            self.problems += ((self._place, replace(problem, where=where)) for problem in refused.problems)
        else:
            self._take(change)

    def add(self, number: int, cells: Iterable[Put[Row]], adding: Adding) -> None:
        self._place = _BELOW + number
        values: dict[str, Any] = {}
        faults = len(self.problems)
        for one in cells:
            if one.text.strip() and one.column.edit is not None:
                typed = self._read(one)
                if typed is not None:
                    values[one.column.id] = typed.value
        if not values or len(self.problems) > faults:
            return
        self._catch_up()
        try:
            self._take(adding.make(self._hub, values))
        except Refused as refused:
            where = f"row {number}"
            self.problems += ((self._place, replace(problem, where=where)) for problem in refused.problems)

    def _read(self, one: Put[Row]) -> Typed | None:
        try:
            return one.column.read(one.text, self._hub, self._today)
        except Unreadable as trouble:
            self.problems.append((self._place, _problem(trouble, f"row {one.number}, {one.column.title}")))
            return None

    def _take(self, change: Change) -> None:
        if change:
            self.changes.append(change)
            self._pending.append(change)
            self._touched.update(_touched(change))

    def _catch_up(self) -> None:
        """Make the hub what it is with all that was taken."""
        if self._pending:
            self._hub = self._hub.applying(merged("", self._pending))
            self._pending.clear()
            self._touched.clear()


def _touched(change: Change) -> Iterator[_Touched]:
    """The records of `change`; and of each that it adds, whose it is: another cell may add the same again."""
    for edit in change.edits:
        yield edit.kind, edit.id
        if edit.before is None and edit.after is not None:
            yield edit.kind, frozenset(target for _, target in references(edit.after))


def _problem(trouble: Unreadable, where: str) -> Problem:
    return error("cell-not-understood", trouble.what, where, trouble.remedy)


def _fixed(column: Column[Row], where: str) -> Problem:
    return error(
        "cell-not-typed",
        f"{column.title} cannot be typed here",
        where,
        "Leave this column out of what is copied",
    )
