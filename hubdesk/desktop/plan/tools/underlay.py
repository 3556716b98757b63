"""Moving and turning an underlay: by drags, or by keys."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.plan.gestures.gesture import SHIFT
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.plan.plan import Layer
from hubdesk.desktop.plan.snapping_points import stepped
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.lying import edges, is_over, middle
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.underlay import Underlay
from hubdesk.editing import underlays

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_STEP_MM = 100
_GRAB_PIXELS = 12
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}


class _Doing(Enum):
    MOVING = "moving"
    TURNING = "turning"
    PIVOT = "moving the point it turns about"


@dataclass(frozen=True, slots=True)
class _Drag:
    doing: _Doing
    start: Point


class UnderlayTool(Tool):
    """A drag moves an underlay that is not locked; one on the ring turns it about the cross.

    The cross is in its middle until it is dragged elsewhere: to a corner that lies right already, say.
    """

    id = "underlay"
    changes = True
    title = "Move underlay"
    word = "Underlay"
    help_topic = "underlays"
    icon = "move"
    shortcut = "U"
    hint = "Drag the underlay, its ring to turn it, the cross to turn about. Arrows move it, [ and ] turn it"
    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._drag: _Drag | None = None
        self._about: tuple[RecordId, Point] | None = None
        self.plan.floor_changed.connect(self.cancel)
        self.plan.underlays.changed.connect(view.viewport().update)
        self.session.changed.connect(self.cancel)

    @property
    def busy(self) -> bool:
        return self._drag is not None

    def end(self) -> None:
        self.cancel()

    def cancel(self) -> None:
        if self._drag is not None:
            self._drag = None
            self.plan.underlays.show_draft(None)
            self.view.viewport().update()

    def press(self, pointer: Pointer) -> None:
        chosen = self.plan.underlays.underlay
        if chosen is not None and self._near(pointer, self._ring(chosen)):
            self._begin(_Doing.TURNING, chosen, pointer)
        elif chosen is not None and self._near(pointer, self._pivot(chosen)):
            self._begin(_Doing.PIVOT, chosen, pointer)
        elif (found := self._under(pointer.place)) is not None:
            self.plan.underlays.choose(found.id)
            self._begin(_Doing.MOVING, found, pointer)

    def move(self, pointer: Pointer) -> None:
        drag, chosen = self._drag, self.plan.underlays.underlay
        if drag is None or chosen is None:
            return
        if drag.doing is _Doing.PIVOT:
            self._about = (chosen.id, pointer.place)
        else:
            change = self._change(self.session.hub, drag, chosen, pointer)
            after = next((new for _, new in change.updated), None)
            self.plan.underlays.show_draft(after if isinstance(after, Underlay) else None)
        self.view.viewport().update()

    def release(self, pointer: Pointer) -> None:
        drag, chosen = self._drag, self.plan.underlays.underlay
        if drag is None or chosen is None:
            return
        self.move(pointer)
        self._drag = None
        if drag.doing is not _Doing.PIVOT:
            self.session.do(lambda hub: self._change(hub, drag, chosen, pointer))
        self.plan.underlays.show_draft(None)
        self.view.viewport().update()

    def key(self, event: QKeyEvent) -> bool:
        chosen, key = self.plan.underlays.underlay, Qt.Key(event.key())
        if chosen is None or (key not in _ARROWS and key not in _TURNS):
            return False
        if self._locked(chosen):
            return True
        tenfold = 10 if event.modifiers() & SHIFT else 1
        if key in _ARROWS:
            right, down = (way * _STEP_MM * tenfold for way in _ARROWS[key])
            self.session.do(lambda hub: underlays.move(hub, chosen.id, right, down))
        else:
            turn, about = Decimal(_TURNS[key]), self._pivot(chosen)
            self.session.do(lambda hub: underlays.rotate(hub, chosen.id, about, turn))
        return True

    def paint(self, painter: QPainter) -> None:
        chosen = self.plan.underlays.draft or self.plan.underlays.underlay
        if chosen is None or not chosen.shown:
            return
        ink = Ink(painter, self.view)
        ink.ring(edges(chosen))
        if chosen.locked or self.plan.is_locked(Layer.UNDERLAY):
            ink.label(middle(chosen), f"{chosen.name} is locked")
            return
        pivot = self._pivot(chosen)
        ink.line(self._top(chosen), self._ring(chosen))
        ink.handle(self._ring(chosen), "↻")
        ink.handle(pivot, "+")
        if self._drag is not None and self._drag.doing is _Doing.TURNING:
            ink.label(pivot, f"{chosen.rotation:.1f}°")
        elif self._drag is not None and self._drag.doing is _Doing.MOVING:
            ink.label(middle(chosen), f"→ {in_metres(chosen.x_mm)}   ↓ {in_metres(chosen.y_mm)}")

    def _begin(self, doing: _Doing, underlay: Underlay, pointer: Pointer) -> None:
        if not self._locked(underlay):
            self._drag = _Drag(doing, pointer.place)

    def _locked(self, underlay: Underlay) -> bool:
        """Whether it is locked, or the whole layer is; then that is told."""
        layer = self.plan.is_locked(Layer.UNDERLAY)
        if underlay.locked or layer:
            what = f"{named(self.session.hub, underlay)} is locked"
            remedy = f"Unlock it in the {'Layers' if layer else 'Underlays'} panel to move it"
            self.session.refused.emit((Problem(Severity.WARNING, "locked", what, "the plan", remedy),))
        return underlay.locked or layer

    def _change(self, hub: Hub, drag: _Drag, underlay: Underlay, pointer: Pointer) -> Change:
        if drag.doing is _Doing.TURNING:
            pivot = self._pivot(underlay)
            turn = _angle(pivot, pointer.place) - _angle(pivot, drag.start)
            whole = Decimal(str(round(turn, 1)))
            if pointer.holds(SHIFT):
                whole = stepped(float(underlay.rotation) + turn) - underlay.rotation
            return underlays.rotate(hub, underlay.id, pivot, whole)
        right, down = pointer.place.x - drag.start.x, pointer.place.y - drag.start.y
        return underlays.move(hub, underlay.id, right, down)

    def _under(self, place: Point) -> Underlay | None:
        """The one to take there: the chosen one, else the topmost; those not locked first."""
        there = [one for one in self.plan.underlays.all if one.shown and is_over(one, place)]
        chosen = self.plan.underlays.underlay
        free = [one for one in there if not one.locked] or there
        return chosen if chosen in free else free[-1] if free else None

    def _pivot(self, underlay: Underlay) -> Point:
        if self._about is not None and self._about[0] == underlay.id:
            return self._about[1]
        return middle(underlay)

    def _top(self, underlay: Underlay) -> Point:
        a, b = edges(underlay)[:2]
        return Point((a.x + b.x) // 2, (a.y + b.y) // 2)

    def _ring(self, underlay: Underlay) -> Point:
        """Where it is turned by: above the middle of its upper edge."""
        top, centre = self._top(underlay), middle(underlay)
        length = hypot(top.x - centre.x, top.y - centre.y) or 1.0
        out = 28 / self.view.pixels_per_metre / MM
        return Point(
            round(top.x + (top.x - centre.x) / length * out), round(top.y + (top.y - centre.y) / length * out)
        )

    def _near(self, pointer: Pointer, place: Point) -> bool:
        reach = _GRAB_PIXELS / self.view.pixels_per_metre / MM
        return hypot(pointer.place.x - place.x, pointer.place.y - place.y) <= reach


def _angle(about: Point, place: Point) -> float:
    return degrees(atan2(place.y - about.y, place.x - about.x))
