"""How colours look to people: normal sight, three kinds of colour blindness, and greyscale print.

Colour blindness after Machado, Oliveira and Fernandes (2009), at full severity, on linear light.
"""

from enum import Enum

from hubdesk.exchange.plan.colour import linear, luminance

Lab = tuple[float, float, float]
Matrix = tuple[tuple[float, float, float], ...]


class Sight(Enum):
    NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTANOPIA = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTERANOPIA = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITANOPIA = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )
    GREYSCALE = ((0.2126, 0.7152, 0.0722),) * 3


def apart(one: str, other: str, sight: Sight) -> float:
    """ΔE (CIE 1976) between two colours as seen with that sight."""
    squares = ((a - b) ** 2 for a, b in zip(_lab(one, sight), _lab(other, sight), strict=True))
    return float(sum(squares) ** 0.5)


def grey(colour: str) -> float:
    """L* of a colour: 0 black, 100 white."""
    return 116 * _root(luminance(colour)) - 16


def _lab(colour: str, sight: Sight) -> Lab:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(part * amount for part, amount in zip(row, light, strict=True))))
        for row in sight.value
    )
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116)
