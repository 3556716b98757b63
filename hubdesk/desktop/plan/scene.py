"""`FloorScene`: one floor as a picture, in metres. The hub is the truth; the scene follows it."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QGraphicsScene

from hubdesk.desktop.plan.coordinates import MM, millimetres
from hubdesk.desktop.plan.items.areas import AreasItem
from hubdesk.desktop.plan.items.desks import DesksItem
from hubdesk.desktop.plan.items.floor import FloorItem
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.desktop.theme import Theme
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId

_ROUND_ABOUT = 10.0
"""Metres around the floor that can be scrolled to."""


class FloorScene(QGraphicsScene):
    """The floor that a plan shows, with its areas and desks as at the session's day."""

    def __init__(self, plan: Plan, theme: Theme) -> None:
        super().__init__(plan)
        self._plan = plan
        self._theme = theme
        self._session = plan.session
        self._floor = FloorItem()
        self._areas = AreasItem()
        self._desks = DesksItem()
        for depth, item in enumerate((self._floor, self._areas, self._desks)):
            item.setZValue(depth)
            self.addItem(item)
        plan.floor_changed.connect(self.rebuild)
        plan.layers_changed.connect(self._show_layers)
        self._session.as_at_changed.connect(self.rebuild)
        self._session.changed.connect(self._follow)
        self._session.selection.changed.connect(self._show_selection)
        theme.changed.connect(self.rebuild)
        self.rebuild()

    @property
    def floor_rect(self) -> QRectF:
        """The floor's bounds, in metres; empty where there is no floor."""
        floor = self._plan.floor
        return QRectF() if floor is None else QRectF(0, 0, floor.width_mm * MM, floor.depth_mm * MM)

    def rebuild(self) -> None:
        """Draw the floor anew: another floor, another day, other colours."""
        floor, hub, day = self._plan.floor, self._session.hub, self._session.as_at
        colours = self._theme.colours
        self._floor.show_floor(floor, colours)
        self._areas.show_areas(() if floor is None else hub.areas_on_floor.get(floor.id, ()), day, colours)
        self._desks.show_desks(() if floor is None else hub.desks_on_floor.get(floor.id, ()), day, colours)
        rect = self.floor_rect
        self.setSceneRect(rect.adjusted(-_ROUND_ABOUT, -_ROUND_ABOUT, _ROUND_ABOUT, _ROUND_ABOUT))
        self._show_layers()
        self._show_selection()

    def desks_at(self, point: QPointF) -> tuple[RecordId, ...]:
        """The desks under a point, topmost first."""
        return self._desks.at(point)

    def desks_in(self, region: QPolygonF) -> tuple[RecordId, ...]:
        """The desks that lie wholly within a region."""
        return self._desks.within(region)

    def area_at(self, point: QPointF) -> Area | None:
        """The smallest area around a point."""
        return self._areas.at(millimetres(point))

    def lift(self, ids: Iterable[RecordId], offset: QPointF) -> None:
        """Show records away from where they stand, while a drag lasts; the hub knows nothing of it."""
        self._desks.lift(frozenset(ids), offset)

    def _follow(self, change: Change, _hub: Hub) -> None:
        if any(edit.kind in (Floor, Area, Desk) for edit in change.edits):
            self.rebuild()

    def _show_layers(self) -> None:
        self._areas.setVisible(self._plan.shows(Layer.AREAS))
        self._desks.setVisible(self._plan.shows(Layer.DESKS))

    def _show_selection(self) -> None:
        self._desks.select(self._session.selection.ids)
        self._areas.select(self._session.selection.ids)
