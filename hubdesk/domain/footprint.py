"""`Footprint`: the turned rectangle that a desk takes up on its floor."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple, Protocol

from hubdesk.domain.box import Box
from hubdesk.domain.turning import cosine_and_sine

_NOISE_MM = 1e-6
"""What doubles may be off by, far below anything that is drawn."""


class Spot(NamedTuple):
    """A place on a floor in millimetres and parts of them: the corner of something turned."""

    x: float
    y: float


class Standing(Protocol):
    """What stands on a floor like a desk, its width along the sitter's edge."""

    @property
    def x_mm(self) -> int: ...
    @property
    def y_mm(self) -> int: ...
    @property
    def rotation(self) -> Decimal: ...
    @property
    def width_mm(self) -> int: ...
    @property
    def depth_mm(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Footprint:
    """Centre, half its sides, and which way it is turned.

    A desk that is not turned has its sitter below it on the plan: `front` is the direction to the
    sitter, `along` the direction of the sitter's edge, both of length one.
    """

    centre: Spot
    half_width: float
    half_depth: float
    along: Spot
    front: Spot

    @property
    def corners(self) -> tuple[Spot, Spot, Spot, Spot]:
        """In order around it; the last two are the ends of the sitter's edge."""
        (x, y), (ax, ay), (fx, fy) = self.centre, self.along, self.front
        ax, ay, fx, fy = (
            ax * self.half_width,
            ay * self.half_width,
            fx * self.half_depth,
            fy * self.half_depth,
        )
        return (
            Spot(x - ax - fx, y - ay - fy),
            Spot(x + ax - fx, y + ay - fy),
            Spot(x + ax + fx, y + ay + fy),
            Spot(x - ax + fx, y - ay + fy),
        )

    @property
    def box(self) -> Box:
        """The smallest box of whole millimetres around it."""
        (x, y), (ax, ay), (fx, fy) = self.centre, self.along, self.front
        across = abs(ax) * self.half_width + abs(fx) * self.half_depth
        down = abs(ay) * self.half_width + abs(fy) * self.half_depth
        return Box(
            floor(x - across + _NOISE_MM),
            floor(y - down + _NOISE_MM),
            ceil(x + across - _NOISE_MM),
            ceil(y + down - _NOISE_MM),
        )


def footprint(desk: Standing) -> Footprint:
    """What `desk` takes up."""
    cosine, sine = cosine_and_sine(desk.rotation)
    return Footprint(
        Spot(desk.x_mm, desk.y_mm),
        desk.width_mm / 2,
        desk.depth_mm / 2,
        Spot(cosine, sine),
        Spot(-sine, cosine),
    )
