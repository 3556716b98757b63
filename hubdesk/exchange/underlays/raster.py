"""Making the dots that are handed back from an image that Pillow holds."""

from PIL import Image

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_PIXELS
from hubdesk.exchange.underlays.picture import Raster

_SIXTEEN_BITS = 256


def refuse_too_many(width: int, height: int) -> None:
    """Raises Unfit where a picture of that many dots would not be unpacked."""
    if width * height > MOST_PIXELS:
        raise Unfit(
            faults.too_large(
                f"The picture has {width:,} × {height:,} dots, "
                f"and at most {MOST_PIXELS // 1_000_000} million can be taken",
                "Save it with fewer dots: 6,000 along the longer side are plenty.",
            )
        )


def fitted(width: float, height: float, longest: float) -> tuple[int, int]:
    """The whole dots of a picture of that shape whose longer side has `longest`; never none."""
    by = longest / max(width, height)
    return max(1, round(width * by)), max(1, round(height * by))


def raster_of(image: Image.Image, longest: int) -> Raster:
    """The dots of `image` on white paper, the longer side at most `longest`."""
    if max(image.size) > longest:
        smaller = fitted(*image.size, longest)
        image = _eight_bits(image).resize(smaller, Image.Resampling.BILINEAR, reducing_gap=2.0)
    on_paper = _on_white(_eight_bits(image))
    return Raster(on_paper.width, on_paper.height, on_paper.tobytes())


def _eight_bits(image: Image.Image) -> Image.Image:
    """The image with a byte a colour; Pillow would cut sixteen bits off at white instead of scaling them."""
    if image.mode.startswith("I"):
        return image.convert("F").point(lambda value: value / _SIXTEEN_BITS).convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa"):
        return image.convert("RGBA")
    return image


def _on_white(image: Image.Image) -> Image.Image:
    if "transparency" in image.info or image.mode == "RGBA":
        coloured = image.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        white.alpha_composite(coloured)
        return white
    return image.convert("RGB").convert("RGBA")
