"""A table on paper: a tagged PDF whose headings stand on every page, with the totals at the end."""

import json
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from hubdesk.exchange.table.printed import PrintedTable
from hubdesk.exchange.tagged_pdf import tagged_pdf

_SHEETS = (("a4", False, 182.0), ("a4", True, 269.0), ("a3", True, 392.0))
"""Papers, whether they lie on their side, and the millimetres between their margins; the first that fits."""
_POINTS = (9.0, 8.0, 7.0)
"""Sizes of the type, the largest that fits."""
_EM = 0.62
"""Widths of letters in ems: of a digit, which most letters are below."""
_MM = 25.4 / 72
_BETWEEN = 4.2
"""Millimetres between the texts of two columns."""
_LONGEST_TEXT = 44
"""Letters after which words go on below."""


def table_pdf(table: PrintedTable, made: date, fonts: Path) -> bytes:
    """`table` on the smallest paper that it fits in type that can be read; the same bytes for the same table.

    A table that is too wide for any goes over several pages, each with the first column.
    """
    wide = [min(letters, _LONGEST_TEXT) for letters in table.longest()]
    (paper, turned, room), points = _fit(wide)
    parts = [table.of_columns(places) for places in _parts(wide, room, points)]
    head = _HEAD.format(paper=paper, flipped=str(turned).lower(), points=points, made=made)
    told = {
        "title": table.title,
        "about": list(table.about),
        "parts": [
            {
                "headings": [heading.words for heading in part.headings],
                "figures": [heading.is_figure for heading in part.headings],
                "rows": part.rows,
                "totals": part.totals,
            }
            for part in parts
        ],
    }
    return tagged_pdf(head + _BODY, {"table": json.dumps(told)}, fonts)


def _fit(wide: Sequence[int]) -> tuple[tuple[str, bool, float], float]:
    """The first paper, and the largest type on it, in which all columns stand side by side."""
    for sheet in _SHEETS:
        for points in _POINTS:
            if sum(_widths(wide, points)) <= sheet[2]:
                return sheet, points
    return _SHEETS[-1], _POINTS[-1]


def _widths(wide: Sequence[int], points: float) -> list[float]:
    return [letters * _EM * points * _MM + _BETWEEN for letters in wide]


def _parts(wide: Sequence[int], room: float, points: float) -> list[list[int]]:
    """The columns that stand on a page together, the first one on each."""
    first, *others = _widths(wide, points)
    ends, used = [1], first
    for place, width in enumerate(others, start=1):
        if used + width > room and used > first:
            ends.append(place)
            used = first
        used += width
    return [[0, *range(begin, end)] for begin, end in pairwise([*ends, len(wide)])] or [[0]]


_HEAD = """\
#let told = json(bytes(sys.inputs.table))
#set document(title: told.title, author: "Hubdesk",
  date: datetime(year: {made.year}, month: {made.month}, day: {made.day}))
#set text(font: "Inter", size: {points}pt, lang: "en", region: "GB", number-width: "tabular")
#set page(paper: "{paper}", flipped: {flipped}, margin: 14mm, numbering: "1 of 1")
"""
_BODY = """\
#set par(justify: false)
#let rule = 0.4pt + rgb("#7b858e")
#heading(level: 1, text(size: 1.5em, told.title))
#for line in told.about [#text(fill: rgb("#55606a"), line) \\ ]
#for (number, part) in told.parts.enumerate() {
  if number > 0 { pagebreak() }
  let sided = part.figures.map(figure => if figure { right } else { left })
  let cell(place, words, strong) = {
    let said = if strong { text(weight: "bold", words) } else { words }
    if part.figures.at(place) { box(said) } else { said }
  }
  table(
    columns: part.headings.len(),
    align: (x, y) => sided.at(x) + horizon,
    stroke: none,
    inset: (x: 2.1mm, y: 1.2mm),
    table.header(
      ..part.headings.enumerate().map(((place, words)) => cell(place, words, true)),
      table.hline(stroke: 1pt + rgb("#0b5f73")),
    ),
    ..part.rows.map(row => (
      ..row.enumerate().map(((place, words)) => cell(place, words, false)),
      table.hline(stroke: 0.3pt + rgb("#d5d9dd")),
    )).flatten(),
    ..if part.totals.len() > 0 {
      (table.hline(stroke: rule), ..part.totals.enumerate().map(((place, words)) => cell(place, words, true)))
    },
  )
}
"""
