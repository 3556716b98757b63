"""What is drawn while something snaps: the line it is aligned on, the gaps that are equal."""

from dataclasses import dataclass

from hubdesk.domain.box import Axis


@dataclass(frozen=True, slots=True)
class AlignmentGuide:
    """What moves is in line with something else.

    ACROSS: the same x, so a line down the plan at x = `at_mm`, from y = `start_mm` to `end_mm`. DOWN: the
    same y, so a line across it.
    """

    axis: Axis
    at_mm: int
    start_mm: int
    end_mm: int


@dataclass(frozen=True, slots=True)
class GapGuide:
    """Gaps of one size, `gap_mm`, one after the other along `axis`: each from where to where.

    `at_mm` is where to draw them on the other axis. They may differ by the odd millimetre.
    """

    axis: Axis
    spans: tuple[tuple[int, int], ...]
    at_mm: int
    gap_mm: int


Guide = AlignmentGuide | GapGuide
