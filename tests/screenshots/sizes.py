"""The windows that are shot: how large, and how many dots of the screen to a pixel of the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int
    factor: int


SIZES = {
    "100": Size(1600, 900, 1),
    # A laptop of 1366 × 768, the smallest that people work on, as sharp as a screen at 200 % shows it.
    "200": Size(1366, 728, 2),
}
"""By their per cent."""
