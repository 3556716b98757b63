"""`FloorScene`: one floor as a picture, in metres. The hub is the truth; the scene follows it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Signal
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QGraphicsScene

from hubdesk.desktop.plan.coordinates import MM, millimetres
from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.desktop.plan.dressing import Dressing
from hubdesk.desktop.plan.items.areas import AreasItem
from hubdesk.desktop.plan.items.desks import DesksItem
from hubdesk.desktop.plan.items.floor import FloorItem
from hubdesk.desktop.plan.items.proposed import ProposedItem
from hubdesk.desktop.plan.items.warnings import WarningsItem
from hubdesk.desktop.plan.links import PlanLinks
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.desktop.plan.sync import touched
from hubdesk.desktop.theme import Theme
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.clearances import Finding
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import VACANT, marks_of_agencies
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.drop_ins.on_the_day import plan_labels

UNDER_AREAS = 0.5
"""The depth of what lies on the floor's paper and beneath its areas."""
_NOBODY = replace(VACANT, label="–")
"""On a desk that nobody would have."""
_ROUND_ABOUT = 1.0
"""How far around the floor one can go, as a part of the floor."""


class FloorScene(QGraphicsScene):
    """The floor that a plan shows, with its areas and desks as at the session's day."""

    dressed = Signal()
    """Desks wear other marks, or the legend counts otherwise."""

    def __init__(self, plan: Plan, theme: Theme) -> None:
        super().__init__(plan)
        self._plan = plan
        self._theme = theme
        self._session = plan.session
        self.dressing = Dressing(plan)
        self._floor = FloorItem()
        self._desks = DesksItem(self.dressing)
        self._areas = AreasItem(lambda rect: sum(1 for _ in self._desks.grid.near(rect)))
        self._warnings = WarningsItem()
        self._proposed = ProposedItem()
        self.links = PlanLinks(plan, theme)
        items = (
            self._floor,
            self._areas,
            self._desks,
            self.links.item,
            self._warnings,
            self._proposed,
        )
        for depth, item in enumerate(items):
            item.setZValue(depth)
            self.addItem(item)
        plan.floor_changed.connect(self.rebuild)
        plan.layers_changed.connect(self._show_layers)
        plan.colour_by_changed.connect(self._redress)
        self._session.as_at_changed.connect(self._another_day)
        self._session.changed.connect(self._follow)
        self._session.selection.changed.connect(self._show_selection)
        plan.findings_changed.connect(self._show_findings)
        plan.proposed_changed.connect(self._show_proposed)
        theme.changed.connect(self._show_colours)
        self._show_colours()
        self.rebuild()

    @property
    def floor_rect(self) -> QRectF:
        """The floor's bounds, in metres; empty where there is no floor."""
        floor = self._plan.floor
        return QRectF() if floor is None else QRectF(0, 0, floor.width_mm * MM, floor.depth_mm * MM)

    @property
    def desks(self) -> Mapping[RecordId, DeskShape]:
        """The desks of the floor by id, as they lie on the scene."""
        return self._desks.grid.shapes

    def rebuild(self) -> None:
        """Draw everything anew: another floor is shown."""
        floor, hub = self._plan.floor, self._session.hub
        self.dressing.renew()
        self._desks.show_desks(() if floor is None else hub.desks_on_floor.get(floor.id, ()))
        self._show_floor()
        self._show_areas()
        self._show_layers()
        self._show_selection()
        self._show_proposed()
        self.dressed.emit()

    def desks_at(self, point: QPointF) -> tuple[RecordId, ...]:
        """The desks under a point, those in service first; none where desks are hidden or locked."""
        if not self._can_pick(Layer.DESKS):
            return ()
        return tuple(sorted(self._desks.grid.at(point), key=lambda desk: not self.dressing[desk].serving))

    def desks_in(self, region: QPolygonF) -> tuple[RecordId, ...]:
        """The desks that lie wholly within a region; none where desks are hidden or locked."""
        return self._desks.grid.within(region) if self._can_pick(Layer.DESKS) else ()

    def area_at(self, point: QPointF) -> Area | None:
        """The smallest area around a point; none where areas are hidden or locked."""
        return self._areas.at(millimetres(point)) if self._can_pick(Layer.AREAS) else None

    def box_of(self, ids: Iterable[RecordId]) -> QRectF:
        """The box around desks and areas of this floor, in metres; empty where none of them is on it."""
        return self._desks.box_of(ids) | self._areas.box_of(ids)

    def lift(self, ids: Iterable[RecordId], offset: QPointF) -> None:
        """Show records away from where they stand, while a drag lasts; the hub knows nothing of it."""
        lifted = frozenset(ids)
        self._desks.lift(lifted, offset)
        self._areas.lift(lifted, offset)
        self._warnings.leave_out(lifted)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to look at on this floor, as it is shown."""
        return self._warnings.shown

    def finding_at(self, point: QPointF, reach: float) -> Finding | None:
        """What is warned of within `reach` metres of a point; nothing where warnings are not seen."""
        return self._warnings.at(point, reach) if self._plan.shows(Layer.WARNINGS) else None

    @property
    def proposed(self) -> int:
        """The desks of this floor on which lies who would sit there."""
        return self._proposed.cards

    def _show_proposed(self) -> None:
        proposed, shapes = self._plan.proposed, self._desks.grid.shapes
        marks = marks_of_agencies(self._session.hub)
        self._proposed.lay(
            (
                (shapes[desk], _NOBODY if agency is None else marks[agency])
                for desk, agency in proposed.sits.items()
                if desk in shapes and (agency is None or agency in marks)
            ),
            (
                QLineF(shapes[start].box.center(), shapes[end].box.center())
                for start, end in proposed.ways
                if start in shapes and end in shapes
            ),
        )

    def _show_findings(self) -> None:
        self._warnings.show_findings(self._plan.findings, self._theme.colours)

    def let_through(self, *, seen: bool) -> None:
        """Whether there is an underlay, to be seen through the tint of areas."""
        self._areas.set_see_through(seen=seen)

    def _can_pick(self, layer: Layer) -> bool:
        return self._plan.shows(layer) and not self._plan.is_locked(layer)

    def _follow(self, change: Change, hub: Hub) -> None:
        floor = self._plan.floor
        if floor is None:
            return
        found = touched(change, floor.id)
        for gone in found.gone:
            self._desks.remove(gone)
        for desk in found.put:
            self._desks.put(desk)
        if found.put or found.gone or found.colours:
            self._show_proposed()
        if found.floor:
            self._show_floor()
        if found.areas:
            self._show_areas()
        if found.colours or (found.places and self._plan.colour_by is ColourBy.AREA):
            self._redress()
        elif found.seats:
            self._desks.redress(self.dressing.reseat(found.seats))
            self.dressed.emit()

    def _another_day(self) -> None:
        self._show_areas()
        self._redress()

    def _redress(self) -> None:
        self._desks.redress(self.dressing.renew())
        self.dressed.emit()

    def _show_floor(self) -> None:
        self._floor.show_floor(self._plan.floor, self._theme.colours)
        rect = self.floor_rect
        room = max(10.0, _ROUND_ABOUT * max(rect.width(), rect.height()))
        self.setSceneRect(rect.adjusted(-room, -room, room, room))

    def _show_areas(self) -> None:
        floor, hub = self._plan.floor, self._session.hub
        areas = () if floor is None else hub.areas_on_floor.get(floor.id, ())
        day = self._session.as_at
        self._areas.show_areas(areas, day, marks_of_agencies(hub), plan_labels(hub, day))

    def _show_colours(self) -> None:
        colours, dark = self._theme.colours, self._theme.is_dark
        self._show_floor()
        self._areas.set_colours(colours, dark=dark)
        self._desks.set_colours(colours, dark=dark)
        self._proposed.set_colours(colours, dark=dark)
        self._show_findings()

    def _show_layers(self) -> None:
        self._areas.setVisible(self._plan.shows(Layer.AREAS))
        self._desks.setVisible(self._plan.shows(Layer.DESKS))
        self._warnings.setVisible(self._plan.shows(Layer.WARNINGS))
        words = self._plan.shows(Layer.LABELS)
        self._areas.set_words(shown=words)
        self._desks.set_words(shown=words)
        self._desks.set_pins(shown=self._plan.shows(Layer.PINS))

    def _show_selection(self) -> None:
        self._desks.select(self._session.selection.ids)
        self._areas.select(self._session.selection.ids)
