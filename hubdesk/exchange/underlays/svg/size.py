"""How large an SVG is, in its own units and on paper."""

import math
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit

_MM_PER_INCH = 25.4
_DOTS_PER_INCH = 96
_MM = {"mm": 1.0, "cm": 10.0, "in": _MM_PER_INCH, "pt": _MM_PER_INCH / 72, "pc": _MM_PER_INCH / 6}
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d+)?|\d+\.)\s*(px|mm|cm|in|pt|pc|)\s*")


@dataclass(frozen=True, slots=True)
class Size:
    """In user units, like the corner's coordinates; `mm_per_unit` are of paper, where the file tells."""

    width: float
    height: float
    corner: tuple[float, float]
    mm_per_unit: float | None


def size_of(root: Element) -> Size:
    """The size of a drawing. Raises Unfit where it has none."""
    box = _view_box(root)
    across, down = _length(root.get("width")), _length(root.get("height"))
    if across is None and down is None:
        if box is None:
            raise Unfit(faults.NO_SIZE)
        return Size(box[2], box[3], (box[0], box[1]), None)
    shape = box[2] / box[3] if box else 1.0
    wide = across.dots if across else (down.dots * shape if down else math.nan)
    high = down.dots if down else wide / shape
    left, top, box_wide, box_high = box or (0.0, 0.0, wide, high)
    # As drawn: whole inside the sheet and in its middle.
    dots_per_unit = min(wide / box_wide, high / box_high)
    width, height = wide / dots_per_unit, high / dots_per_unit
    on_paper = any(length.is_on_paper for length in (across, down) if length)
    return Size(
        _positive(width),
        _positive(height),
        (left - (width - box_wide) / 2, top - (height - box_high) / 2),
        dots_per_unit / _DOTS_PER_INCH * _MM_PER_INCH if on_paper else None,
    )


@dataclass(frozen=True, slots=True)
class _Length:
    """In dots of 1/96 inch."""

    dots: float
    is_on_paper: bool


def _length(text: str | None) -> _Length | None:
    """A length as it is written; None where it depends on a window ("100%") or says nothing."""
    found = _LENGTH.fullmatch(text or "")
    if found is None:
        return None
    number, unit = float(found[1]), found[2]
    if unit in _MM:
        return _Length(_positive(number * _MM[unit] / _MM_PER_INCH * _DOTS_PER_INCH), is_on_paper=True)
    return _Length(_positive(number), is_on_paper=False)


def _view_box(root: Element) -> tuple[float, float, float, float] | None:
    numbers = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    try:
        left, top, width, height = map(float, numbers)
    except ValueError:
        return None
    if not (math.isfinite(left) and math.isfinite(top)):
        raise Unfit(faults.NO_SIZE)
    return left, top, _positive(width), _positive(height)


def _positive(number: float) -> float:
    if not (math.isfinite(number) and number > 0):
        raise Unfit(faults.NO_SIZE)
    return number
