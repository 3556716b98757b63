"""`PlanLinks`: keeps the working links that the plan shows true to the hub, the day and the selection."""

from PySide6.QtCore import QObject, QPointF

from hubdesk.desktop.plan.items.links import LinksItem
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.links_on_floor import LinksOnFloor, links_on_floor
from hubdesk.workflows.placing.pairs import seated_on, told
from hubdesk.workflows.placing.pins import stays_at

_MOST_TOLD = 6


class PlanLinks(QObject):
    """Works out nothing while the layer is hidden."""

    def __init__(self, plan: Plan, theme: Theme) -> None:
        super().__init__(plan)
        self._plan, self._session, self._theme = plan, plan.session, theme
        self.item = LinksItem()
        self._links = LinksOnFloor()
        for signal in (plan.floor_changed, plan.layers_changed, self._session.changed):
            signal.connect(self._show)
        self._session.as_at_changed.connect(self._show)
        self._session.selection.changed.connect(self._emphasise)
        theme.changed.connect(self._show_colours)
        self._show_colours()
        self._show()

    @property
    def shown(self) -> LinksOnFloor:
        """What is drawn; nothing while the layer is hidden."""
        return self._links

    def told_at(self, point: QPointF, reach: float) -> str:
        """What is linked within `reach` pixels of a point of the view, and how far it is; else nothing."""
        if not self._plan.shows(Layer.LINKS):
            return ""
        pairs, hub = self.item.at(point, reach), self._session.hub
        lines = [told(hub, pair, self._links.seated) for pair in pairs[:_MOST_TOLD]]
        more = len(pairs) - len(lines)
        return "\n".join([*lines, *([f"and {more} more"] if more else [])])

    def _show_colours(self) -> None:
        self.item.set_colours(self._theme.colours)

    def _show(self, *_what: object) -> None:
        floor, session = self._plan.floor, self._session
        shown = floor is not None and self._plan.shows(Layer.LINKS)
        self._links = LinksOnFloor()
        if floor is not None and shown:
            self._links = links_on_floor(session.hub, floor, seated_on(session.hub, session.as_at))
        self.item.show_links(self._links)
        self.item.setVisible(shown)
        self._emphasise()

    def _emphasise(self) -> None:
        """The agencies of the desks that are selected."""
        if not self._links.middles:
            return
        hub, chosen = self._session.hub, self._session.selection.ids
        stays = stays_at(hub, (one for one in chosen if one in hub.desks), self._session.as_at)
        agencies: frozenset[RecordId] = frozenset(one.agency for one in stays)
        self.item.emphasise(agencies)
