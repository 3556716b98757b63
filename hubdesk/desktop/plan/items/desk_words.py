"""What is written on a desk: whose it is and its code, upright, and no larger than the desk."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

SMALLEST = 9
"""Pixels of the smallest letters; what would need smaller ones is left out."""
_MARGIN = 3.0
"""Pixels between words and the edge of a desk."""
RISE, _LINE = 0.73, 1.22
"""Of the size of letters: how high capitals rise, and from one line to the next."""
_MEASURED_AT = 64


class Words(NamedTuple):
    """A line: where its base line begins, from the middle of the desk, in pixels."""

    text: str
    size: int
    bold: bool
    left: float
    base: float
    width: float


def font(size: int, *, bold: bool) -> QFont:
    """The application's font, with letters of `size` pixels."""
    return QFont(_font(size, bold))


@lru_cache(maxsize=64)
def _font(size: int, bold: bool) -> QFont:  # noqa: FBT001
    chosen = QFont()
    chosen.setPixelSize(size)
    chosen.setBold(bold)
    return chosen


@lru_cache(maxsize=32_768)
def width_at_one(text: str, bold: bool) -> float:  # noqa: FBT001
    """The width of a text in letters of one pixel."""
    return QFontMetricsF(_font(_MEASURED_AT, bold)).horizontalAdvance(text) / _MEASURED_AT


@lru_cache(maxsize=32_768)
def words_on(label: str, code: str, width: int, height: int) -> tuple[Words, ...]:
    """The lines that fit on a desk of `width` × `height` pixels: label and code, else the one, else none."""
    across, down = width - 2 * _MARGIN, height - 2 * _MARGIN
    if label and down >= 2 * SMALLEST * _LINE:
        first = _fitting(label, across, min(17.0, down * 0.46), bold=True)
        second = _fitting(code, across, min(13.0, down * 0.34), bold=False)
        if first and second:
            gap = (first + second) / 2 * _LINE
            above, below = _rise(first), _rise(second)
            top = -(above + gap - above / 2 + below / 2) / 2
            middle = top + above / 2
            return (
                _line(label, first, middle, bold=True),
                _line(code, second, middle + gap, bold=False),
            )
    bold = bool(label)
    size = _fitting(label or code, across, min(14.0, down), bold=bold)
    return (_line(label or code, size, 0, bold=bold),) if size else ()


def _fitting(text: str, across: float, largest: float, *, bold: bool) -> int:
    """The size of letters in which `text` fits; 0 where that is too small to read."""
    if not text:
        return 0
    size = int(min(max(largest, SMALLEST), across / width_at_one(text, bold)))
    return size if size >= SMALLEST and largest >= SMALLEST - 1 else 0


def _line(text: str, size: int, middle: float, *, bold: bool) -> Words:
    width = width_at_one(text, bold) * size
    return Words(text, size, bold, -width / 2, middle + _rise(size) / 2, width)


def _rise(size: float) -> float:
    return size * RISE
