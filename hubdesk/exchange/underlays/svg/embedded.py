"""Pictures inside an SVG, which can be bombs of their own."""

import base64
import binascii
import io
import re

from PIL import Image, UnidentifiedImageError

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.raster import refuse_too_many

_PICTURE = re.compile(r"data:image/(png|jpe?g|gif|webp)\s*(?:;[^,;]*)*;\s*base64\s*,", re.IGNORECASE)
_FORMS = ("PNG", "JPEG", "GIF", "WEBP")


class EmbeddedPictures:
    """The embedded pictures seen so far: it is all of them together that has to be unpacked."""

    def __init__(self) -> None:
        self._dots = 0

    def refuse_unfit(self, link: str) -> None:
        """Look over one more, a `data:` link. Raises Unfit."""
        head = _PICTURE.match(link)
        if head is None:
            raise Unfit(faults.EMBEDDED)
        Image.MAX_IMAGE_PIXELS = None  # counted here
        try:
            with Image.open(io.BytesIO(base64.b64decode(link[head.end() :])), formats=_FORMS) as image:
                self._dots += image.width * image.height
        except (UnidentifiedImageError, binascii.Error, OSError, ValueError, SyntaxError) as trouble:
            raise Unfit(faults.damaged("a picture inside it cannot be read")) from trouble
        refuse_too_many(self._dots, 1)
