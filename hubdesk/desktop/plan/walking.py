"""Going about the plan by keys: Tab from desk to desk, Ctrl and an arrow to the neighbour."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.gestures.gesture import CONTROL, SHIFT
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.nudging import WAYS
from hubdesk.desktop.plan.picking import Picking, corners_of
from hubdesk.desktop.plan.plan import Layer
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.domain.ids import RecordId
from hubdesk.domain.reading_order import neighbour, reading_order

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_ROOM = 1.5
"""Metres around a desk that is brought into view."""


class Walking:
    """Where the keys have come to: one desk, ringed while the plan has the focus."""

    def __init__(self, view: "PlanView", picking: Picking) -> None:
        self._view = view
        self._picking = picking
        self._current: RecordId | None = None
        self._leaving = False
        self._known: tuple[tuple[object, ...], tuple[Desk, ...]] | None = None
        view.session.selection.changed.connect(self._follow)

    @property
    def current(self) -> Desk | None:
        """The desk that the keys have come to, while it can be picked."""
        return next((desk for desk in self._picking.desks if desk.id == self._current), None)

    def forget(self) -> None:
        """Esc: nothing is current, and Tab leaves the plan."""
        self._current, self._leaving = None, True

    def tab(self, *, forward: bool) -> bool:
        """To the next desk in reading order, or the one before; False past the last, and after Esc."""
        desks = self._in_order()
        places = [place for place, desk in enumerate(desks) if desk.id == self._current]
        place = (places[0] + (1 if forward else -1)) if places else (0 if forward else len(desks) - 1)
        if self._leaving or not 0 <= place < len(desks):
            self._current, self._leaving = None, False
            return False
        self._go(desks[place])
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Ctrl and an arrow select the neighbour, with Shift as well; Space takes in or lets go."""
        way = WAYS.get(Qt.Key(event.key()))
        held = event.modifiers()
        if way is not None and held & CONTROL:
            self._to_neighbour(way, adding=bool(held & SHIFT))
            return True
        if event.key() == Qt.Key.Key_Space and not held and self.current is not None:
            desk = self.current
            self._view.session.selection.toggle([desk.id])
            self._current = desk.id
            return True
        return False

    def paint(self, ink: Ink) -> None:
        """The ring around the current desk."""
        desk = self.current
        if desk is not None and self._view.hasFocus():
            ink.ring(corners_of(desk))

    def _to_neighbour(self, way: Point, *, adding: bool) -> None:
        desks, here = self._in_order(), self.current
        to = next(iter(desks), None) if here is None else neighbour(here, desks, way)
        if to is not None:
            self._go(to, adding=adding)

    def _in_order(self) -> tuple[Desk, ...]:
        """The desks to walk through, put in order anew only where they may be others."""
        plan, session = self._view.plan, self._view.session
        key = (session.hub, session.as_at, plan.floor, plan.is_locked(Layer.DESKS), plan.shows(Layer.DESKS))
        if self._known is None or any(a is not b for a, b in zip(self._known[0], key, strict=True)):
            self._known = (key, reading_order(self._picking.desks))
        return self._known[1]

    def _go(self, desk: Desk, *, adding: bool = False) -> None:
        selection = self._view.session.selection
        if adding:
            selection.add([desk.id])
        else:
            selection.set([desk.id])
        self._current, self._leaving = desk.id, False
        place = metres(Point(desk.x_mm, desk.y_mm))
        around = QRectF(place.x() - _ROOM, place.y() - _ROOM, 2 * _ROOM, 2 * _ROOM)
        self._view.ensureVisible(around, 8, 8)
        self._view.viewport().update()

    def _follow(self) -> None:
        """A single desk selected in another way is where the keys go on from."""
        ids = self._view.session.selection.ids
        if len(ids) == 1:
            self._current, self._leaving = next(iter(ids)), False
