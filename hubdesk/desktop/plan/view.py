"""`PlanView`: a window on the floor: moving about, and handing the mouse and keys to the tool."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.floor_view import FloorView
from hubdesk.desktop.plan.hovering import Hovering
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.rulers import THICKNESS, Rulers
from hubdesk.desktop.plan.scene import FloorScene
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId


class PlanView(FloorView):
    """Shows a FloorScene. What the mouse does is the tool's."""

    tool_changed = Signal()
    entered = Signal()
    """Enter, which the tool in hand has no use for."""
    menu_wanted = Signal(QPoint)
    """A menu of what is selected, at that place of the screen."""
    _tool: Tool | None = None
    """Asked for by Qt before the view is made."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget | None = None) -> None:
        self.plan = plan
        self.session = plan.session
        self.floor_scene = FloorScene(plan, theme)
        super().__init__(self.floor_scene, theme, parent)
        self._hovering = Hovering(self)
        self._shown: RecordId | None = plan.floor.id if plan.floor else None
        self._places: dict[RecordId, tuple[QPointF, float]] = {}
        self.setAccessibleName("Plan")
        self.setViewportMargins(THICKNESS, THICKNESS, 0, 0)
        self._rulers = Rulers(self)
        plan.floor_changed.connect(self._another_floor)

    @property
    def tool(self) -> Tool | None:
        return self._tool

    def take_tool(self, tool: Tool) -> None:
        """Put the tool in hand away, and take this one."""
        if self._tool is not None:
            if self._tool.busy:
                self._tool.cancel()
            self._tool.end()
        self._tool = tool
        tool.begin()
        self.show_cursor()
        self.viewport().update()
        self.tool_changed.emit()

    @property
    def own_cursor(self) -> Qt.CursorShape:
        return self._tool.cursor if self._tool else Qt.CursorShape.ArrowCursor

    @property
    def floor_rect(self) -> QRectF:
        return self.floor_scene.floor_rect

    def fit_selection(self) -> None:
        """What is selected on this floor in view."""
        box = self.floor_scene.box_of(self.plan.session.selection.ids)
        if not box.isEmpty():
            least = 4.0
            wide, high = max(0.0, least - box.width()) / 2, max(0.0, least - box.height()) / 2
            self.fit(box.adjusted(-wide, -high, wide, high))

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:  # noqa: N802  Qt's name
        if self._tool is not None:
            self._tool.paint(painter)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._hovering.tell(event)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.press(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.press(self._pointer(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._rulers.point_at(event.position())
        if self._moving.move(event) or self._tool is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._tool.move(self._pointer(event))
        else:
            self._tool.hover(self._pointer(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.release(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.release(self._pointer(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.press(event):
            return
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            self._tool.double(self._pointer(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        """Of what is selected; a click elsewhere selects what it hits first. What is half done goes on."""
        event.accept()
        if self._tool is not None and self._tool.busy:
            return
        ids, selection = self.session.selection.ids, self.session.selection
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self._hit(self.mapToScene(event.pos()))
            if hit is not None and hit not in ids:
                selection.set([hit])
            self.menu_wanted.emit(event.globalPos())
            return
        box = self.floor_scene.box_of(ids)
        middle = self.viewport().rect().center() if box.isEmpty() else self.mapFromScene(box.center())
        self.menu_wanted.emit(self.viewport().mapToGlobal(middle))

    def event(self, event: QEvent) -> bool:
        """Keys that the tool wants for itself just now are no shortcuts."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._tool is not None
            and self._tool.takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if self._tool is not None:
            if event.key() == Qt.Key.Key_Escape and self._tool.busy:
                self._tool.cancel()
                return
            if self._tool.key(event):
                return
        if self.goes(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        event.ignore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  Qt's name
        super().scrollContentsBy(dx, dy)
        if self._tool is not None and self._tool.busy:
            # What a tool draws may hang on the view and not on the floor.
            self.viewport().update()

    def _another_floor(self) -> None:
        """Go to where one was on that floor before; a floor that was not seen yet is shown whole."""
        if self._shown is not None:
            centre = self.viewportTransform().inverted()[0].map(QPointF(self.viewport().rect().center()))
            self._places[self._shown] = (centre, self.pixels_per_metre)
        floor = self.plan.floor
        self._shown = None if floor is None else floor.id
        known = None if floor is None else self._places.get(floor.id)
        if known is None:
            self.fit_floor()
            return
        centre, scale = known
        self.zoom(scale / self.pixels_per_metre)
        now = self.viewportTransform().map(centre) - QPointF(self.viewport().rect().center())
        self.pan(now.toPoint())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802  Qt's names
        """Tab walks the desks, as the tool has it; past the last it leaves the plan."""
        # What lies over the plan asks here too, when the focus is to go on from it.
        if self.hasFocus() and self._tool is not None and self._tool.tab(forward=next):
            return True
        return super().focusNextPrevChild(next)

    def _hit(self, at: QPointF) -> RecordId | None:
        """The desk at a point of the floor, else its area."""
        desk = next(iter(self.floor_scene.desks_at(at)), None)
        area = self.floor_scene.area_at(at) if desk is None else None
        return area.id if area is not None else desk

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return Pointer(
            self.mapToScene(event.position().toPoint()), event.position().toPoint(), event.modifiers()
        )
