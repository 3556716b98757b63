"""In what part of its unit a basis counts, so that weights are whole numbers."""

from collections.abc import Sequence
from fractions import Fraction

from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject


def scale_of(line: CostLine, subject: Subject) -> int:
    """How many of those parts are one unit of what `line` is shared by."""
    match line.basis:
        case Basis.AREA:
            return _scale_of(
                [step.value for dated in subject.facts.occupancy.sole_use.values() for step in dated.steps]
            )
        case Basis.DRIVER:
            return _scale_of(
                [
                    Fraction(step.value)
                    for figure in subject.hub.figures_of.get(line.driver, ())
                    for step in figure.figures.steps
                ]
            )
        case _:
            return 1


def _scale_of(figures: Sequence[Fraction]) -> int:
    """A power of ten that makes `figures` whole: 100 at least, a million at most."""
    scale = 100
    while scale < 10**6 and any((figure * scale).denominator != 1 for figure in figures):
        scale *= 10
    return scale
