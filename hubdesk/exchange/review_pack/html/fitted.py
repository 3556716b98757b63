"""Writing on a plan keeps the width that it was fitted to, whatever typeface the reader's device has."""

import re
from html import unescape

from hubdesk.exchange.plan.drawing import number
from hubdesk.exchange.plan.lettering import Lettering, Weight

_TEXT = re.compile(r'<text ([^>]*?font-size="([0-9.]+)"(?: font-weight="([0-9]+)")?[^>]*)>([^<]*)</text>')


def fitted(svg: str, lettering: Lettering) -> str:
    """`svg` as `Drawing` wrote it, each text with the width that it was measured at.

    Where the typeface of plans is not there, another one in its place would run out of the room.
    """

    def with_width(found: re.Match[str]) -> str:
        attributes, size, weight, words = found.groups()
        width = lettering.width(unescape(words), float(size), Weight(int(weight or Weight.REGULAR.value)))
        length = f'textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"'
        return f"<text {attributes} {length}>{words}</text>"

    return _TEXT.sub(with_width, svg)
