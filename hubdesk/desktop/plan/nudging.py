"""Nudging by the arrow keys: shown at once, one change for as long as a key is held."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.plan.gestures.moving import moved
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.plan.staying import Movable, chosen_to_move, with_desks
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.editing import arranging

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

FINE_MM = 10
"""How far an arrow key goes where the grid does not snap."""
TIMES = 10
"""As far with Shift."""
_SETTLE_MS = 600
"""After so long without a key it is done, should the release of the key go astray."""

WAYS = {
    Qt.Key.Key_Left: Point(-1, 0),
    Qt.Key.Key_Right: Point(1, 0),
    Qt.Key.Key_Up: Point(0, -1),
    Qt.Key.Key_Down: Point(0, 1),
}


class Nudging(QObject):
    """Collects the steps of a held key. Whatever else happens to the hub first is told to `settle`."""

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._view = view
        self._going: Movable | None = None
        self._by = Point(0, 0)
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self.settle)
        view.session.selection.changed.connect(self.settle)
        view.plan.floor_changed.connect(self.settle)
        view.session.changed.connect(lambda _change, hub: self._let_go_of_lost(hub))
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The key was let go, or the keys go elsewhere: done."""
        gone = event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide)
        released = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease
        if gone or (released and Qt.Key(event.key()) in WAYS and not event.isAutoRepeat()):  # type: ignore[attr-defined]
            self.settle()
        return super().eventFilter(watched, event)

    @property
    def by(self) -> Point | None:
        """How far it has gone so far; None while nothing is nudged."""
        return None if self._going is None else self._by

    @property
    def step_mm(self) -> int:
        """The grid's pitch where it snaps, else 10 mm."""
        snap = self._view.plan.snap
        return snap.grid_mm if snap.on and snap.grid else FINE_MM

    def nudge(self, way: Point, times: int = 1) -> None:
        """One step of what is selected; refused in words where nothing of it can be moved."""
        if self._going is None:
            going: list[Movable] = []

            def look(hub: Hub) -> Change:
                going.append(with_desks(self._view.plan, chosen_to_move(self._view.plan, hub)))
                return Change("", ())

            if not self._view.session.do(look):
                return
            self._going, self._by = going[0], Point(0, 0)
        step = self.step_mm * times
        self._by = Point(self._by.x + way.x * step, self._by.y + way.y * step)
        self._view.floor_scene.lift(self._going.desks, QPointF(self._by.x * MM, self._by.y * MM))
        self._view.viewport().update()
        self._settling.start()

    def paint(self, ink: Ink) -> None:
        """The areas that go, and how far all has gone."""
        if self._going is None:
            return
        hub = self._view.session.hub
        for area in self._going.areas:
            ink.ghost(moved(hub.areas[area].outline, self._by))
        staying = f"\n{self._going.staying}" if self._going.staying else ""
        records = [hub.desks[one] for one in self._going.desks[:1]]
        at = (
            Point(records[0].x_mm, records[0].y_mm) if records else hub.areas[self._going.areas[0]].outline[0]
        )
        ink.label(
            Point(at.x + self._by.x, at.y + self._by.y),
            f"→ {in_metres(self._by.x)}   ↓ {in_metres(self._by.y)}{staying}",
        )

    def _let_go_of_lost(self, hub: Hub) -> None:
        """A colleague has taken away what is being nudged."""
        if self._going is not None and not self._going.all_in(hub):
            self.cancel()

    def settle(self) -> None:
        """Make the change."""
        going, by = self._going, self._by
        self.cancel()
        if going is not None and by != (0, 0):
            self._view.session.do(lambda hub: arranging.move(hub, going.desks, going.areas, by.x, by.y))

    def cancel(self) -> None:
        """Back to where it was."""
        self._settling.stop()
        if self._going is not None:
            self._going = None
            self._view.floor_scene.lift((), QPointF())
            self._view.viewport().update()
