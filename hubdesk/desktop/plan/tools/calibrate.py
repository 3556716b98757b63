"""Setting an underlay to scale: two points of it, and how far apart they are."""

from math import dist
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.gestures.gesture import ALT, reach_mm
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.plan.options.calibrate import CalibrateOptions
from hubdesk.desktop.plan.tools.chain_tool import ChainTool
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.desktop.plan.underlays.words import scale_in_words
from hubdesk.domain.geometry import Point
from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import Underlay
from hubdesk.editing import underlays

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_FIRST = "Click one end of a length that you know, such as the longest wall"
_SECOND = "Click its other end"
_THIRD = "Type the distance and press Enter"


class CalibrateTool(ChainTool):
    """Clicks snap to the ends of a DXF's lines and to nothing else; Alt holds that off."""

    id = "calibrate"
    changes = True
    title = "Set scale of underlay"
    word = "Set scale"
    help_topic = "underlays"
    icon = "ruler-dimension-line"
    shortcut = "K"
    hint = "Click two points of the underlay, type how far apart they are, press Enter. Esc cancels"

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._options = CalibrateOptions()
        self._options.typed.connect(self._tell)
        self._options.accepted.connect(self._set)
        self._options.cancelled.connect(self._leave)
        self.plan.underlays.changed.connect(self.cancel)
        self.session.changed.connect(self._hub_changed)

    def options(self) -> QWidget:
        return self._options

    def begin(self) -> None:
        super().begin()
        self._tell()

    @property
    def line_starts(self) -> Point | None:
        return self._points[0] if len(self._points) == 1 else None

    def dragged(self, place: Point) -> None:
        """A drag sets both points."""
        if self.line_starts is not None:
            self.clicked(place)

    def clicked(self, place: Point) -> None:
        if self.plan.underlays.underlay is None or self._points == [place]:
            return
        if len(self._points) == 2:
            self._points = []
        self._points.append(place)
        if len(self._points) == 2:
            self._options.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._options.field.selectAll()
        self._tell()
        self.view.viewport().update()

    def cancel(self) -> None:
        super().cancel()
        self._tell()

    def snapped(self, pointer: Pointer) -> Point:
        chosen = self.plan.underlays
        if pointer.holds(ALT) or chosen.underlay is None:
            return pointer.place
        return chosen.end_near(pointer.place, reach_mm(self.view)) or pointer.place

    def show(self, ink: Ink) -> None:
        chain = [*self._points, self.at] if self.line_starts and self.at else self._points
        for point in chain:
            ink.handle(point, chosen=True)
        if len(chain) == 2:
            ink.line(chain[0], chain[1])
            ink.label(chain[1], f"{in_metres(dist(*chain))} at the scale it has")

    def _hub_changed(self) -> None:
        """Somebody may have moved what the points were set on."""
        if self.busy:
            self.cancel()
        else:
            self._tell()

    def _tell(self) -> None:
        underlay = self.plan.underlays.underlay
        if underlay is None:
            self._options.tell("There is no underlay on this floor", ready=False)
            return
        words = (_FIRST, _SECOND, _THIRD)[len(self._points)]
        after = self._after(underlay)
        if after is not None:
            words = f"{scale_in_words(after)}; it was {scale_in_words(underlay)}"
        self._options.tell(f"{underlay.name}: {words}", ready=after is not None)

    def _after(self, underlay: Underlay) -> Underlay | None:
        """How the underlay would be, as far as both points and the distance say."""
        distance = self._options.distance_mm
        if len(self._points) < 2 or distance is None:
            return None
        a, b = self._points
        try:
            change = underlays.calibrate(self.session.hub, underlay.id, a, b, distance)
        except Refused:
            return None
        after = next((new for _, new in change.updated), underlay)
        return after if isinstance(after, Underlay) else None

    def _set(self) -> None:
        underlay, distance = self.plan.underlays.underlay, self._options.distance_mm
        if underlay is None or distance is None or len(self._points) < 2:
            return
        a, b = self._points
        if self.session.do(lambda hub: underlays.calibrate(hub, underlay.id, a, b, distance)):
            self._options.field.clear()
            self._leave()

    def _leave(self) -> None:
        """Back to the plan, with nothing half done."""
        self.cancel()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
