"""Paper, and the scales that drawings are made at."""

from enum import Enum
from typing import NamedTuple


class Paper(Enum):
    """Paper by its name; the sides in millimetres, the shorter first (ISO 216)."""

    A4 = (210.0, 297.0)
    A3 = (297.0, 420.0)


class Turn(Enum):
    """Which way up a sheet is held."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


SCALES = (50, 75, 100, 125, 150, 200, 250, 500)
"""The scales in use, 1 to so many; the largest drawing first."""


class Box(NamedTuple):
    """An upright rectangle, in millimetres on paper, y downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def corners(self) -> list[tuple[float, float]]:
        return [
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]

    def inset(self, by: float) -> "Box":
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def common(self, other: "Box") -> "Box":
        """What lies in both; less than nothing in width or height where they do not meet."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, right - left, bottom - top)

    def meets(self, other: "Box") -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def page_of(paper: Paper, turn: Turn) -> Box:
    """The whole page."""
    short, long = paper.value
    return Box(0, 0, long, short) if turn is Turn.LANDSCAPE else Box(0, 0, short, long)


def scale_name(scale: int) -> str:
    """ "1:100" for 100."""
    return f"1:{scale}"
