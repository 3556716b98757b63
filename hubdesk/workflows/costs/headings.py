"""Which columns of a pasted budget mean what: by their headings, else by what stands in them."""

import re
from collections.abc import Mapping, Sequence

from hubdesk.domain.typed_number import typed_number
from hubdesk.exchange.csv.tabbed import Block

_LOOKED_AT = 6
"""Rows from the top among which headings are looked for, below a title and a blank row."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "ref", "reference", "no", "number", "line", "cost line", "id", "cost code"),
    "name": ("name", "description", "cost", "item", "title", "detail", "details", "expenditure", "heading"),
    "class": ("class", "category", "type", "group", "cost class", "cost type", "cost category", "section"),
    "budget": (
        "budget",
        "amount",
        "annual budget",
        "approved budget",
        "estimate",
        "annual cost",
        "total",
        "annual amount",
        "original budget",
    ),
    "actual": ("actual", "actuals", "outturn", "spend", "actual spend", "final", "final cost"),
    "recovery": ("recovery", "recovered by", "recharge", "recharged", "treatment"),
    "basis": ("basis", "shared by", "apportionment", "apportioned by", "split by", "basis of apportionment"),
    "vacant": ("vacant", "vacant desks", "vacant policy"),
    "first": ("from", "start", "first day", "start date"),
    "last": ("to", "end", "last day", "end date"),
    "vat": ("vat code", "vat", "tax code", "vat treatment"),
    "cost_centre": ("cost centre", "cost center", "cc", "centre"),
    "subjective": ("subjective", "subjective code", "account", "account code", "nominal", "ledger code"),
}
_MEANT = {word: id_ for id_, words in _WORDS.items() for word in words}
_YEAR = re.compile(r"\b(?:20)?([0-9]{2})\s*[/\-–]\s*(?:20)?([0-9]{2})\b")
_TEXTS: Mapping[int, tuple[str, ...]] = {1: ("name",), 2: ("code", "name"), 3: ("code", "name", "class")}
"""What the columns of words before the first figures are, by how many there are."""
_FIGURES = ("budget", "actual")


def meant(heading: str, starts_in: int) -> str | None:
    """The id of the column that `heading` names; None for none, and for another year's figures.

    The year `starts_in` by itself heads its budget.
    """
    years = _years(heading)
    if any(year != starts_in % 100 for year in years):
        return None
    text = _YEAR.sub(" ", heading.casefold())
    text = " ".join(re.sub(r"\(.*?\)|[£.:*]|\bgbp\b", " ", text).split())
    return _MEANT.get(text) if text or not years else "budget"


def headings_row(block: Block, starts_in: int) -> int | None:
    """Which row of `block` has headings; None if none.

    Two are understood, or one where there is one column only, and none is a figure. That a column is of
    another year is understood too.
    """
    fullest = max((sum(bool(cell.strip()) for cell in row) for row in block), default=0)
    for number, row in enumerate(block[:_LOOKED_AT]):
        full = [cell for cell in row if cell.strip()]
        named = {meant(cell, starts_in) or cell for cell in full if meant(cell, starts_in) or _years(cell)}
        if full and len(named) >= min(2, fullest) and not any(_is_figure(cell) for cell in full):
            return number
    return None


def by_headings(row: Sequence[str], starts_in: int) -> tuple[str | None, ...]:
    """What each column means; the first of two with the same meaning has it."""
    found: list[str | None] = []
    for cell in row:
        id_ = meant(cell, starts_in)
        found.append(None if id_ in found else id_)
    return tuple(found)


def by_order(block: Block) -> tuple[str | None, ...]:
    """What each column means where none is named.

    Words before the first figures are name; code and name; or code, name and class. Where the first of
    several repeats itself it is the class. Figures are budget, then actual; before words they are codes.
    """
    width = max(map(len, block), default=0)
    figures = [_mostly_figures(block, place) for place in range(width)]
    if figures[:2] == [True, False]:
        figures[0] = False
    first = figures.index(True) if True in figures else width
    words = _TEXTS.get(first, _TEXTS[3])
    if first == 2 and _repeats(block, 0):
        words = ("class", "name")
    left = iter(_FIGURES)
    before = [words[place] if place < len(words) else None for place in range(first)]
    return (*before, *(next(left, None) if figure else None for figure in figures[first:]))


def of_other_years(row: Sequence[str], starts_in: int) -> list[str]:
    """The headings in `row` that name another charging year than the one that starts in `starts_in`."""
    return [cell.strip() for cell in row if any(year != starts_in % 100 for year in _years(cell))]


def _years(heading: str) -> list[int]:
    """The charging years in `heading`, each by the last two digits of the year it starts in."""
    pairs = [(int(found[1]), int(found[2])) for found in _YEAR.finditer(heading)]
    return [first for first, second in pairs if (first + 1) % 100 == second]


def _mostly_figures(block: Block, place: int) -> bool:
    cells = [row[place] for row in block if place < len(row) and row[place].strip()]
    return bool(cells) and 2 * sum(map(_is_figure, cells)) >= len(cells)


def _repeats(block: Block, place: int) -> bool:
    cells = [row[place].strip() for row in block if place < len(row) and row[place].strip()]
    return len(set(cells)) < len(cells)


def _is_figure(cell: str) -> bool:
    return typed_number(cell) is not None
