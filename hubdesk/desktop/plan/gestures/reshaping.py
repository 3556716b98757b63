"""Dragging a corner or an edge of an area: its size, and what that costs whom, are shown meanwhile."""

from dataclasses import replace
from typing import TYPE_CHECKING

from hubdesk.desktop.plan.coordinates import millimetres
from hubdesk.desktop.plan.gestures.gesture import Gesture, in_view
from hubdesk.desktop.plan.gestures.moving import foreseen
from hubdesk.desktop.plan.guides import Guide
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres, square_metres
from hubdesk.desktop.plan.picking import Picking
from hubdesk.desktop.plan.snapping import SnapTo
from hubdesk.desktop.plan.snapping_points import PointSnapper
from hubdesk.desktop.plan.staying import Movable
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Outline, Point, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.outlines import fault, with_corner_inserted, with_corner_moved
from hubdesk.editing import areas

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class _Reshape(Gesture):
    """An area with another outline: shown while the drag lasts, made when it is let go."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking, area: Area) -> None:
        super().__init__(view, start)
        self.area = area
        self.going = Movable(areas=(area.id,))
        self.outline: Outline = area.outline
        self.guides: tuple[Guide, ...] = ()
        self._pointer = start
        self._picking = picking
        self._snappers: dict[SnapTo, PointSnapper] = {}

    def reshaped(self, pointer: Pointer) -> Outline:
        raise NotImplementedError

    def measures(self) -> str:
        """What is dragged, in numbers."""
        raise NotImplementedError

    def move(self, pointer: Pointer) -> None:
        self._pointer = pointer
        self.outline = self.reshaped(pointer)
        self.plan.preview.propose(foreseen(self.session.hub, self._intent))

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if self.outline != self.session.hub.areas[self.area.id].outline:
            self.session.do(self._intent)

    def cancel(self) -> None:
        self.plan.preview.propose(None)

    def paint(self, ink: Ink) -> None:
        ink.ghost(self.outline)
        ink.guides(self.guides)
        trouble = fault(self.outline)
        what = f"No outline: {trouble.value}" if trouble else square_metres(self.outline)
        ink.label(millimetres(self._pointer.scene), f"{what}\n{self.measures()}")

    def snapper(self, pointer: Pointer) -> PointSnapper:
        """Against everything on the floor but the area itself."""
        to = self.snap_to(pointer)
        if to not in self._snappers:
            boxes = [box for _, box in self._picking.boxes(in_view(self.view))]
            drawn = [one.outline for one in self._picking.seen_areas if one.id != self.area.id]
            floor = self.plan.floor
            if floor is not None:
                drawn.append(floor.outline or rectangle(floor.width_mm, floor.depth_mm))
            self._snappers[to] = PointSnapper(boxes, drawn, to, self.plan.snap.grid_mm)
        return self._snappers[to]

    def _intent(self, hub: Hub) -> Change:
        return areas.reshape(hub, self.area.id, self.outline)


class CornerDrag(_Reshape):
    """One corner goes where the mouse goes, in line with the corner before it where the angle snaps."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking, area: Area, place: int) -> None:
        super().__init__(view, start, picking, area)
        self.place = place

    def reshaped(self, pointer: Pointer) -> Outline:
        before = self.area.outline[self.place - 1]
        snapped = self.snapper(pointer).point(millimetres(pointer.scene), self.reach_mm, before)
        self.guides = snapped.guides
        return with_corner_moved(self.area.outline, self.place, snapped.point)

    def measures(self) -> str:
        here, count = self.outline[self.place], len(self.outline)
        sides = (self.outline[self.place - 1], self.outline[(self.place + 1) % count])
        return "  ".join(in_metres(_length(here, other)) for other in sides)


class InsertDrag(CornerDrag):
    """A new corner on the edge that starts at the corner `place`, and where it goes."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking, area: Area, place: int) -> None:
        at = millimetres(start.scene)
        outline = with_corner_inserted(area.outline, place, at)
        super().__init__(view, start, picking, replace(area, outline=outline), place + 1)


class EdgeDrag(_Reshape):
    """An edge goes straight out or in; it keeps its direction."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking, area: Area, place: int) -> None:
        super().__init__(view, start, picking, area)
        self.place = place
        self._by = 0.0

    def reshaped(self, pointer: Pointer) -> Outline:
        first, second = self.place, (self.place + 1) % len(self.area.outline)
        a, b = self.area.outline[first], self.area.outline[second]
        length = _length(a, b) or 1.0
        out_x, out_y = (b.y - a.y) / length, -(b.x - a.x) / length
        snapped = self._snapped(pointer, a, b)
        self._by = (snapped.x - a.x) * out_x + (snapped.y - a.y) * out_y
        right, down = round(self._by * out_x), round(self._by * out_y)
        corners = list(self.area.outline)
        corners[first] = Point(a.x + right, a.y + down)
        corners[second] = Point(b.x + right, b.y + down)
        return tuple(corners)

    def measures(self) -> str:
        return f"edge moved by {in_metres(abs(self._by))}"

    def _snapped(self, pointer: Pointer, a: Point, b: Point) -> Point:
        """Where the corner `a` comes to be if the edge follows the mouse."""
        way = millimetres(pointer.scene - self.start.scene)
        at = Point(a.x + way.x, a.y + way.y)
        snapped = self.snapper(pointer).point(at, self.reach_mm)
        upright = a.x == b.x or a.y == b.y
        self.guides = snapped.guides if upright else ()
        return snapped.point if upright else at


def _length(a: Point, b: Point) -> float:
    return float(((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5)
