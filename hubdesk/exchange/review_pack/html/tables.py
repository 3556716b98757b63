"""Tables of the page, and how figures came about: readable row by row where there is no room for columns."""

from html import escape

from hubdesk.exchange.review_pack.leaflet.leaflet import Row, Table, Why
from hubdesk.exchange.review_pack.leaflet.mails import linked
from hubdesk.exchange.review_pack.pack import Reckoned
from hubdesk.exchange.statement.figures import in_column, sum_of_money
from hubdesk.exchange.statement.statement import Cell, Column, Kind, Words

_FIGURES = frozenset({Kind.MONEY, Kind.FIGURE})
_LONG = 14
"""Letters of a word beyond which there may be no room for it beside other columns."""
_IN_ONE_LINE = 24
"""Letters of a figure that is not broken: "1,176,000 of 8,604,000"."""
_SEEN = 2
"""Levels of a working that are seen at once."""


def in_lines(words: str) -> str:
    """`words` with the lines that their writer gave them."""
    return "<br/>".join(map(escape, words.split("\n")))


def with_mails(words: str, subject: str) -> str:
    """The same, each mail address a link that begins a message about `subject`."""
    return "".join(
        f'<a href="{escape(one.href)}">{escape(one.text)}</a>' if one.href else in_lines(one.text)
        for one in linked(words, subject)
    )


def table_of(table: Table) -> str:
    """`table` with its caption; roles say what is a table even where it is laid out otherwise."""
    head = "".join(
        f'<th scope="col" role="columnheader"{_side(one)}>{_heading(one)}</th>' for one in table.columns
    )
    body = "".join(_row(row, table.columns) for row in table.rows)
    foot = f'<tfoot role="rowgroup">\n{_cells(table.total, table.columns)}</tfoot>\n' if table.total else ""
    note = f'<p class="note">{in_lines(table.note)}</p>\n' if table.note else ""
    return (
        f'<table role="table" class="{_width(table)}">\n<caption>{escape(table.caption)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}</tbody>\n{foot}</table>\n{note}'
    )


def _width(table: Table) -> str:
    """Tables that a phone has room for stay as they are there."""
    few = 2 if any(one.kind in _FIGURES for one in table.columns) else 4
    return "narrow" if len(table.columns) <= few else "wide"


def why_of(why: Why) -> str:
    """How a figure came about, folded away until it is asked for."""
    table = table_of(why.table) if why.table else ""
    steps = _steps(why.working) if why.working else ""
    summary = f"<summary>Why? <span>{escape(why.about)}</span></summary>"
    return f'<details class="why">\n{summary}\n{table}{steps}</details>'


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    cells = _cells(row.cells, columns)
    if row.why is None:
        return cells
    why = f'<td role="cell" colspan="{len(columns)}">{why_of(row.why)}</td>'
    return f'{cells}<tr role="row" class="why">{why}</tr>\n'


def _cells(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
    first, *others = zip(cells, columns, strict=True)
    head = f'<th scope="row" role="rowheader"{_classes(*first)}>{_said(*first)}</th>'
    return f'<tr role="row">{head}{"".join(_cell(*one) for one in others)}</tr>\n'


def _cell(cell: Cell, column: Column) -> str:
    if cell is None:
        return '<td role="cell" class="empty"></td>'
    label = _heading(column)
    said = f"<span>{_said(cell, column)}</span>"
    return f'<td role="cell" data-label="{label}"{_classes(cell, column)}>{said}</td>'


def _said(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int):
        return in_column(cell) if column.heading.endswith("£") else sum_of_money(cell)
    return escape(cell.text) + "".join(f"<small>{in_lines(why)}</small>" for why in cell.why)


def _heading(column: Column) -> str:
    """The heading, its £ never in a line by itself."""
    return escape(column.heading).replace(" £", "\N{NO-BREAK SPACE}£")


def _side(column: Column) -> str:
    return ' class="figure"' if column.kind in _FIGURES else ""


def _classes(cell: Cell, column: Column) -> str:
    """Which way a cell is set, and whether it may, or must not, be broken anywhere."""
    found = ["figure"] if column.kind in _FIGURES else []
    if isinstance(cell, Words):
        words = [word for text in (cell.text, *cell.why) for word in text.split()]
        if max(map(len, words), default=0) > _LONG:
            found.append("long")
        elif len(words) == 1 or (column.kind is Kind.FIGURE and len(cell.text) <= _IN_ONE_LINE):
            found.append("short")
    return f' class="{" ".join(found)}"' if found else ""


def _steps(whole: Reckoned) -> str:
    """The first steps; where there are more, all of them folded away once more."""
    first = f'<ul class="steps">{_step(whole, _SEEN)}</ul>\n'
    if not any(each.of for each in whole.of):
        return first
    every = f'<ul class="steps">{_step(whole)}</ul>'
    return f'{first}<details class="every">\n<summary>Every step</summary>\n{every}</details>\n'


def _step(one: Reckoned, levels: int | None = None) -> str:
    """A step, and under it those that it follows from: so many levels, or all."""
    shown = levels is None or levels > 1
    of = one.of if shown else ()
    figure = f": <b>{escape(one.figure)}</b>" if one.figure else ""
    how = f' <span class="how">– {escape(one.how)}{":" if of else ""}</span>' if one.how and shown else ""
    said = f"{escape(one.what)}{figure}{how}"
    below = "".join(_step(each, None if levels is None else levels - 1) for each in of)
    return f"<li>{said}{f'<ul>{below}</ul>' if below else ''}</li>"
