"""Dragging desks and areas to another place, or copies of them with Ctrl."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from hubdesk.desktop.plan.coordinates import MM, millimetres
from hubdesk.desktop.plan.gestures.gesture import SHIFT, Gesture, in_view
from hubdesk.desktop.plan.guides import Guide
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.plan.picking import Picking, corners_of
from hubdesk.desktop.plan.plan import Copied
from hubdesk.desktop.plan.snapping import Snapped, Snapper, SnapTo
from hubdesk.desktop.plan.staying import Movable
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.box import Box, around, box_of
from hubdesk.domain.change import Change
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Outline, Point, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.editing import arranging
from hubdesk.editing.clipping import duplicate

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

MOST_GHOSTS = 400
"""Copies are outlined one by one up to here; more of them by the box around all."""


class MoveDrag(Gesture):
    """All that goes, by one way. Shift keeps to one direction, Alt holds snapping off."""

    def __init__(self, view: "PlanView", start: Pointer, picking: Picking, going: Movable) -> None:
        super().__init__(view, start)
        self.going = going
        self.by = Point(0, 0)
        self._picking = picking
        self._guides: tuple[Guide, ...] = ()
        self._pointer = start
        self._snappers: dict[SnapTo, Snapper] = {}
        self._outlines = tuple(self.session.hub.areas[one].outline for one in going.areas)
        self._box = _box(self.session.hub, going)

    def move(self, pointer: Pointer) -> None:
        self._pointer = pointer
        if not self.going:
            return
        snapped = self._snapped(pointer)
        self.by, self._guides = Point(snapped.right_mm, snapped.down_mm), snapped.guides
        self.show()

    def show(self) -> None:
        """Show what goes where it would come to be."""
        self.view.floor_scene.lift(self.going.desks, QPointF(self.by.x * MM, self.by.y * MM))
        if self.going.areas:
            self.plan.preview.propose(self._foreseen())

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if self.going and self.by != (0, 0):
            going, by = self.going, self.by
            self.session.do(lambda hub: arranging.move(hub, going.desks, going.areas, by.x, by.y))

    def cancel(self) -> None:
        self.view.floor_scene.lift((), QPointF())
        self.plan.preview.propose(None)

    def paint(self, ink: Ink) -> None:
        for outline in self._outlines:
            ink.ghost(moved(outline, self.by))
        ink.guides(self._guides)
        ink.label(millimetres(self._pointer.scene), self.words())

    def words(self) -> str:
        """How far, and what stays."""
        far = f"→ {in_metres(self.by.x)}   ↓ {in_metres(self.by.y)}"
        if not self.going:
            return f"{self.going.staying}: unlock to move"
        return f"{far}\n{self.going.staying}" if self.going.staying else far

    def _foreseen(self) -> Change | None:
        going, by = self.going, self.by
        return foreseen(self.session.hub, lambda hub: arranging.move(hub, going.desks, going.areas, *by))

    def _snapped(self, pointer: Pointer) -> Snapped:
        raw = millimetres(pointer.scene - self.start.scene)
        if pointer.holds(SHIFT):
            raw = Point(raw.x, 0) if abs(raw.x) >= abs(raw.y) else Point(0, raw.y)
        to = self.snap_to(pointer)
        if to not in self._snappers:
            self._snappers[to] = self._snapper(to)
        snapped = self._snappers[to].moving(self._box, raw.x, raw.y, self.reach_mm)
        if not pointer.holds(SHIFT):
            return snapped
        right, down = (snapped.right_mm, 0) if raw.x else (0, snapped.down_mm)
        return Snapped(
            right, down, snapped.guides if (right, down) == (snapped.right_mm, snapped.down_mm) else ()
        )

    def _snapper(self, to: SnapTo) -> Snapper:
        """Against what stays; a copy snaps to what it was copied from too."""
        staying = frozenset(self.stays_out())
        boxes = (box for one, box in self._picking.boxes(in_view(self.view)) if one not in staying)
        outlines = [area.outline for area in self._picking.seen_areas if area.id not in staying]
        floor = self.plan.floor
        if floor is not None:
            outlines.append(floor.outline or rectangle(floor.width_mm, floor.depth_mm))
        return Snapper(boxes, outlines, to, self.plan.snap.grid_mm)

    def stays_out(self) -> tuple[str, ...]:
        """What is not snapped to, because it goes along."""
        return self.going.ids


class CopyDrag(MoveDrag):
    """Ctrl: copies come to be there, and what was copied stays."""

    def show(self) -> None:
        """Copies are drawn by `paint`; nothing is lifted."""

    def stays_out(self) -> tuple[str, ...]:
        return ()

    def release(self, pointer: Pointer) -> None:
        self.move(pointer)
        if self.going and self.by != (0, 0):
            copy_selection(self.view, self.going, self.by)

    def paint(self, ink: Ink) -> None:
        if len(self.going.desks) > MOST_GHOSTS:
            ink.ghost(self._box.moved(*self.by).outline)
        else:
            desks = (self.session.hub.desks[one] for one in self.going.desks)
            for desk in desks:
                ink.ghost(moved(corners_of(desk), self.by))
        super().paint(ink)

    def words(self) -> str:
        return f"Copy {super().words()}"


def copy_selection(view: "PlanView", going: Movable, by: Point) -> bool:
    """Copies of what goes, that far from it, from the as-at day on; they are then what is selected."""
    session = view.session

    def intent(hub: Hub) -> Change:
        return duplicate(hub, going.desks, going.areas, by.x, by.y, session.as_at)

    if not select_added(view, intent):
        return False
    copies = session.selection.ids
    for first in going.ids[:1]:
        there = place_of(session.hub, first)
        made = [one for one in copies if place_of(session.hub, one) == (there.x + by.x, there.y + by.y)]
        view.plan.copied = Copied(first, made[0], copies) if made else None
    return True


def select_added(view: "PlanView", intent: Callable[[Hub], Change]) -> bool:
    """Do it, and select the desks and areas that it has added."""
    session = view.session
    known = {*session.hub.desks, *session.hub.areas}
    if not session.do(intent):
        return False
    session.selection.set({*session.hub.desks, *session.hub.areas} - known)
    return True


def place_of(hub: Hub, one: RecordId) -> Point:
    """A desk's centre, an area's first corner."""
    desk = hub.desks.get(one)
    return Point(desk.x_mm, desk.y_mm) if desk is not None else hub.areas[one].outline[0]


def foreseen(hub: Hub, intent: Callable[[Hub], Change]) -> Change | None:
    """What `intent` would make of the hub; None where it would be refused."""
    try:
        return intent(hub)
    except Refused:
        return None


def _box(hub: Hub, going: Movable) -> Box:
    boxes = [footprint(hub.desks[one]).box for one in going.desks]
    boxes += [box_of(hub.areas[one].outline) for one in going.areas]
    return around(boxes) if boxes else Box(0, 0, 0, 0)


def moved(outline: Outline, by: Point) -> Outline:
    """Every corner by the same way."""
    return tuple(Point(corner.x + by.x, corner.y + by.y) for corner in outline)
