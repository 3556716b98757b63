"""The select tool: click, marquee, lasso; dragging, turning and reshaping what is selected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.gestures.gesture import ALT, CONTROL, SHIFT, Gesture, reach_mm
from hubdesk.desktop.plan.gestures.moving import CopyDrag, MoveDrag
from hubdesk.desktop.plan.gestures.regions import Lasso, Marquee
from hubdesk.desktop.plan.gestures.reshaping import CornerDrag, EdgeDrag, InsertDrag
from hubdesk.desktop.plan.gestures.turning import TurnDrag
from hubdesk.desktop.plan.handles import (
    CornerHandle,
    EdgeHandle,
    Handle,
    Handles,
    InsertHandle,
    TurnHandle,
)
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.nudging import TIMES, WAYS, Nudging
from hubdesk.desktop.plan.picking import Hits, Picking
from hubdesk.desktop.plan.staying import movable, with_desks
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.desktop.plan.walking import Walking
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.outlines import with_corner_inserted, without_corner
from hubdesk.editing import areas

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
"""Qt's mark on arrow keys of some keyboards."""


class SelectTool(Tool):
    """Selects, and moves what is selected."""

    id = "select"
    title = "Select"
    icon = "mouse-pointer-2"
    shortcut = "V"
    hint = (
        "Click or drag round to select, Shift adds. Drag moves, Ctrl-drag copies, Alt holds snapping off. "
        "Arrows nudge, Tab and Ctrl+arrows go from desk to desk; Esc, then Tab leaves the plan"
    )

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self.picking = Picking(view.plan)
        self._handles = Handles(view)
        self._walking = Walking(view, self.picking)
        self.nudging = Nudging(view)
        self._from: Pointer | None = None
        self._to: Pointer | None = None
        self._hits = Hits()
        self._gesture: Gesture | None = None
        self._clicked: QPoint | None = None
        self._corner: int | None = None
        self.session.selection.changed.connect(self._forget_corner)
        self.session.changed.connect(lambda _change, hub: self._let_go_of_lost(hub))

    @property
    def busy(self) -> bool:
        return self._from is not None

    def press(self, pointer: Pointer) -> None:
        self.nudging.settle()
        reach = reach_mm(self.view)
        self._from, self._to = pointer, None
        self._hits = self.picking.at(pointer.place, reach)
        handle = self._handles.at(pointer.view, reach)
        if isinstance(handle, EdgeHandle) and self._hits.desks:
            handle = None  # A desk by the wall is what is meant.
        self._gesture = self._grabbed(pointer, handle) if handle is not None else self._begun(pointer)
        self.view.viewport().update()

    def move(self, pointer: Pointer) -> None:
        if self._from is None or self._gesture is None:
            return
        if self._to is None and not _is_drag(self._from.view, pointer.view):
            return
        self._to = pointer
        self._gesture.move(pointer)
        self.view.viewport().update()

    def release(self, pointer: Pointer) -> None:
        start, gesture, dragged = self._from, self._gesture, self._to is not None
        if start is None or gesture is None:
            return
        # A drag that fails is over all the same: what was lifted goes back to where the hub has it.
        self._from = self._to = self._gesture = None
        try:
            if dragged:
                gesture.release(pointer)
                self._clicked = None
            else:
                self._click(pointer, gesture)
        finally:
            gesture.cancel()
            self.view.viewport().update()

    def double(self, pointer: Pointer) -> None:
        handle = self._handles.at(pointer.view, reach_mm(self.view))
        if isinstance(handle, EdgeHandle | InsertHandle):
            self._insert(handle, pointer)

    def hover(self, pointer: Pointer) -> None:
        handle = self._handles.at(pointer.view, reach_mm(self.view))
        self.view.viewport().setCursor(_cursor(handle) if handle else self.cursor)

    def cancel(self) -> None:
        gesture = self._gesture
        self._from = self._to = self._gesture = None
        if gesture is not None:
            gesture.cancel()
        self.view.viewport().update()

    def end(self) -> None:
        self.nudging.settle()
        self._forget_corner()

    def key(self, event: QKeyEvent) -> bool:
        way = WAYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self._let_go()
        elif self._walking.key(event):
            return True
        elif way is not None and self.session.selection.ids and not event.modifiers() & ~(SHIFT | _KEYPAD):
            self.nudging.nudge(way, TIMES if event.modifiers() & SHIFT else 1)
        else:
            return False
        return True

    def tab(self, *, forward: bool) -> bool:
        return self._goes_through() or self._walking.tab(forward=forward)

    def paint(self, painter: QPainter) -> None:
        ink = Ink(painter, self.view)
        if self._gesture is not None and self._to is not None:
            self._gesture.paint(ink)
            return
        self._walking.paint(ink)
        if self.nudging.by is not None:
            self.nudging.paint(ink)
        else:
            self._handles.paint(ink, self._corner)

    def turns_at(self, where: QPoint) -> bool:
        """Whether the turning handle is at that place of the view."""
        return isinstance(self._handles.at(where, reach_mm(self.view)), TurnHandle)

    def remove_corner(self) -> bool:
        """Take away the chosen corner of the selected area; False if none is chosen."""
        area, corner = self._handles.area, self._corner
        if area is None or corner is None:
            return False
        self._forget_corner()
        self.session.do(lambda hub: areas.reshape(hub, area.id, without_corner(area.outline, corner)))
        return True

    def _grabbed(self, pointer: Pointer, handle: Handle) -> Gesture:
        match handle:
            case CornerHandle(area, place):
                return CornerDrag(self.view, pointer, self.picking, area, place)
            case InsertHandle(area, place):
                return InsertDrag(self.view, pointer, self.picking, area, place)
            case EdgeHandle(area, place):
                return EdgeDrag(self.view, pointer, self.picking, area, place)
            case TurnHandle(going):
                return TurnDrag(self.view, pointer, going)

    def _begun(self, pointer: Pointer) -> Gesture:
        """What a press that grabs no handle leads to."""
        selection = self.session.selection
        if pointer.holds(ALT) and not self._hits.desks:
            return Lasso(self.view, pointer, self.picking)
        top = self._hits.desks[:1]
        if self._is_again(pointer):
            top = tuple(selection.ids)  # What was reached by clicking again is what a drag moves.
        # An area is dragged once it is selected, so that a marquee can begin at any wall.
        held = top or tuple(one for one in self._hits.all if one in selection.ids)[:1]
        if pointer.holds(SHIFT):
            selection.toggle(top)
        elif held and held[0] not in selection.ids:
            selection.set(held)
        if not held or held[0] not in selection.ids:
            return Marquee(self.view, pointer, self.picking)
        going = with_desks(self.plan, movable(self.plan, selection.ids))
        kind = CopyDrag if pointer.holds(CONTROL) else MoveDrag
        return kind(self.view, pointer, self.picking, going)

    def _click(self, pointer: Pointer, gesture: Gesture) -> None:
        """Pressed and let go in one place."""
        again, stack = self._is_again(pointer), self._hits.all
        self._clicked = pointer.view
        if isinstance(gesture, InsertDrag):
            gesture.release(pointer)
        elif isinstance(gesture, CornerDrag):
            self._corner = gesture.place
        elif pointer.holds(SHIFT):
            if not self._hits.desks:
                self.session.selection.toggle(stack[:1])
        elif again:
            self._next(stack)
        elif not isinstance(gesture, EdgeDrag | TurnDrag):
            self.session.selection.set(stack[:1])

    def _is_again(self, pointer: Pointer) -> bool:
        """Whether it is where the last click was, and what that selected is still what is selected."""
        selected = self.session.selection.ids
        same = self._clicked is not None and not _is_drag(self._clicked, pointer.view)
        return same and len(selected) == 1 and selected <= frozenset(self._hits.all)

    def _next(self, stack: tuple[RecordId, ...]) -> None:
        """What lies under the one that is selected; after the last the first again."""
        places = [place for place, one in enumerate(stack) if one in self.session.selection.ids]
        self.session.selection.set([stack[(places[0] + 1) % len(stack)]])

    def _let_go(self) -> None:
        """Esc, one thing after the other: a nudge, the chosen corner, the selection."""
        if self.nudging.by is not None:
            self.nudging.cancel()
        elif self._corner is not None:
            self._forget_corner()
        else:
            self.session.selection.clear()
            self._walking.forget()
            self.view.viewport().update()

    def _goes_through(self) -> bool:
        """Tab after a click on desks that lie one over the other goes through them."""
        desks, selected = self._hits.desks, self.session.selection.ids
        if self._clicked is None or len(desks) < 2 or len(selected) != 1 or not selected <= frozenset(desks):
            return False
        self._next(desks)
        return True

    def _insert(self, handle: EdgeHandle | InsertHandle, pointer: Pointer) -> None:
        area = handle.area
        outline = with_corner_inserted(area.outline, handle.place, pointer.place)
        self.session.do(lambda hub: areas.reshape(hub, area.id, outline))

    def _let_go_of_lost(self, hub: Hub) -> None:
        """A colleague has taken away what is being dragged."""
        if self._gesture is not None and not self._gesture.going.all_in(hub):
            self.cancel()

    def _forget_corner(self) -> None:
        self._corner = None
        self.view.viewport().update()


def _is_drag(start: QPoint, now: QPoint) -> bool:
    return (now - start).manhattanLength() >= QApplication.startDragDistance()


def _cursor(handle: Handle) -> Qt.CursorShape:
    match handle:
        case CornerHandle():
            return Qt.CursorShape.SizeAllCursor
        case InsertHandle() | TurnHandle():
            return Qt.CursorShape.PointingHandCursor
        case EdgeHandle(area, place):
            a, b = area.outline[place], area.outline[(place + 1) % len(area.outline)]
            flat = abs(b.x - a.x) >= abs(b.y - a.y)
            return Qt.CursorShape.SizeVerCursor if flat else Qt.CursorShape.SizeHorCursor
