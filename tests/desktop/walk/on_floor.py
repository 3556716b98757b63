"""`OnFloor`: what the mouse does on the plan."""

from random import Random

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.desktop.allocating.agency_rows import AGENCY_MIME
from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.geometry import Point
from tests.desktop.walk.hand import MIDDLE, NO_KEY, RIGHT, Hand
from tests.desktop.walk.places import somewhere

_SHIFT, _CONTROL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_HELD = (NO_KEY, NO_KEY, NO_KEY, _SHIFT, _CONTROL, _ALT, _SHIFT | _CONTROL, _CONTROL | _ALT)


class OnFloor:
    """Goes for desks and corners more often than chance would."""

    def __init__(self, workspace: Workspace, hand: Hand, random: Random) -> None:
        self._page = workspace.plan_page
        self._session = workspace.session
        self._hand, self._random = hand, random

    @property
    def _port(self) -> QWidget:
        return self._page.view.viewport()

    def click(self) -> None:
        if self._is_there():
            button = RIGHT if self._random.random() < 0.05 else Qt.MouseButton.LeftButton
            self._hand.click(self._port, self._place(), self._held(), button)

    def double_click(self) -> None:
        if self._is_there():
            at = self._place()
            self._hand.click(self._port, at)
            self._hand.double_click(self._port, at)
            self._hand.mouse_up(self._port, at)

    def hover(self) -> None:
        if self._is_there():
            for _ in range(self._random.randint(1, 4)):
                self._hand.mouse_to(self._port, self._place())

    def wheel(self) -> None:
        if self._is_there():
            for _ in range(self._random.randint(1, 4)):
                turned = self._random.choice((120, 120, -120, -240, 15))
                self._hand.wheel(self._port, somewhere(self._port, self._random), turned, self._held())
            if self._random.random() < 0.3:
                self._hand.note("fit floor")
                self._page.view.fit_floor()

    def pan(self) -> None:
        if self._is_there():
            self._go(self._place(), self._place(), NO_KEY, MIDDLE)
            self._hand.mouse_up(self._port, self._place(), NO_KEY, MIDDLE)

    def drag(self) -> None:
        if self._is_there():
            held = self._held()
            self._go(self._place(), end := self._end(), held)
            self._hand.mouse_up(self._port, end, held)

    def drag_and_cancel(self) -> None:
        """Half a drag, then Esc, another tool, undo, another floor, or the focus gone; then let go."""
        if not self._is_there():
            return
        self._go(self._place(), end := self._end(), self._held())
        instead = self._random.choice(("Esc", "Esc", "Esc", "V", "D", "Ctrl+Z", "Ctrl+PgUp", "Tab", "Delete"))
        self._hand.key(instead)
        if self._random.random() < 0.5:
            self._hand.mouse_to(self._port, self._place())
        if QApplication.activeModalWidget() is None:
            self._hand.mouse_up(self._port, end)

    def drop_agency(self) -> None:
        """Drag an agency from the palette over the floor, and let it drop or take it away again."""
        agencies = sorted(self._session.hub.agencies)
        if not self._is_there() or not agencies:
            return
        data = QMimeData()
        data.setData(AGENCY_MIME, self._random.choice(agencies).encode())
        action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        at = self._place()
        self._hand.note(f"drag an agency over {at.x()},{at.y()}")
        enter = QDragEnterEvent(at, action, data, left, NO_KEY)
        QApplication.sendEvent(self._port, enter)
        if not enter.isAccepted():
            return  # Qt would send what follows to the target of the last drag, whose window may be gone.
        QApplication.sendEvent(self._port, QDragMoveEvent(at, action, data, left, NO_KEY))
        if self._random.random() < 0.7:
            self._hand.note("drop it")
            QApplication.sendEvent(
                self._port, QDropEvent(QPointF(at), action, data, left, NO_KEY, QEvent.Type.Drop)
            )

    def _go(
        self,
        start: QPoint,
        end: QPoint,
        held: Qt.KeyboardModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        self._hand.mouse_to(self._port, start)
        self._hand.mouse_down(self._port, start, held, button)
        steps = self._random.randint(1, 4)
        for step in range(1, steps + 1):
            self._hand.mouse_to(self._port, start + (end - start) * step / steps)

    def _is_there(self) -> bool:
        return self._page.view.isVisible()

    def _held(self) -> Qt.KeyboardModifier:
        return self._random.choice(_HELD)

    def _end(self) -> QPoint:
        return self._place()

    def _place(self) -> QPoint:
        """A desk, a corner of an area, or anywhere."""
        hub, floor = self._session.hub, self._page.plan.floor
        where = self._random.random()
        if floor is not None and where < 0.45:
            desks = hub.desks_on_floor.get(floor.id, ())
            if desks:
                desk = self._random.choice(desks)
                return self._within(self._on_view(Point(desk.x_mm, desk.y_mm)))
        if floor is not None and where < 0.65:
            areas = [one for one in hub.areas_on_floor.get(floor.id, ()) if one.outline]
            if areas:
                outline = self._random.choice(areas).outline
                near = QPoint(self._random.randint(-9, 9), self._random.randint(-9, 9))
                return self._within(self._on_view(self._random.choice(outline)) + near)
        return somewhere(self._port, self._random)

    def _on_view(self, point: Point) -> QPoint:
        return self._page.view.mapFromScene(metres(point))

    def _within(self, at: QPoint) -> QPoint:
        """The place, if it is in view; else any."""
        return at if self._port.rect().contains(at) else somewhere(self._port, self._random)
