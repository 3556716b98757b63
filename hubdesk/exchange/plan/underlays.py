"""Underlays on a page: the drawing that a plan was drawn over, faded."""

import io
from collections.abc import Iterator
from math import cos, radians, sin

from PIL import Image

from hubdesk.domain.turning import cosine_and_sine
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.plan.drawing import Drawing
from hubdesk.exchange.plan.hatch import Corner
from hubdesk.exchange.plan.lettering import CAPITAL
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Placing, box_around
from hubdesk.exchange.underlays.picture import Label, Picture, Place, Raster

_LINE, _LINE_WIDTH = "#000000", 0.13
_SMALLEST_LABEL = 0.8
"""Type of an underlay's labels below which they are left out, in millimetres on paper."""
_FINEST = 12
"""Dots to a millimetre of paper, beyond which more of them are not seen."""


def draw_underlay(
    drawing: Drawing, underlay: Underlay, picture: Picture, placing: Placing, window: Box
) -> None:
    """`picture` where `underlay` lies, as faded as it says, without the layers that it hides."""
    laid = _Laid(underlay, placing)
    opacity = underlay.opacity / 100
    if picture.raster is not None:
        size = (picture.width * laid.ratio, picture.height * laid.ratio)
        png = _png(picture.raster, size)
        drawing.picture(png, laid.at((0.0, 0.0)), size, float(underlay.rotation), opacity)
    hidden = frozenset(underlay.hidden_layers)
    runs = ([laid.at(place) for place in line.places] for line in picture.lines if line.layer not in hidden)
    drawing.lines(_seen(runs, window), _LINE, _LINE_WIDTH, opacity)
    for label in picture.labels:
        size_of_type = label.height * laid.ratio / CAPITAL
        if label.layer not in hidden and size_of_type >= _SMALLEST_LABEL:
            turned = float(underlay.rotation) + label.rotation
            x, y = laid.at(_middle_of_capitals(label))
            drawing.text(x, y, label.text, size_of_type, fill="#8c8c8c", turned=turned)


def _middle_of_capitals(label: Label) -> Place:
    """Half a letter above where `label` begins on its base line, whichever way it is turned."""
    angle = radians(label.rotation)
    return label.at[0] + label.height / 2 * sin(angle), label.at[1] - label.height / 2 * cos(angle)


class _Laid:
    """Where places of a picture come to lie on the page, and how long its unit is there."""

    def __init__(self, underlay: Underlay, placing: Placing) -> None:
        self.ratio = float(underlay.mm_per_unit) / placing.scale
        self._corner = placing.at(underlay.x_mm, underlay.y_mm)
        self._cosine, self._sine = cosine_and_sine(underlay.rotation)

    def at(self, place: Place) -> Corner:
        x, y = place[0] * self.ratio, place[1] * self.ratio
        left, top = self._corner
        return left + x * self._cosine - y * self._sine, top + x * self._sine + y * self._cosine


def _seen(runs: Iterator[list[Corner]], window: Box) -> Iterator[list[Corner]]:
    """Those of `runs` that come near the window."""
    near = window.inset(-1)
    return (run for run in runs if len(run) > 1 and box_around(run).inset(-0.01).meets(near))


def _png(raster: Raster, size: tuple[float, float]) -> bytes:
    """The dots as a PNG, no finer than paper shows at that width and height in millimetres."""
    image = Image.frombytes("RGBA", (raster.width, raster.height), raster.rgba).convert("RGB")
    most = max(1, round(size[0] * _FINEST)), max(1, round(size[1] * _FINEST))
    if image.width > most[0] or image.height > most[1]:
        image = image.resize((min(image.width, most[0]), min(image.height, most[1])))
    with io.BytesIO() as content:
        image.save(content, "PNG")
        return content.getvalue()
