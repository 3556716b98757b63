"""`Gesture`: from pressing the mouse to letting go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hubdesk.desktop.plan.coordinates import MM, millimetres
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.snapping import SnapTo
from hubdesk.desktop.plan.staying import Movable
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.box import Box, box_of

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

REACH_PIXELS = 8
"""How near to something the mouse has to be for it to snap, or to mean an edge."""


class Gesture:
    """One drag. It changes nothing before `release`, and then makes one change at most."""

    def __init__(self, view: "PlanView", start: Pointer) -> None:
        self.view = view
        self.plan = view.plan
        self.session = view.plan.session
        self.start = start
        self.going = Movable()
        """What is dragged, turned or reshaped: once some of it is gone, the gesture is over."""

    @property
    def reach_mm(self) -> float:
        """`REACH_PIXELS` on the floor, as it is zoomed now."""
        return reach_mm(self.view)

    def snap_to(self, pointer: Pointer) -> SnapTo:
        """What draws the drag: as the snap chip says, nothing while Alt is held."""
        return SnapTo.NOTHING if pointer.holds(ALT) else snap_to(self.view)

    def move(self, pointer: Pointer) -> None:
        """The mouse has been dragged there."""

    def release(self, pointer: Pointer) -> None:
        """It was let go there: do what was meant."""

    def cancel(self) -> None:
        """Nothing was meant; also called after `release`, to put away what was shown."""

    def paint(self, ink: Ink) -> None:
        """Show what letting go would do."""


def reach_mm(view: "PlanView") -> float:
    """How near on the floor counts as at, as it is zoomed now."""
    return REACH_PIXELS / view.pixels_per_metre / MM


def in_view(view: "PlanView") -> Box:
    """What is seen of the floor: nothing else is what somebody means to snap to."""
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    return box_of((millimetres(seen.topLeft()), millimetres(seen.bottomRight())))


def snap_to(view: "PlanView") -> SnapTo:
    """What the plan snaps to."""
    snap = view.plan.snap
    wanted = SnapTo.NOTHING
    if snap.on:
        for chosen, what in (
            (snap.grid, SnapTo.GRID),
            (snap.objects, SnapTo.OBJECTS),
            (snap.angle, SnapTo.ANGLE),
        ):
            wanted |= what if chosen else SnapTo.NOTHING
    return wanted
