"""Tables of the page, and how figures came about: readable row by row where there is no room for columns."""

from html import escape

from hubdesk.exchange.review_pack.leaflet.leaflet import Row, Table, Why
from hubdesk.exchange.review_pack.pack import Reckoned
from hubdesk.exchange.statement.figures import in_column, sum_of_money
from hubdesk.exchange.statement.statement import Cell, Column, Kind

_FIGURES = frozenset({Kind.MONEY, Kind.FIGURE})


def in_lines(words: str) -> str:
    """`words` with the lines that their writer gave them."""
    return "<br/>".join(map(escape, words.split("\n")))


def table_of(table: Table) -> str:
    """`table` with its caption; roles say what is a table even where it is laid out otherwise."""
    head = "".join(
        f'<th scope="col" role="columnheader"{_side(one)}>{escape(one.heading)}</th>' for one in table.columns
    )
    body = "".join(_row(row, table.columns) for row in table.rows)
    foot = f'<tfoot role="rowgroup">\n{_cells(table.total, table.columns)}</tfoot>\n' if table.total else ""
    note = f'<p class="note">{in_lines(table.note)}</p>\n' if table.note else ""
    return (
        f'<table role="table">\n<caption>{escape(table.caption)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}</tbody>\n{foot}</table>\n{note}'
    )


def why_of(why: Why) -> str:
    """How a figure came about, folded away until it is asked for."""
    table = table_of(why.table) if why.table else ""
    steps = f'<ul class="steps">{_step(why.working)}</ul>\n' if why.working else ""
    return f"<details>\n<summary>Why? <span>{escape(why.about)}</span></summary>\n{table}{steps}</details>"


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    cells = _cells(row.cells, columns)
    if row.why is None:
        return cells
    why = f'<td role="cell" colspan="{len(columns)}">{why_of(row.why)}</td>'
    return f'{cells}<tr role="row" class="why">{why}</tr>\n'


def _cells(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> str:
    first, *others = zip(cells, columns, strict=True)
    head = f'<th scope="row" role="rowheader">{_said(*first)}</th>'
    return f'<tr role="row">{head}{"".join(_cell(*one) for one in others)}</tr>\n'


def _cell(cell: Cell, column: Column) -> str:
    if cell is None:
        return '<td role="cell" class="empty"></td>'
    label = column.heading.removesuffix(" £")
    return (
        f'<td role="cell" data-label="{escape(label)}"{_side(column)}><span>{_said(cell, column)}</span></td>'
    )


def _said(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int):
        return in_column(cell) if column.heading.endswith("£") else sum_of_money(cell)
    return escape(cell.text) + "".join(f"<small>{in_lines(why)}</small>" for why in cell.why)


def _side(column: Column) -> str:
    return ' class="figure"' if column.kind in _FIGURES else ""


def _step(one: Reckoned) -> str:
    """A step, and under it those that it follows from."""
    figure = f": <b>{escape(one.figure)}</b>" if one.figure else ""
    how = f' <span class="how">= {escape(one.how)}</span>' if one.how else ""
    below = f"<ul>{''.join(map(_step, one.of))}</ul>" if one.of else ""
    return f"<li>{escape(one.what)}{figure}{how}{below}</li>"
