"""Colours as "#rrggbb": how light they are, how well they stand out, and their counterparts in the dark.

Contrast is that of WCAG 2.2. Lightness and hue are Oklab's (Ottosson, 2020), in which a change of
lightness leaves the hue as people see it.
"""

from functools import lru_cache
from typing import NamedTuple

WHITE, BLACK = "#ffffff", "#000000"
_HALVINGS = 12


class Linear(NamedTuple):
    """Red, green and blue as amounts of light, 0 to 1."""

    red: float
    green: float
    blue: float


def linear(colour: str) -> Linear:
    """The light of "#rrggbb"."""
    return Linear(*(_light(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5)))


def contrast(one: str, other: str) -> float:
    """How well two colours stand out from each other: 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """The relative luminance of `colour`: 0 black, 1 white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(colour: str) -> float:
    """How light `colour` is in greyscale print: 0 black, 1 white, in even steps to the eye."""
    return float(luminance(colour) ** (1 / 3))


def ink_on(fill: str) -> str:
    """Black or white, whichever is read better on `fill` (never below 4.5:1)."""
    return max((WHITE, BLACK), key=lambda ink: contrast(fill, ink))


def mixed(one: str, other: str, part: float) -> str:
    """`one` with so great a part of `other`, 0 to 1, mixed in."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


@lru_cache(maxsize=1024)
def standing_out(colour: str, ground: str, ratio: float) -> str:
    """`colour`, moved towards black or white no further than it takes for `ratio`:1 against `ground`.

    Raises ValueError where not even black or white reaches the ratio.
    """
    if contrast(colour, ground) >= ratio:
        return colour
    far = ink_on(ground)
    if contrast(far, ground) < ratio:
        raise ValueError(f"nothing stands out {ratio}:1 from {ground}")
    near, enough = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (near + enough) / 2
        if contrast(mixed(colour, far, middle), ground) >= ratio:
            enough = middle
        else:
            near = middle
    return mixed(colour, far, enough)


@lru_cache(maxsize=1024)
def in_the_dark(colour: str) -> str:
    """The counterpart of `colour` on a dark ground: light becomes dark and dark light, the hue stays."""
    light, a, b = _oklab(linear(colour))
    turned = 1 - 0.68 * light
    kept = 1.0
    while kept > 0.01:
        if all(-0.001 <= part <= 1.001 for part in _from_oklab(turned, a * kept, b * kept)):
            break
        kept *= 0.9
    return "#" + "".join(
        f"{round(255 * _coded(part)):02x}" for part in _from_oklab(turned, a * kept, b * kept)
    )


def _light(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _coded(light: float) -> float:
    light = min(1.0, max(0.0, light))
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def _oklab(light: Linear) -> tuple[float, float, float]:
    red, green, blue = light
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> Linear:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return Linear(
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
