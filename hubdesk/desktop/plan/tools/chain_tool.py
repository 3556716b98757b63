"""`ChainTool`: what tools have in common that set one point after another along lines."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.tools.draw_tool import DrawTool
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.geometry import Point

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class ChainTool(DrawTool):
    """A point is set as the button goes down, and where a drag ends another one is."""

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._points: list[Point] = []
        self._pressed: Pointer | None = None
        self.plan.floor_changed.connect(self.cancel)

    @property
    def busy(self) -> bool:
        return bool(self._points)

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._pressed = pointer
        if self.at is not None:
            self.clicked(self.at)

    def release(self, pointer: Pointer) -> None:
        self.hover(pointer)
        pressed, self._pressed = self._pressed, None
        far = pressed is not None and (pointer.view - pressed.view).manhattanLength()
        if far >= QApplication.startDragDistance() and self.at is not None:
            self.dragged(self.at)

    def dragged(self, place: Point) -> None:
        """A drag ended at a place that has been snapped; its beginning was a click."""
        raise NotImplementedError

    def end(self) -> None:
        super().end()
        self.cancel()

    def cancel(self) -> None:
        self._points, self._pressed = [], None
        self.view.viewport().update()
