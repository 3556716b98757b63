"""Texts put into cells, as one change: all of them, or none and every fault told at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from hubdesk.domain.change import Change, merged
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.tables.column import Adding, Column, Row
from hubdesk.workflows.tables.kinds import Typed, Unreadable
from hubdesk.workflows.tables.laying import Put

MOST = 20_000
"""So many cells and no more go into one change: more were copied by a slip of the hand."""


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
    for one in puts:
        if one.row is not None:
            putting.edit(one, one.row)
    if adding is not None:
        new = (one for one in puts if one.row is None)
        for number, cells in groupby(new, key=lambda one: one.number):
            putting.add(number, cells, adding)
    if putting.problems:
        raise Refused(*putting.problems)
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
    """The hub as it becomes cell by cell, and what is found on the way."""

    def __init__(self, hub: Hub, today: date) -> None:
        self._hub, self._today = hub, today
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def edit(self, one: Put[Row], row: Row) -> None:
        column, where = one.column, f"row {one.number}, {one.column.title}"
        if one.text.strip() in (column.text(row), column.copied(row)):
            return
        if not column.takes(row) or column.edit is None:
            self.problems.append(_fixed(column, where))
            return
        typed = self._read(column, one.text, where)
        if typed is None or typed.value == column.value(row):
            return
        try:
            self._take(column.edit(self._hub, row, typed.value))
        except Refused as refused:
            self.problems += (replace(problem, where=where) for problem in refused.problems)

    def add(self, number: int, cells: Iterable[Put[Row]], adding: Adding) -> None:
        values: dict[str, Any] = {}
        faults = len(self.problems)
        for one in cells:
            if one.text.strip() and one.column.edit is not None:
                typed = self._read(one.column, one.text, f"row {number}, {one.column.title}")
                if typed is not None:
                    values[one.column.id] = typed.value
        if not values or len(self.problems) > faults:
            return
        try:
            self._take(adding.make(self._hub, values))
        except Refused as refused:
            self.problems += (replace(problem, where=f"row {number}") for problem in refused.problems)

    def _read(self, column: Column[Row], text: str, where: str) -> Typed | None:
        try:
            return column.read(text, self._hub, self._today)
        except Unreadable as trouble:
            self.problems.append(_problem(trouble, where))
            return None

    def _take(self, change: Change) -> None:
        if change:
            self.changes.append(change)
            self._hub = self._hub.applying(change)


def _problem(trouble: Unreadable, where: str) -> Problem:
    return error("cell-not-understood", trouble.what, where, trouble.remedy)


def _fixed(column: Column[Row], where: str) -> Problem:
    return error(
        "cell-not-typed",
        f"{column.title} cannot be typed here",
        where,
        "Leave this column out of what is copied",
    )
