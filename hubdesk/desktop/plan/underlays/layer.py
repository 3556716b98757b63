"""`UnderlayLayer`: the underlays of the floor on screen, between its paper and its areas."""

from PySide6.QtCore import QObject

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.plan.items.underlay import UnderlayItem
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.desktop.plan.scene import UNDER_AREAS, FloorScene
from hubdesk.desktop.plan.underlays.drawings import Drawings
from hubdesk.desktop.theme import Theme
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point
from hubdesk.domain.ids import RecordId
from hubdesk.domain.lying import on_drawing, on_floor
from hubdesk.domain.problem import all_told
from hubdesk.domain.underlay import Underlay

_ROOM = 0.4
"""Between the lowest and the topmost underlay, as depths on the scene go."""


class UnderlayLayer(QObject):
    """Follows the hub, and the draft of an underlay that is being laid."""

    def __init__(self, scene: FloorScene, plan: Plan, theme: Theme, jobs: Jobs) -> None:
        super().__init__(scene)
        self._scene, self._plan, self._theme = scene, plan, theme
        self.drawings = Drawings(plan.session, jobs, self)
        self._items: dict[RecordId, UnderlayItem] = {}
        plan.floor_changed.connect(self.show)
        plan.layers_changed.connect(self.show)
        plan.session.changed.connect(self._follow)
        plan.underlays.drafted.connect(self._draft)
        self.drawings.came.connect(self.show)
        theme.changed.connect(self._colour)
        self._drafted: Underlay | None = None
        plan.underlays.find_ends_by(self._end_near)
        self.show()

    @property
    def items(self) -> dict[RecordId, UnderlayItem]:
        """What is on the scene."""
        return self._items

    def show(self) -> None:
        """Draw the underlays of this floor as they are."""
        wanted = self._wanted()
        for gone in self._items.keys() - {one.id for one in wanted}:
            self._scene.removeItem(self._items.pop(gone))
        for place, underlay in enumerate(wanted):
            self._put(underlay).setZValue(UNDER_AREAS + _ROOM * place / len(wanted))
        self._scene.let_through(seen=bool(wanted))
        self.drawings.let_go_but(wanted)

    def _wanted(self) -> tuple[Underlay, ...]:
        if not self._plan.shows(Layer.UNDERLAY):
            return ()
        draft = self._plan.underlays.draft
        there = self._plan.underlays.all
        if draft is not None:
            there = tuple(draft if one.id == draft.id else one for one in there)
        return tuple(one for one in there if one.shown)

    def _put(self, underlay: Underlay) -> UnderlayItem:
        item = self._items.get(underlay.id)
        if item is None:
            item = self._items[underlay.id] = UnderlayItem(underlay)
            item.set_colours(self._theme.colours, dark=self._theme.is_dark)
            self._scene.addItem(item)
        drawing = self.drawings.of(underlay)
        item.show_underlay(underlay, drawing, self._words(underlay))
        return item

    def _end_near(self, underlay: Underlay, place: Point, reach_mm: float) -> Point | None:
        drawing = self.drawings.of(underlay)
        if drawing is None:
            return None
        reach = reach_mm / float(underlay.mm_per_unit)
        end = drawing.end_near(on_drawing(underlay, place), reach, underlay.hidden_layers)
        return None if end is None else on_floor(underlay, *end)

    def _words(self, underlay: Underlay) -> str:
        amiss = self.drawings.amiss(underlay)
        return all_told(amiss) if amiss else f"Reading {underlay.name}…"

    def _follow(self, change: Change, _hub: object) -> None:
        if any(edit.kind is Underlay for edit in change.edits):
            self.show()

    def _draft(self) -> None:
        """Only the one that is being laid is drawn anew."""
        before, self._drafted = self._drafted, self._plan.underlays.draft
        now = self._drafted or before
        if now is not None and now.id in self._items:
            there = {one.id: one for one in self._plan.underlays.all}
            if (underlay := self._drafted or there.get(now.id)) is not None:
                self._put(underlay)

    def _colour(self) -> None:
        for item in self._items.values():
            item.set_colours(self._theme.colours, dark=self._theme.is_dark)
