"""The split tool: a straight cut through the selected area, by two clicks, a drag, or keys."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.gestures.moving import foreseen
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import square_metres
from hubdesk.desktop.plan.plan import Layer
from hubdesk.desktop.plan.tools.draw_tool import DrawTool
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point, double_area, encloses
from hubdesk.domain.hub import Hub
from hubdesk.editing import splitting

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class SplitTool(DrawTool):
    """Cuts the selected area, else the smallest one around the middle of the cut. One cut is one change."""

    id = "split"
    changes = True
    title = "Split an area"
    word = "Split"
    help_topic = "arranging"
    icon = "scissors-line-dashed"
    shortcut = "C"
    hint = "Click, or press and drag, from one side of an area to the other; Esc lets go of the cut"

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._start: Point | None = None
        self._pressed: Pointer | None = None
        view.plan.floor_changed.connect(self.cancel)

    @property
    def busy(self) -> bool:
        return self._start is not None

    @property
    def line_starts(self) -> Point | None:
        return self._start

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._pressed = pointer if self._start is None else None
        if self._pressed is not None:
            self._start = self.at

    def release(self, pointer: Pointer) -> None:
        """The end of a drag, or the second click; the first click only begins."""
        self.hover(pointer)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and _is_click(pressed, pointer):
            return
        if self.at is not None:
            self.clicked(self.at)

    def clicked(self, place: Point) -> None:
        if self._start is None:
            self._start = place
            return
        start, area = self._start, self._area(place)
        self.cancel()
        if area is not None and start != place:
            self.session.do(lambda hub: splitting.split(hub, area.id, start, place))

    def end(self) -> None:
        super().end()
        self.cancel()

    def cancel(self) -> None:
        self._start = self._pressed = None
        self.changed()
        self.view.viewport().update()

    def show(self, ink: Ink) -> None:
        if self._start is None or self.at is None:
            return
        ink.line(self._start, self.at)
        area = self._area(self.at)
        change = self._change(area, self._start, self.at)
        if area is None or change is None:
            ink.label(self.at, "Draw the line through an area, from side to side")
            return
        parts = [edit.after for edit in change.edits if isinstance(edit.after, Area)]
        for part in parts:
            ink.ghost(part.outline)
        ink.label(self.at, f"{area.code}: {' and '.join(square_metres(part.outline) for part in parts)}")

    def _area(self, to: Point) -> Area | None:
        """The one that is meant, if it is not locked."""
        floor, hub, start = self.plan.floor, self.session.hub, self._start
        if floor is None or start is None or self.plan.is_locked(Layer.AREAS):
            return None
        drawn = [one for one in hub.areas_on_floor.get(floor.id, ()) if one.outline and not one.locked]
        chosen = [one for one in drawn if one.id in self.session.selection.ids]
        middle = Point((start.x + to.x) // 2, (start.y + to.y) // 2)
        around = (one for one in drawn if encloses(one.outline, middle))
        return chosen[0] if len(chosen) == 1 else min(around, key=_size, default=None)

    def _change(self, area: Area | None, a: Point, b: Point) -> Change | None:
        if area is None or a == b:
            return None

        def intent(hub: Hub) -> Change:
            return splitting.split(hub, area.id, a, b)

        return foreseen(self.session.hub, intent)


def _size(area: Area) -> int:
    return double_area(area.outline)


def _is_click(pressed: Pointer, now: Pointer) -> bool:
    return (now.view - pressed.view).manhattanLength() < QApplication.startDragDistance()
