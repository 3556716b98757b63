"""Pictures of dots: PNG and JPEG."""

import struct
import zlib
from pathlib import Path

from PIL import ExifTags, Image, ImageOps

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.picture import Measure, Picture
from hubdesk.exchange.underlays.raster import raster_of, refuse_too_many
from hubdesk.exchange.underlays.wish import Wish

# What Pillow raises over a file that is not whole.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error, zlib.error)
_LIKELY_DPI = (50.0, 4_800.0)
_SIDEWAYS = (5, 6, 7, 8)
_MM_PER_INCH = 25.4


def read_dots(body: Path, wish: Wish) -> Picture:
    """The picture; its unit is a dot of the file. Raises Unfit."""
    # Counted here in our own words, before anything is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(body, formats=[wish.kind.value]) as image:
            refuse_too_many(*image.size)
            size = image.size
            mm_per_dot = _mm_per_dot(image.info.get("dpi"))
            sideways = image.getexif().get(ExifTags.Base.Orientation) in _SIDEWAYS
            # A JPEG can be unpacked at a half or an eighth at once.
            image.draft(None, (wish.longest_side, wish.longest_side))
            ImageOps.exif_transpose(image, in_place=True)
            raster = raster_of(image, wish.longest_side)
    except _BROKEN as trouble:
        raise Unfit(faults.damaged("it ends too early, or a part of it cannot be read")) from trouble
    width, height = reversed(size) if sideways else size
    return Picture(
        kind=wish.kind,
        width=float(width),
        height=float(height),
        measure=Measure.UNKNOWN if mm_per_dot is None else Measure.PAPER,
        mm_per_unit=mm_per_dot,
        raster=raster,
    )


def _mm_per_dot(dpi: object) -> float | None:
    """The size of a dot on paper, where the file gives a likely one and the same both ways."""
    match dpi:
        case (float() | int() as across, down) if (
            across == down and _LIKELY_DPI[0] <= across <= _LIKELY_DPI[1]
        ):
            return _MM_PER_INCH / across
        case _:
            return None
