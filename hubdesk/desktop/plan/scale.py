"""The scale of a drawing on a screen: 1:N, by how large the screen's dots are."""

import re
from math import floor, log10

from PySide6.QtWidgets import QWidget

_INCH = 0.0254
_LIKELY = (50.0, 400.0)
"""Dots to the inch between which a screen that tells its size is believed."""
_USUAL = 96.0
_TYPED = re.compile(r"(?:1\s*[:/]\s*)?([0-9][0-9,. ]*)")


def pixels_in_a_metre_of_screen(widget: QWidget) -> float:
    """How many pixels of the screen that `widget` is on lie along a metre of it."""
    told = widget.screen().physicalDotsPerInch()
    least, most = _LIKELY
    return (told if least <= told <= most else _USUAL) / _INCH


def scale_in_words(number: float) -> str:
    """ "1:87"; below ten with a decimal."""
    return f"1:{number:.1f}" if number < 9.95 else f"1:{round(number):,}"


def scale_from_words(text: str) -> float | None:
    """The N of "1:100", "1/100" or "100"; None if that is not what was typed."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    try:
        number = float(found[1].replace(",", "").replace(" ", ""))
    except ValueError:
        return None
    return number if number > 0 else None


def round_length(most: float) -> float:
    """The longest of 1, 2, 5, 10, 20, 50 … (and their tenths) that is not above `most`, which is above 0."""
    power: float = 10.0 ** floor(log10(most))
    return next(step * power for step in (5.0, 2.0, 1.0) if step * power <= most * (1 + 1e-9))


def in_metres(length: float) -> str:
    """ "5 m", "0.5 m"."""
    return f"{length:g} m"
