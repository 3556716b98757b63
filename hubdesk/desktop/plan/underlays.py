"""`Underlays`: the drawings that lie under the floor on screen, read once, in workers."""

from functools import partial

from PySide6.QtCore import QObject

from hubdesk.desktop.jobs import Cancelled, Jobs, Progress
from hubdesk.desktop.plan.items.underlay import Drawn, UnderlayItem
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.desktop.plan.scene import UNDER_AREAS, FloorScene
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.underlays import Cancelled as ReadingCancelled
from hubdesk.exchange.underlays import read_underlay

_Key = tuple[str, int]
"""The hash of a file, and its page."""


class Underlays(QObject):
    """Keeps an item on the scene for each underlay of the floor.

    A file is read again by a process that can be ended. One that cannot be read is not drawn; whoever
    brought it was told why, and what the floor holds is not touched.
    """

    def __init__(self, plan: Plan, scene: FloorScene, theme: Theme, jobs: Jobs) -> None:
        super().__init__(scene)
        self._plan, self._scene, self._theme, self._jobs = plan, scene, theme, jobs
        self._items: dict[RecordId, UnderlayItem] = {}
        self._drawn: dict[_Key, Drawn | None] = {}
        """None: it is being read, or cannot be."""
        plan.floor_changed.connect(self._follow)
        plan.layers_changed.connect(self._follow)
        plan.session.changed.connect(self._follow)
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        floor = self._plan.floor
        shown = floor is not None and self._plan.shows(Layer.UNDERLAY)
        wanted = self._plan.session.hub.underlays_on_floor.get(floor.id, ()) if shown and floor else ()
        for gone in self._items.keys() - {one.id for one in wanted}:
            self._scene.removeItem(self._items.pop(gone))
        self._scene.let_through(seen=any(one.shown for one in wanted))
        for place, underlay in enumerate(wanted):
            item = self._items.get(underlay.id)
            if item is None:
                item = self._items[underlay.id] = UnderlayItem()
                self._scene.addItem(item)
            item.setZValue(UNDER_AREAS + place / (1_000 + len(wanted)))
            item.show_underlay(underlay, self._picture(underlay), self._theme.colours)

    def _picture(self, underlay: Underlay) -> Drawn | None:
        key = (underlay.picture, underlay.page)
        if key not in self._drawn:
            self._drawn[key] = None
            self._read(underlay, key)
        return self._drawn[key]

    def _read(self, underlay: Underlay, key: _Key) -> None:
        try:
            body = self._plan.session.document.store.picture(underlay.picture)
        except Refused as refused:
            self._plan.session.refused.emit(refused.problems)
            return

        def work(progress: Progress) -> Drawn:
            try:
                picture = read_underlay(
                    body,
                    underlay.kind,
                    name=underlay.name,
                    page=underlay.page,
                    cancelled=lambda: progress.cancelled,
                )
            except ReadingCancelled as cancelled:
                raise Cancelled from cancelled
            return Drawn(picture)

        job = self._jobs.start(f"Reading {underlay.name}", work, partial(self._came, key))
        job.refused.connect(self._plan.session.refused)

    def _came(self, key: _Key, drawn: Drawn) -> None:
        self._drawn[key] = drawn
        self._follow()
