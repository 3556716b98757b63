"""Statements set on pages: a PDF for people and their screen readers (PDF/UA-1), of three pages at most."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from hubdesk.exchange.statement.figures import in_column, sum_of_money
from hubdesk.exchange.statement.statement import Cell, Due, Statement, Table
from hubdesk.exchange.typesetting import Template, letters_on_pages

MOST_PAGES = 3


class _Fit(NamedTuple):
    """One way to set a statement: its type in points, and the most rows to a table.

    It is worth trying up to `worth` rows in all: more never fit, and setting them takes a while.
    """

    points: float
    rows: int
    worth: int


_ALL = 1_000_000
_FITS = (
    *(_Fit(points, _ALL, worth) for points, worth in ((8.5, 130), (7.5, 170), (6.8, 220))),
    *(_Fit(6.8, rows, _ALL) for rows in (24, 12, 6)),
)
"""First smaller type, down to what is easily read; then the smallest figures of a table in one row."""
_SCRAP = 700
"""With fewer letters than this a last page is hardly worth a sheet: a little smaller type may spare it."""


class Typesetter:
    """Sets statements, one after the other or in several threads; the fonts are looked through once."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._template = Template(template, fonts)

    def pdf(self, statement: Statement) -> bytes:
        """The pages of `statement`: the same bytes for the same statement.

        The type is as large as three pages allow. Where even small type is not enough, the smallest
        figures of a table stand together in one row.
        """
        rows = sum(len(one.rows) for one in statement.tables)
        worth = [fit for fit in _FITS if rows <= fit.worth]
        content = self._fitted(statement, worth[0])
        while len(worth) > 1 and len(letters_on_pages(content)) > MOST_PAGES:
            worth = worth[1:]
            content = self._fitted(statement, worth[0])
        return self._without_scrap(statement, content, worth)

    def _without_scrap(self, statement: Statement, content: bytes, worth: Sequence[_Fit]) -> bytes:
        """`content`, set as the first of `worth`; in smaller type where that spares a nearly empty page."""
        letters = letters_on_pages(content)
        if len(letters) == 1 or letters[-1] >= _SCRAP or len(worth) == 1 or worth[1].rows != worth[0].rows:
            return content
        tighter = self._fitted(statement, worth[1])
        return tighter if len(letters_on_pages(tighter)) < len(letters) else content

    def _fitted(self, statement: Statement, fit: _Fit) -> bytes:
        return self._set(statement.trimmed(fit.rows), fit.points)

    def _set(self, statement: Statement, points: float) -> bytes:
        return self._template.pdf({"statement": json.dumps(_plain(statement)), "points": str(points)})


def _plain(value: object) -> object:
    """`value` as JSON takes it; the cells of tables and what is due as they are written."""
    plain: object = value
    match value:
        case Table():
            plain = {
                "title": value.title,
                "introduction": value.introduction,
                "columns": _plain(value.columns),
                "rows": [[_cell(cell) for cell in row] for row in value.rows],
                "total": [_cell(cell) for cell in value.total],
            }
        case Due():
            plain = {"words": value.words, "sum": sum_of_money(value.pence)}
        case Enum():
            plain = value.value
        case date():
            plain = [value.year, value.month, value.day]
        case tuple():
            plain = [_plain(one) for one in value]
        case _ if is_dataclass(value):
            plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            pass
    return plain


def _cell(cell: Cell) -> object:
    return in_column(cell) if isinstance(cell, int) else _plain(cell)
