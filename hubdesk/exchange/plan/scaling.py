"""Which scale a floor is drawn at, which way up, and on how many pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from hubdesk.exchange.plan.layout import AIR, Layout, layout_of
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.paper import SCALES, Box, Paper, Turn
from hubdesk.exchange.plan.plan import Plan

OVERLAP = 12.0
"""What neighbouring pages both show, in millimetres on paper, to lay one over the other."""
_MOST_TILES = 64
_EXACT = 1e-6


class TooBig(Exception):
    """The floor does not fit: its size at that scale and the room there is, in millimetres on paper."""

    def __init__(self, needed: tuple[float, float], room: tuple[float, float]) -> None:
        super().__init__(f"{needed} does not fit into {room}")
        self.needed = needed
        self.room = room


class TooManyPages(Exception):
    """So many pages would be needed that it must be a slip."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages")
        self.pages = pages


@dataclass(frozen=True, slots=True)
class Setting:
    """A floor set out on pages: 1 to `scale`, `across` by `down` of them."""

    scale: int
    layout: Layout
    across: int
    down: int

    @property
    def pages(self) -> int:
        return self.across * self.down

    @property
    def clear(self) -> Box:
        """What of a page the drawing may cover."""
        return self.layout.window.inset(AIR)

    @property
    def step(self) -> tuple[float, float]:
        """From one page's part of the drawing to the next, across and down."""
        return self.clear.width - OVERLAP, self.clear.height - OVERLAP


def to_fit(plan: Plan, paper: Paper, lettering: Lettering) -> Setting:
    """The largest scale in use at which the floor is on one page, whichever way up. Raises TooBig."""
    for scale in SCALES:
        for setting in _each_way(plan, paper, scale, lettering, tiled=False):
            if _fits(plan, setting):
                return setting
    raise _too_big(plan, SCALES[-1], paper, lettering)


def at_scale(plan: Plan, paper: Paper, scale: int, lettering: Lettering) -> Setting:
    """That scale on one page, whichever way up. Raises TooBig."""
    for setting in _each_way(plan, paper, scale, lettering, tiled=False):
        if _fits(plan, setting):
            return setting
    raise _too_big(plan, scale, paper, lettering)


def in_tiles(plan: Plan, paper: Paper, scale: int, lettering: Lettering) -> Setting:
    """That scale on as few pages as it takes, whichever way up. Raises TooManyPages."""
    width, height = _size(plan, scale)
    best: Setting | None = None
    for one in _each_way(plan, paper, scale, lettering, tiled=True):
        across = max(1, ceil((width - OVERLAP) / one.step[0] - _EXACT))
        down = max(1, ceil((height - OVERLAP) / one.step[1] - _EXACT))
        if best is None or across * down < best.pages:
            best = Setting(scale, one.layout, across, down)
    assert best is not None
    if best.pages == 1:
        return at_scale(plan, paper, scale, lettering)
    if best.pages > _MOST_TILES:
        raise TooManyPages(best.pages)
    return best


def _each_way(
    plan: Plan, paper: Paper, scale: int, lettering: Lettering, *, tiled: bool
) -> Iterator[Setting]:
    for turn in Turn:
        layout = layout_of(paper, turn, plan.legend, lettering, tiled=tiled)
        yield Setting(scale, layout, 1, 1)


def _fits(plan: Plan, setting: Setting) -> bool:
    width, height = _size(plan, setting.scale)
    return width <= setting.clear.width + _EXACT and height <= setting.clear.height + _EXACT


def _size(plan: Plan, scale: int) -> tuple[float, float]:
    left, top, right, bottom = plan.extent
    return (right - left) / scale, (bottom - top) / scale


def _too_big(plan: Plan, scale: int, paper: Paper, lettering: Lettering) -> TooBig:
    clear = next(_each_way(plan, paper, scale, lettering, tiled=False)).clear
    return TooBig(_size(plan, scale), (clear.width, clear.height))
