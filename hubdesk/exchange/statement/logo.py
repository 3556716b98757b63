"""The logo at the head of a statement, from a file that is taken to be hostile."""

import io
from base64 import b64encode
from collections.abc import Callable

from PIL import Image

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.problem import Refused
from hubdesk.exchange.plan.drawing import number
from hubdesk.exchange.statement.statement import Logo
from hubdesk.exchange.underlays import read_underlay
from hubdesk.exchange.underlays.picture import Raster

_MOST_WIDTH, _MOST_HEIGHT = 52.0, 20.0
_FINEST = 900
"""The dots along its longer side: some 440 to the inch at its largest."""


def read_logo(body: bytes, alt: str, stop: Callable[[], bool | None]) -> Logo:
    """The PNG, JPEG or SVG `body`, as large as the head of a statement allows; `alt` says what it shows.

    Takes up to some seconds, and asks `stop` meanwhile, which may as well raise. Raises Refused where it
    cannot be read or is no picture, and Cancelled.
    """
    raster = read_underlay(body, name="the logo", longest_side=_FINEST, cancelled=stop).raster
    if raster is None:
        what = "The logo is a drawing of lines, and no picture"
        raise Refused(error("logo-no-picture", what, "the logo", "Choose a PNG, JPEG or SVG"))
    by = min(_MOST_WIDTH / raster.width, _MOST_HEIGHT / raster.height)
    width, height = raster.width * by, raster.height * by
    return Logo(_svg(raster, width, height), width, height, alt)


def _svg(raster: Raster, width: float, height: float) -> str:
    size = f'width="{number(width)}" height="{number(height)}"'
    with io.BytesIO() as content:
        image = Image.frombytes("RGBA", (raster.width, raster.height), raster.rgba)
        image.convert("RGB").save(content, "PNG")
        source = b64encode(content.getvalue()).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}mm" height="{number(height)}mm" '
        f'viewBox="0 0 {number(width)} {number(height)}">'
        f'<image {size} preserveAspectRatio="none" href="data:image/png;base64,{source}"/></svg>'
    )
