"""The names of areas, written where there is room beside the desks."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from hubdesk.domain.geometry import encloses
from hubdesk.exchange.plan.drawing import GREY, INK, Drawing
from hubdesk.exchange.plan.hatch import Corner
from hubdesk.exchange.plan.lettering import Lettering, Weight
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Obstacles, Placing, box_around
from hubdesk.exchange.plan.plan import ShownArea

_SIZES = (3.0, 2.6, 2.3, 2.0, 1.8)
"""Sizes of type for a name, the best first."""
_KIND, _SMALLEST = 0.8, 1.7
"""The size of the kind under the name, as a part of the name's, and the smallest that it may be."""
_LEADING = 1.3
_SPACE = 1.2
"""Between a name and the kind beside it."""
_AIR = 1.0
"""Between writing and the edge of its area."""
_STEP = 1.5
_MOST_LINES, _MOST_WORDS = 3, 9
_MOST_LOOKED_AT = 300_000
"""Places on a floor that are looked at, one in an area counted as often as the area has corners.

A floor of a real hub takes a few hundred.
"""


class _Run(NamedTuple):
    """Letters of one size and weight."""

    text: str
    size: float
    weight: Weight
    ink: str
    width: float


_Line = tuple[_Run, ...]


class _Block(NamedTuple):
    """Lines one under the other, and the room that they take."""

    lines: tuple[_Line, ...]
    width: float
    height: float


class AreaNames:
    """Writes the names of a floor's areas in its `window` where nothing is `taken` yet, and takes that.

    It looks at so many places and no more: areas of thousands of corners, which a file from elsewhere may
    hold, are drawn without names rather than after minutes.
    """

    def __init__(
        self, drawing: Drawing, placing: Placing, lettering: Lettering, taken: Obstacles, window: Box
    ) -> None:
        self._drawing, self._placing, self._lettering, self._taken = drawing, placing, lettering, taken
        self._window = window
        self._left = _MOST_LOOKED_AT

    def write(self, area: ShownArea) -> None:
        """Write the name and kind of `area` where there is room for them, else nothing.

        First in the middle, then from the top; smaller, in more lines, without the kind or upwards where
        that is what fits.
        """
        if self._left < 0:
            return
        corners = self._placing.all(area.outline)
        seen = box_around(corners).common(self._window)
        for upwards, kind in ((False, area.kind), (False, ""), (True, area.kind), (True, "")):
            for block in _blocks(area.name, kind, self._lettering):
                size = (block.height, block.width) if upwards else (block.width, block.height)
                for box in _places(size, seen, self._taken):
                    self._left -= len(corners) if box else 1
                    if self._left < 0:
                        return
                    if box and _is_inside(box, area, corners, self._placing):
                        self._taken.add(box)
                        centred = _is_near(box.middle, seen.middle)
                        _write(self._drawing, block, box, upwards=upwards, centred=centred)
                        return


def _blocks(name: str, kind: str, lettering: Lettering) -> Iterator[_Block]:
    wrapped = [_wrapped(name, count, lettering) for count in range(1, _MOST_LINES + 1)]
    for size in _SIZES:
        told = [_run(kind, max(size * _KIND, _SMALLEST), Weight.REGULAR, GREY, lettering)] if kind else []
        for words in wrapped:
            lines = [(_run(line, size, Weight.SEMIBOLD, INK, lettering),) for line in words]
            if lines:
                yield _block([*lines, *((run,) for run in told)])
            if len(lines) == 1 and told:
                yield _block([(*lines[0], *told)])


def _run(text: str, size: float, weight: Weight, ink: str, lettering: Lettering) -> _Run:
    return _Run(text, size, weight, ink, lettering.width(text, size, weight))


def _block(lines: Sequence[_Line]) -> _Block:
    return _Block(tuple(lines), max(map(_width, lines)), sum(map(_height, lines)))


def _width(line: _Line) -> float:
    return sum(run.width for run in line) + _SPACE * (len(line) - 1)


def _height(line: _Line) -> float:
    return max(run.size for run in line) * _LEADING


def _wrapped(name: str, count: int, lettering: Lettering) -> Sequence[str]:
    """`name` in `count` lines of words as even as can be; nothing if it has too few words for that."""
    words = name.split()
    if count == 1:
        return [" ".join(words)]
    if not count <= len(words) <= _MOST_WORDS:
        return []
    ways = (
        [" ".join(words[start:end]) for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True)]
        for cuts in combinations(range(1, len(words)), count - 1)
    )
    return min(ways, key=lambda lines: max(lettering.width(line, 1.0, Weight.SEMIBOLD) for line in lines))


def _is_near(one: Corner, other: Corner) -> bool:
    return abs(one[0] - other[0]) < _STEP and abs(one[1] - other[1]) < _STEP


def _places(size: tuple[float, float], around: Box, taken: Obstacles) -> Iterator[Box | None]:
    """Places for so much writing in the box `around` its area; None for each with something in the way."""
    width, height = size
    room = around.inset(_AIR)
    if width > room.width or height > room.height:
        return
    middle_x, middle_y = around.middle
    middle = Box(middle_x - width / 2, middle_y - height / 2, width, height)
    if taken.in_the_way_of(middle) is None:
        yield middle
    top = room.top
    while top + height <= room.bottom:
        left = room.left
        while left + width <= room.right:
            box = Box(left, top, width, height)
            other = taken.in_the_way_of(box)
            if other is None:
                yield box
                left += _STEP
            else:
                yield None
                left = max(other.right, left + _STEP / 10)
        top += _STEP


def _is_inside(box: Box, area: ShownArea, corners: Sequence[Corner], placing: Placing) -> bool:
    """Whether `box` with a little air lies in `area`, corners that turn in minded."""
    wide = box.inset(-_AIR * 0.9)
    if any(wide.left < x < wide.right and wide.top < y < wide.bottom for x, y in corners):
        return False
    edge = [*wide.corners, (wide.middle[0], wide.top), (wide.middle[0], wide.bottom)]
    return all(encloses(area.outline, placing.back(x, y)) for x, y in edge)


def _write(drawing: Drawing, block: _Block, box: Box, *, upwards: bool, centred: bool) -> None:
    middle_x, middle_y = box.middle
    down = -block.height / 2
    for line in block.lines:
        at = down + _height(line) / 2
        along = -(_width(line) if centred else block.width) / 2
        for run in line:
            x, y = (middle_x + at, middle_y - along) if upwards else (middle_x + along, middle_y + at)
            turned = -90.0 if upwards else 0.0
            drawing.text(x, y, run.text, run.size, run.weight, run.ink, turned=turned)
            along += run.width + _SPACE
        down += _height(line)
