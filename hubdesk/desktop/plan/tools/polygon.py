"""`PolygonTool`: drawing an outline, corner by corner or as a rectangle."""

from math import dist
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.gestures.gesture import reach_mm
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres, square_metres
from hubdesk.desktop.plan.tools.draw_tool import DrawTool
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.box import box_of
from hubdesk.domain.geometry import Outline, Point, double_area

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class PolygonTool(DrawTool):
    """Clicks make corners; a click on the first, a double click or Enter twice closes; a drag makes a box.

    While a side is drawn, a length typed in metres and Enter makes it exactly that long.
    """

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._corners: list[Point] = []
        self._pressed: Pointer | None = None
        self._box_from: Point | None = None
        self._typed = ""

    def closed(self, outline: Outline) -> None:
        """The outline is drawn: make of it what the tool is for."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        return bool(self._corners) or self._box_from is not None

    @property
    def line_starts(self) -> Point | None:
        return self._corners[-1] if self._corners else None

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._pressed = pointer

    def move(self, pointer: Pointer) -> None:
        pressed = self._pressed
        drags = pressed is not None and (
            (pointer.view - pressed.view).manhattanLength() >= QApplication.startDragDistance()
        )
        if drags and pressed is not None and not self._corners and self._box_from is None:
            self._box_from = self.snapped(pressed)
        super().move(pointer)

    def release(self, pointer: Pointer) -> None:
        self._pressed = None
        if self._box_from is None:
            super().release(pointer)
            return
        self.hover(pointer)
        start, end = self._box_from, self.at
        self.cancel()
        if end is not None and start.x != end.x and start.y != end.y:
            self._close(box_of((start, end)).outline)

    def double(self, pointer: Pointer) -> None:
        self._close(tuple(self._corners))

    def clicked(self, place: Point) -> None:
        if self._typed and self._corners:
            place = self._as_typed(place) or place
        if self._corners and self._ends_at(place):
            self._close(tuple(self._corners))
            return
        self._typed = ""
        self._corners.append(place)
        self.at = place
        self.view.viewport().update()

    def takes(self, event: QKeyEvent) -> bool:
        return bool(self._corners and event.text()) and event.text() in "0123456789."

    def key(self, event: QKeyEvent) -> bool:
        if self.takes(event):
            self._typed += event.text()
        elif self._corners and event.key() == Qt.Key.Key_Backspace:
            if self._typed:
                self._typed = self._typed[:-1]
            else:
                self._corners.pop()
        else:
            return super().key(event)
        self.view.viewport().update()
        return True

    def end(self) -> None:
        self.cancel()
        super().end()

    def cancel(self) -> None:
        self._corners, self._box_from, self._pressed, self._typed = [], None, None, ""
        self.view.viewport().update()

    def show(self, ink: Ink) -> None:
        if self._box_from is not None and self.at is not None:
            box = box_of((self._box_from, self.at))
            ink.ghost(box.outline)
            size = f"{in_metres(box.right - box.left)} × {in_metres(box.bottom - box.top)}"
            ink.label(self.at, f"{size}\n{square_metres(box.outline)}")
        elif self._corners and self.at is not None:
            drawn = (*self._corners, self.at)
            if len(drawn) > 2:
                ink.ghost(drawn)
            ink.line(self._corners[-1], self.at)
            for corner in self._corners:
                ink.handle(corner)
            side = f"{self._typed} m" if self._typed else in_metres(round(dist(self._corners[-1], self.at)))
            ink.label(self.at, f"{side}\n{square_metres(drawn)}" if len(drawn) > 2 else side)

    def _ends_at(self, place: Point) -> bool:
        """Whether a click there closes the outline: at its first corner, or again at its last."""
        reach = reach_mm(self.view)
        enough = len(self._corners) > 2 and dist(place, self._corners[0]) <= reach
        return enough or place == self._corners[-1]

    def _as_typed(self, towards: Point) -> Point | None:
        """The end of a side of the typed length in the direction of the pointer."""
        start = self._corners[-1]
        length = dist(start, towards)
        try:
            wanted = float(self._typed) * 1000
        except ValueError:
            return None
        if not length or not wanted:
            return None
        return Point(
            start.x + round((towards.x - start.x) * wanted / length),
            start.y + round((towards.y - start.y) * wanted / length),
        )

    def _close(self, outline: Outline) -> None:
        self.cancel()
        if len(outline) > 2 and double_area(outline):
            self.closed(outline)
            self.changed()
