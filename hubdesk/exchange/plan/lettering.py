"""Lettering: how wide text comes out, so that it can be fitted before it is drawn."""

from enum import Enum
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FAMILY = "Inter"
CAPITAL = 0.727
"""The height of a capital letter in the family, as a part of the size of the type."""
_MEASURED_AT = 1000
_KERNED = 1.01
"""A little more than the sum of its letters, for what a renderer adds in rounding."""


class Weight(Enum):
    """The weights of the family that come with the program; the value is CSS's number."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


_FILES = {
    Weight.REGULAR: "Inter-Regular.otf",
    Weight.SEMIBOLD: "Inter-SemiBold.otf",
    Weight.BOLD: "Inter-Bold.otf",
}


class Lettering:
    """Measures text set in the fonts of one folder."""

    def __init__(self, fonts: Path) -> None:
        self.fonts = fonts

    def width(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """How wide `text` is at `size`, both in millimetres."""
        file = str(self.fonts / _FILES[weight])
        return _KERNED * size * sum(_advance(file, letter) for letter in text)

    def fitting(
        self, text: str, width: float, largest: float, smallest: float, weight: Weight = Weight.REGULAR
    ) -> float:
        """The size from `largest` down to `smallest` at which `text` is no wider than `width`."""
        taken = self.width(text, largest, weight)
        return largest if taken <= width else max(smallest, largest * width / taken)


@lru_cache(maxsize=4096)
def _advance(file: str, letter: str) -> float:
    return float(_font(file).getlength(letter)) / _MEASURED_AT


@lru_cache(maxsize=8)
def _font(file: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
