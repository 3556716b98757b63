"""`DrawTool`: what tools that draw have in common: snapping, and a pointer that keys move."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.gestures.gesture import ALT, reach_mm, snap_to
from hubdesk.desktop.plan.guides import Guide
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.snapping import SnapTo
from hubdesk.desktop.plan.snapping_points import PointSnapper
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.domain.box import Box
from hubdesk.domain.days import holds
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Outline, Point, rectangle

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

STEP_MM = 100
"""How far an arrow key moves the pointer; ten times as far with Shift."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DrawTool(Tool):
    """Arrow keys move a pointer over the plan, Enter is a click at it, so that all can be drawn by keys.

    What is drawn snaps as the snap chip says; Alt holds it off.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self.at: Point | None = None
        """Where the pointer is, after snapping."""
        self._by_keys = False
        self._guides: tuple[Guide, ...] = ()
        self._snapper: tuple[SnapTo, PointSnapper] | None = None

    @property
    def line_starts(self) -> Point | None:
        """Where the line that is being drawn begins, if one is."""
        return None

    def clicked(self, place: Point) -> None:
        """A click of the mouse, or Enter, at a place that has been snapped."""
        raise NotImplementedError

    def hover(self, pointer: Pointer) -> None:
        self._by_keys = False
        self.at = self.snapped(pointer)
        self.view.viewport().update()

    def move(self, pointer: Pointer) -> None:
        self.hover(pointer)

    def press(self, pointer: Pointer) -> None:
        self.hover(pointer)

    def release(self, pointer: Pointer) -> None:
        self.hover(pointer)
        if self.at is not None:
            self.clicked(self.at)

    def key(self, event: QKeyEvent) -> bool:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            tenfold = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._by_keys, self._guides = True, ()
            at = self.at or self._middle()
            self.at = Point(at.x + arrow[0] * STEP_MM * tenfold, at.y + arrow[1] * STEP_MM * tenfold)
            self.view.ensureVisible(metres(self.at).x(), metres(self.at).y(), 0.1, 0.1)
            self.view.viewport().update()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.at is None:
                self.at = self._middle()
            self.clicked(self.at)
            return True
        return False

    def begin(self) -> None:
        self._snapper = None

    def end(self) -> None:
        self.at = None

    def changed(self) -> None:
        """What is drawn has changed what there is to snap to."""
        self._snapper = None

    def snapped(self, pointer: Pointer) -> Point:
        """Where the mouse means, with the guides that say why."""
        if pointer.holds(ALT):
            self._guides = ()
            return pointer.place
        found = self._point_snapper().point(pointer.place, reach_mm(self.view), self.line_starts)
        self._guides = found.guides
        return found.point

    def paint(self, painter: QPainter) -> None:
        ink = Ink(painter, self.view)
        ink.guides(self._guides)
        self.show(ink)
        if self._by_keys and self.at is not None:
            ink.handle(self.at, chosen=True)

    def show(self, ink: Ink) -> None:
        """Draw what is half done."""

    def _point_snapper(self) -> PointSnapper:
        to = snap_to(self.view)
        if self._snapper is None or self._snapper[0] != to:
            self._snapper = (to, PointSnapper(self._boxes(), self._outlines(), to, self.plan.snap.grid_mm))
        return self._snapper[1]

    def _boxes(self) -> tuple[Box, ...]:
        floor, day = self.plan.floor, self.session.as_at
        desks = () if floor is None else self.session.hub.desks_on_floor.get(floor.id, ())
        return tuple(footprint(desk).box for desk in desks if holds(desk, day))

    def _outlines(self) -> tuple[Outline, ...]:
        floor, day = self.plan.floor, self.session.as_at
        if floor is None:
            return ()
        areas = self.session.hub.areas_on_floor.get(floor.id, ())
        whole = floor.outline or rectangle(floor.width_mm, floor.depth_mm)
        return (whole, *(area.outline for area in areas if area.outline and holds(area, day)))

    def _middle(self) -> Point:
        """The middle of what is seen, on the grid."""
        place = Pointer(
            self.view.mapToScene(self.view.viewport().rect().center()),
            QPoint(),
            Qt.KeyboardModifier.NoModifier,
        ).place
        return Point(round(place.x, -2), round(place.y, -2))
