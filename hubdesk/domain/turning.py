"""Turning on the plan: degrees clockwise, in a plane whose y runs downwards."""

from decimal import Decimal
from functools import lru_cache
from math import cos, radians, sin

from hubdesk.domain.geometry import Point

FULL_TURN = Decimal(360)
_QUARTERS = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))


@lru_cache(maxsize=4096)
def cosine_and_sine(rotation: Decimal) -> tuple[float, float]:
    """Of `rotation` in degrees; exact for quarter turns, so that what stands upright stays so."""
    quarters, rest = divmod(rotation % FULL_TURN, 90)
    if not rest:
        return _QUARTERS[int(quarters) % 4]
    angle = radians(float(rotation))
    return cos(angle), sin(angle)


def normal(rotation: Decimal) -> Decimal:
    """`rotation` as from 0 up to but not including 360 degrees."""
    turned = rotation % FULL_TURN
    return turned + FULL_TURN if turned < 0 else turned


def turned(point: Point, about: Point, rotation: Decimal) -> Point:
    """`point` carried clockwise around `about`, to the nearest millimetre."""
    right, down = point.x - about.x, point.y - about.y
    cosine, sine = cosine_and_sine(rotation)
    return Point(
        about.x + round(right * cosine - down * sine),
        about.y + round(right * sine + down * cosine),
    )
