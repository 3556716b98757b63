"""Statements set on pages: a PDF for people and their screen readers (PDF/UA-1), of three pages at most."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from hubdesk.exchange.statement.figures import in_column, sum_of_money
from hubdesk.exchange.statement.statement import Cell, Due, Statement, Table
from hubdesk.exchange.typesetting import Template, pages_of

MOST_PAGES = 3


class _Fit(NamedTuple):
    """One way to make a statement shorter: the size of its type in points, and the most rows to a table."""

    points: float
    rows: int


_FITS = (
    *(_Fit(points, 10_000) for points in (8.5, 7.5, 6.8)),
    *(_Fit(6.8, rows) for rows in (24, 12, 6)),
)
"""First smaller type, down to what is easily read; then the smallest figures of a table in one row."""
_WORTH_TRYING = 220
"""Rows that might still fit on three pages in the smallest type."""


class Typesetter:
    """Sets statements, one after the other or in several threads; the fonts are looked through once."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._template = Template(template, fonts)

    def pdf(self, statement: Statement) -> bytes:
        """The pages of `statement`: the same bytes for the same statement.

        The type is as large as three pages allow. Where even small type is not enough, the smallest
        figures of a table stand together in one row.
        """
        for fit in _worth(statement):
            content = self._set(statement.trimmed(fit.rows), fit.points)
            if pages_of(content) <= MOST_PAGES:
                break
        return content

    def _set(self, statement: Statement, points: float) -> bytes:
        return self._template.pdf({"statement": json.dumps(_plain(statement)), "points": str(points)})


def _worth(statement: Statement) -> Iterator[_Fit]:
    """The ways to fit it that are worth trying, the best first: setting a thousand rows takes a while."""
    most = sum(len(one.rows) for one in statement.tables)
    for fit in _FITS[:-1]:
        if fit.rows < most or most <= _WORTH_TRYING:
            yield fit
    yield _FITS[-1]


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
