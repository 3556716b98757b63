"""A page as SVG: millimetres for units, real text, nothing that is not needed."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from xml.sax.saxutils import escape

from hubdesk.exchange.plan.hatch import Corner, Stroke
from hubdesk.exchange.plan.lettering import CAPITAL, FAMILY, Weight
from hubdesk.exchange.plan.paper import Box

INK, GREY, PALE = "#1a1a1a", "#595959", "#b3b3b3"
"""Ink for what is read first, what is read after it, and for lines that only divide."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Drawing:
    """One page being drawn, from the back to the front."""

    def __init__(self, page: Box, title: str, name: str = "window") -> None:
        """`name` begins the ids in it, which are to differ where several drawings stand in one page."""
        self._page = page
        self._title = title
        self._name = name
        self._parts: list[str] = []
        self._clips = 0

    def svg(self) -> str:
        """The page as an SVG document."""
        size = f"{number(self._page.width)} {number(self._page.height)}"
        width, height = size.split()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
            f'viewBox="0 0 {size}" font-family="{FAMILY}, Arial, sans-serif">'
            f"<title>{_text(self._title)}</title>"
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>{"".join(self._parts)}</svg>\n'
        )

    def box(
        self,
        box: Box,
        fill: str = "none",
        line: str = "none",
        width: float = 0.0,
        *,
        round_by: float = 0.0,
    ) -> None:
        """A rectangle, its corners rounded by so much."""
        rounded = f' rx="{number(round_by)}"' if round_by else ""
        self._parts.append(
            f'<rect x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" '
            f'height="{number(box.height)}"{rounded} fill="{fill}"{_pen(line, width)}/>'
        )

    def polygon(
        self,
        corners: Sequence[Corner],
        fill: str = "none",
        line: str = "none",
        width: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        path = f"{_path(corners)}Z"
        self._parts.append(f'<path d="{path}" fill="{fill}"{_pen(line, width, dash)}/>')

    def tint(self, corners: Sequence[Corner], fill: str, opacity: float) -> None:
        """A shape through which what lies behind is seen, unless `opacity` is 1."""
        through = f' fill-opacity="{number(opacity)}"' if opacity < 1 else ""
        self._parts.append(f'<path d="{_path(corners)}Z" fill="{fill}"{through}/>')

    def lines(self, runs: Iterable[Sequence[Corner]], line: str, width: float, opacity: float) -> None:
        """Many runs of straight pieces with one pen."""
        if path := "".join(map(_path, runs)):
            joined = f'stroke-linejoin="round" stroke-linecap="round" stroke-opacity="{number(opacity)}"'
            self._parts.append(f'<path d="{path}" fill="none" {joined}{_pen(line, width)}/>')

    def strokes(self, strokes: Iterable[Stroke], line: str, width: float, dash: Sequence[float] = ()) -> None:
        """Many strokes with one pen; dots come out round."""
        path = "".join(
            f"M{number(one.x1)} {number(one.y1)}L{number(one.x2)} {number(one.y2)}" for one in strokes
        )
        if path:
            cap = ' stroke-linecap="round"' if not dash else ""
            self._parts.append(f'<path d="{path}" fill="none"{cap}{_pen(line, width, dash)}/>')

    def curve(self, path: str, line: str, width: float) -> None:
        """A path in SVG's own words."""
        self._parts.append(f'<path d="{path}" fill="none"{_pen(line, width)}/>')

    def text(  # noqa: PLR0913, PLR0917  what is written, where, and how it looks
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        weight: Weight = Weight.REGULAR,
        fill: str = INK,
        anchor: str = "start",
        turned: float = 0.0,
    ) -> None:
        """`text` with the middle of its capitals at height `y`, turned about (`x`, `y`) in degrees."""
        down = size * CAPITAL / 2
        place = f'x="{number(x)}" y="{number(y + down)}"'
        if turned:
            place = (
                f'transform="translate({number(x)} {number(y)}) rotate({number(turned)})" y="{number(down)}"'
            )
        bold = f' font-weight="{weight.value}"' if weight is not Weight.REGULAR else ""
        hang = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self._parts.append(
            f'<text {place} font-size="{number(size)}"{bold}{hang} fill="{fill}">{_text(text)}</text>'
        )

    @contextmanager
    def within(self, corners: Sequence[Corner]) -> Iterator[None]:
        """What is drawn meanwhile is seen inside these corners only."""
        self._clips += 1
        name = f"{self._name}{self._clips}"
        self._parts.append(f'<clipPath id="{name}">')
        self.polygon(corners, "#000000")
        self._parts.append(f'</clipPath><g clip-path="url(#{name})">')
        yield
        self._parts.append("</g>")

    def picture(self, png: bytes, corner: Corner, size: Corner, turned: float, opacity: float) -> None:
        """A picture of that width and height, its top-left corner there, turned about it in degrees."""
        place = f"translate({number(corner[0])} {number(corner[1])}) rotate({number(turned)})"
        source = f"data:image/png;base64,{b64encode(png).decode()}"
        self._parts.append(
            f'<image transform="{place}" width="{number(size[0])}" height="{number(size[1])}" '
            f'preserveAspectRatio="none" opacity="{number(opacity)}" href="{source}"/>'
        )


def number(value: float) -> str:
    """A number as SVG takes it: a thousandth of a millimetre is enough."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _path(corners: Iterable[Corner]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners)


def _pen(line: str, width: float, dash: Sequence[float] = ()) -> str:
    if line == "none":
        return ""
    dashes = f' stroke-dasharray="{" ".join(map(number, dash))}"' if dash else ""
    return f' stroke="{line}" stroke-width="{number(width)}"{dashes}'


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text))
