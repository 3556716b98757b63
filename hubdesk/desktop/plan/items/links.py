"""Working links over the plan: lines between who works together, arrows to who sits on another floor."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.items.links_painting import Drawn, LinksPainting
from hubdesk.desktop.plan.items.snapshot import Snapshot
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.links_on_floor import LinksOnFloor
from hubdesk.workflows.placing.pairs import Pair


class LinksItem(QGraphicsItem):
    """Nothing until it is shown some. Links of `emphasised` agencies stand out where there are any such."""

    def __init__(self) -> None:
        super().__init__()
        self._links = LinksOnFloor()
        self.emphasised: frozenset[RecordId] = frozenset()
        self._colours = LIGHT
        self._version = 0
        self._snapshot = Snapshot()
        self._within = QRectF()
        """The part of the view's pixels that one sees."""
        self.drawn: tuple[Drawn, ...] = ()
        """As last painted."""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_links(self, links: LinksOnFloor) -> None:
        self.prepareGeometryChange()
        self._links = links
        self._version += 1
        self.update()

    def emphasise(self, agencies: frozenset[RecordId]) -> None:
        if agencies != self.emphasised:
            self.emphasised = agencies
            self.update()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.update()

    def at(self, point: QPointF, reach: float) -> tuple[Pair, ...]:
        """The pairs whose line or plate is within `reach` pixels of a point of the view, as last painted."""
        nearest = min(self.drawn, key=lambda one: one.way_to(point), default=None)
        return nearest.pairs if nearest is not None and nearest.way_to(point) <= reach else ()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        """All of the scene: plates are as large at every zoom."""
        return self.scene().sceneRect() if self._links.middles else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if widget is not None:
            self._within = QRectF(widget.rect())
        content = self._version, self.emphasised, self._colours
        self._snapshot.paint(painter, QRectF(option.exposedRect), widget, content, self._draw)

    def _draw(self, painter: QPainter, _seen: QRectF) -> None:
        view = painter.worldTransform()
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.drawn = tuple(
            LinksPainting(painter, view, self._links, self.emphasised, self._colours, self._within).paint()
        )
        painter.restore()
