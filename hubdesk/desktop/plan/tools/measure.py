"""The measuring tool: distances along a chain of points, by clicks, a drag, or keys."""

from itertools import pairwise
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.plan.tools.chain_tool import ChainTool
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.geometry import Point

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class MeasureTool(ChainTool):
    """Measures, and changes nothing. A drag is a stretch of its own; clicks make a chain."""

    id = "measure"
    title = "Measure"
    help_topic = "drawing"
    icon = "ruler"
    shortcut = "M"
    hint = "Click point after point, or drag. Double-click ends it, Esc clears it, Alt holds snapping off"

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._ended = False

    @property
    def line_starts(self) -> Point | None:
        return self._points[-1] if self._points and not self._ended else None

    @property
    def words(self) -> str:
        """The last stretch, and the whole chain where there are more."""
        chain = self._chain()
        if len(chain) < 2:
            return ""
        a, b = chain[-2:]
        last = (
            f"{in_metres(_length(a, b))}   {_angle(a, b):.1f}°\n"
            f"→ {in_metres(b.x - a.x)}   ↓ {in_metres(b.y - a.y)}"
        )
        whole = sum(_length(one, other) for one, other in pairwise(chain))
        return f"{last}\nin all {in_metres(whole)}" if len(chain) > 2 else last

    def dragged(self, place: Point) -> None:
        self.clicked(place)
        self._ended = True

    def clicked(self, place: Point) -> None:
        if self._ended:
            self._points, self._ended = [], False
        if not self._points or self._points[-1] != place:
            self._points.append(place)
        self.view.viewport().update()

    def double(self, pointer: Pointer) -> None:
        self._ended = len(self._points) > 1
        self.view.viewport().update()

    def cancel(self) -> None:
        self._ended = False
        super().cancel()
        self.changed()

    def show(self, ink: Ink) -> None:
        chain = self._chain()
        for a, b in pairwise(chain):
            ink.line(a, b)
        for point in chain:
            ink.handle(point)
        for a, b in list(pairwise(chain))[:-1]:
            ink.label(Point((a.x + b.x) // 2, (a.y + b.y) // 2), in_metres(_length(a, b)))
        if self.words:
            ink.label(chain[-1], self.words)

    def _chain(self) -> list[Point]:
        """The points set, and the one that the pointer is at while the chain goes on."""
        waiting = self.at is not None and self.line_starts not in (None, self.at)
        return [*self._points, self.at] if waiting and self.at is not None else self._points


def _length(a: Point, b: Point) -> float:
    return hypot(b.x - a.x, b.y - a.y)


def _angle(a: Point, b: Point) -> float:
    """Degrees anticlockwise from straight to the right, as people read a plan."""
    return degrees(atan2(a.y - b.y, b.x - a.x)) % 360
