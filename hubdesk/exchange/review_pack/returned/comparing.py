"""Whether a cell that came back is still the one that went out, whichever program saved it."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from hubdesk.exchange.review_pack.returned.returned import Returned, SeenCell, SeenSheet
from hubdesk.exchange.review_pack.returned.typed import day_in

_LONGEST_FORMULA = 8_192
"""The letters of the longest formula that Excel takes; nobody's program made a longer one of ours."""
_REFERENCE = re.compile(
    r"(?:'(?P<quoted>[^']{1,62})'!|(?<![A-Z0-9_.])(?P<bare>[A-Z0-9_.]{1,31})!)?"
    r"(?P<first>\$?[A-Z]{1,3}\$?\d{1,7})(?::(?P<last>\$?[A-Z]{1,3}\$?\d{1,7}))?"
)
_LOOSE = re.compile(r"\s+|_XLFN\.|\$")
_HALF_A_PENNY = Decimal("0.005")


class Comparing:
    """Cells of a workbook that came back beside those of `sent`, the same one as it went out."""

    def __init__(self, sent: Returned, *, renamed: bool) -> None:
        """`renamed` is whether a sheet has another name, which formulas then follow."""
        self._renamed = renamed
        self._answering = _answering(sent.sheets)

    def is_same(self, before: SeenCell, after: SeenCell) -> bool:
        """Whether `after` says what `before` said.

        A formula may be written otherwise, and follow where cells have gone; what it comes to has to be the
        same to the penny, unless it comes of what the agency filled in.
        """
        if not before.formula:
            return _says(before) == _says(after) or _is_same_day(before, after)
        if len(after.formula) > _LONGEST_FORMULA:
            return False
        if before.shown and after.shown:
            same = _comes_to_the_same(before.shown, after.shown)
            if same or before.where not in self._answering:
                return same
        moved = self._renamed or before.where.rpartition(" ")[2] != after.where.rpartition(" ")[2]
        return plain_formula(before.formula) == plain_formula(after.formula) or (
            moved and shape_of(before.formula) == shape_of(after.formula)
        )

    @staticmethod
    def told(before: SeenCell, after: SeenCell) -> str:
        """What is told of `after`: its formula, or what it comes to where the formula is as it was."""
        as_it_was = before.formula and plain_formula(before.formula) == plain_formula(after.formula)
        return after.shown if as_it_was else after.formula or after.shown


def plain_formula(formula: str) -> str:
    """A formula as any program writes it."""
    return _LOOSE.sub("", formula.upper())


def shape_of(formula: str) -> str:
    """`formula` but for the cells that it names, which follow where rows and sheets go."""
    return _LOOSE.sub("", _REFERENCE.sub("#", formula.upper()))


def _says(cell: SeenCell) -> str:
    return " ".join((cell.shown or cell.formula).split())


def _is_same_day(before: SeenCell, after: SeenCell) -> bool:
    """A day may come back as text: some programs save it so."""
    day = day_in(before.shown)
    return day is not None and not after.formula and day == day_in(after.shown)


def _comes_to_the_same(before: str, after: str) -> bool:
    try:
        return abs(Decimal(before) - Decimal(after)) < _HALF_A_PENNY
    except InvalidOperation:
        return before == after


def _answering(sheets: tuple[SeenSheet, ...]) -> frozenset[str]:
    """Where the formulas are that come of what is filled in, directly or by others that do."""
    cells = {_place(sheet.name, cell): cell for sheet in sheets for cell in _formulas_and_others(sheet)}
    needs = {place: {*_named_in(cell.formula, place[0])} for place, cell in cells.items() if cell.formula}
    found = {place for place, named in needs.items() if not named <= cells.keys()}
    while more := {place for place, named in needs.items() if named & found} - found:
        found |= more
    return frozenset(cells[place].where for place in found)


def _formulas_and_others(sheet: SeenSheet) -> Iterator[SeenCell]:
    return (cell for row in sheet.rows for cell in row.cells.values())


def _place(sheet: str, cell: SeenCell) -> tuple[str, str]:
    return sheet.upper(), cell.where.rpartition(" ")[2]


def _named_in(formula: str, sheet: str) -> Iterator[tuple[str, str]]:
    """The cells that `formula` names, of a range its ends."""
    for found in _REFERENCE.finditer(formula.upper().replace("$", "")):
        on = found["quoted"] or found["bare"] or sheet
        for end in (found["first"], found["last"]):
            if end:
                yield on, end
