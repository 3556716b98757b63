"""The desks of a floor: one item, because thousands of items would be too slow."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.theme import Colours
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.ids import RecordId


class DesksItem(QGraphicsItem):
    """Every desk of one floor that is in service on a day."""

    def __init__(self) -> None:
        super().__init__()
        self._shapes: dict[RecordId, QPolygonF] = {}
        self._selected: frozenset[RecordId] = frozenset()
        self._lifted: frozenset[RecordId] = frozenset()
        self._offset = QPointF()
        self._colours: Colours | None = None
        self._bounds = QRectF()

    def show_desks(self, desks: Iterable[Desk], day: date, colours: Colours) -> None:
        self.prepareGeometryChange()
        self._shapes = {desk.id: shape(desk) for desk in desks if holds(desk, day)}
        self._colours = colours
        self._lifted = frozenset()
        self._bounds = QRectF()
        for drawn in self._shapes.values():
            self._bounds |= drawn.boundingRect()
        self.update()

    def select(self, ids: frozenset[RecordId]) -> None:
        self._selected = ids
        self.update()

    def lift(self, ids: frozenset[RecordId], offset: QPointF) -> None:
        self._lifted, self._offset = ids, offset
        self.update()

    def at(self, point: QPointF) -> tuple[RecordId, ...]:
        """The desks under a point, topmost first."""
        inside = (
            id_
            for id_, drawn in reversed(self._shapes.items())
            if drawn.containsPoint(point, Qt.FillRule.OddEvenFill)
        )
        return tuple(inside)

    def within(self, region: QPolygonF) -> tuple[RecordId, ...]:
        """The desks that lie wholly within a region."""
        fill = Qt.FillRule.OddEvenFill
        return tuple(
            id_
            for id_, drawn in self._shapes.items()
            if all(region.containsPoint(corner, fill) for corner in drawn.toList())
        )

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        moved = self._bounds.translated(self._offset) if self._lifted else self._bounds
        return (self._bounds | moved).adjusted(-0.2, -0.2, 0.2, 0.2)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._colours is None:
            return
        for id_, drawn in self._shapes.items():
            selected = id_ in self._selected
            pen = QPen(QColor(self._colours.accent if selected else self._colours.edge), 2 if selected else 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(QColor(self._colours.accent_soft if selected else self._colours.field))
            painter.drawPolygon(drawn.translated(self._offset) if id_ in self._lifted else drawn)


def shape(desk: Desk) -> QPolygonF:
    """A desk's four corners on the scene."""
    width, depth = desk.width_mm * MM, desk.depth_mm * MM
    turned = QTransform().translate(desk.x_mm * MM, desk.y_mm * MM).rotate(float(desk.rotation))
    return turned.map(QPolygonF(QRectF(-width / 2, -depth / 2, width, depth)).toList()[:4])
