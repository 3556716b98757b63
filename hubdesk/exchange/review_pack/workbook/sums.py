"""Sums in pounds that come to the pence of the pack, whatever doubles make of them."""

from collections.abc import Sequence
from typing import NamedTuple

from hubdesk.domain.money import Pence
from hubdesk.exchange.xlsx.expression import Expression, rounded, sum_of, whole
from hubdesk.exchange.xlsx.recharge_workbook.expectations import WorkbookDiffers
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell

_FINE = 6
"""Decimals of a penny to which sums are rounded first: it takes off what doubles leave."""

_NEAR = 2
"""Pence by which doubles may part from exact arithmetic; more is a bug."""

_ARGUMENTS = 200
"""A worksheet function takes at most 255."""


class Worked(NamedTuple):
    """A formula, and what was added to it as a constant; no words where nothing was."""

    formula: Expression
    placed: str


def to_penny(pounds: Expression) -> Expression:
    """To the nearest whole penny, halves away from zero."""
    return rounded(rounded(pounds * 100, _FINE)) / 100


def whole_pence(pounds: Expression, pence: Pence) -> Expression:
    """The whole pence, odd ones cut off, of a sum that comes to about `pence`: a credit as its opposite."""
    if pence < 0:
        return -whole(rounded(pounds * -100, _FINE)) / 100
    return whole(rounded(pounds * 100, _FINE)) / 100


def coming_to(formula: Expression, pence: Pence, what: str) -> Worked:
    """`formula` with a constant where doubles put a penny elsewhere.

    Raises WorkbookDiffers where that is not all that parts them.
    """
    value = formula.worked_out()
    assert isinstance(value, float), f"{what} is no number"
    more = pence - round(value * 100)
    if not more:
        return Worked(formula, "")
    if abs(more) > _NEAR:
        raise WorkbookDiffers(f"{what}: {value:.2f} in the workbook, {pence / 100:.2f} in the pack")
    words = f"{abs(more)}p {'more' if more > 0 else 'less'} as a constant: a worksheet reckons less exactly"
    return Worked(formula + more / 100, words)


def together(cells: Sequence[Cell]) -> Expression:
    """All of `cells`, however many, to the penny."""
    groups = [cells[at : at + _ARGUMENTS] for at in range(0, len(cells), _ARGUMENTS)]
    return rounded(sum_of(*(sum_of(*group) for group in groups)) if groups else sum_of(0), 2)
