"""The lasso tool: selects what lies inside a line drawn by hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from hubdesk.desktop.plan.gestures.regions import Lasso
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.picking import Picking
from hubdesk.desktop.plan.tools.tool import Pointer, Tool

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class LassoTool(Tool):
    """Draw round what is to be selected."""

    id = "lasso"
    title = "Lasso"
    help_topic = "arranging"
    icon = "lasso-select"
    shortcut = "L"
    hint = "Draw round desks to select them; Shift adds to what is selected; Esc lets go of the line"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._picking = Picking(view.plan)
        self._lasso: Lasso | None = None

    @property
    def busy(self) -> bool:
        return self._lasso is not None

    def press(self, pointer: Pointer) -> None:
        self._lasso = Lasso(self.view, pointer, self._picking)

    def move(self, pointer: Pointer) -> None:
        if self._lasso is not None:
            self._lasso.move(pointer)
            self.view.viewport().update()

    def release(self, pointer: Pointer) -> None:
        lasso = self._lasso
        self.cancel()
        if lasso is not None:
            lasso.release(pointer)

    def cancel(self) -> None:
        self._lasso = None
        self.view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        if self._lasso is not None:
            self._lasso.paint(Ink(painter, self.view))
