"""The logo at the head of a statement."""

import io
from base64 import b64encode

from PIL import Image

from hubdesk.exchange.plan.drawing import number
from hubdesk.exchange.statement.statement import Logo
from hubdesk.exchange.underlays.picture import Raster

_MOST_WIDTH, _MOST_HEIGHT = 52.0, 20.0


def placed_logo(raster: Raster, alt: str) -> Logo:
    """The dots of a picture, as large as the head of a statement allows; `alt` says what it shows."""
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
