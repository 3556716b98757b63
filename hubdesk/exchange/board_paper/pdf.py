"""A board paper as one page of PDF, for people and their screen readers (PDF/UA-1)."""

import json
from pathlib import Path
from typing import NamedTuple

from hubdesk.exchange.board_paper.paper import BoardPaper, Figure
from hubdesk.exchange.statement.figures import in_column
from hubdesk.exchange.typesetting import Template, letters_on_pages


class _Fit(NamedTuple):
    """One way to have it on a page: the size of its type in points, and how much of it is told."""

    points: float
    rows: int
    changes: int


_FITS = (
    _Fit(9.5, 26, 8),
    _Fit(8.5, 26, 8),
    _Fit(7.5, 30, 8),
    _Fit(7.5, 26, 5),
    _Fit(7, 20, 4),
    _Fit(7, 14, 3),
    _Fit(6.5, 8, 2),
)
"""First smaller type, as long as it is easily read; then the agencies that it changes least, in one row."""


def board_paper_pdf(paper: BoardPaper, template: Path, fonts: Path) -> bytes:
    """The one page of `paper`: the same bytes for the same paper."""
    page = Template(template, fonts)
    for fit in _FITS:
        told = json.dumps(_plain(paper.shortened(fit.rows, fit.changes)))
        content = page.pdf({"paper": told, "points": str(fit.points)})
        if len(letters_on_pages(content)) == 1:
            break
    return content


def _plain(paper: BoardPaper) -> dict[str, object]:
    return {
        "title": paper.title,
        "about": paper.about,
        "made": [paper.made.year, paper.made.month, paper.made.day],
        "figures": paper.figures,
        "recovery": paper.recovery,
        "today": in_column(paper.today),
        "scenarios": [
            {
                "name": one.name,
                "note": one.note,
                "changes": list(one.changes),
                "recovery": one.recovery,
                "trouble": one.trouble,
                "total": _written(one.total),
            }
            for one in paper.scenarios
        ],
        "rows": [
            [row.name, in_column(row.today), *(cell for one in row.figures for cell in _written(one))]
            for row in paper.rows
        ],
    }


def _written(figure: Figure | None) -> list[str]:
    if figure is None:
        return ["–", "–"]
    sign = "+" if figure.more > 0 else ""
    return [in_column(figure.pence), f"{sign}{in_column(figure.more)}"]
