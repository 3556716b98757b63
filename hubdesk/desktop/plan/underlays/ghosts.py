"""`Ghosts`: desks that would come to be, over everything on the plan."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.domain.footprint import footprint
from hubdesk.editing.desk_arrays import DeskPlace

_DEPTH = 10


class Ghosts(QGraphicsItem):
    """One item for all of them, with a dashed edge."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self._path = QPainterPath()
        self.setZValue(_DEPTH)

    def show_places(self, places: Iterable[DeskPlace]) -> None:
        """Show desks at `places`, and no others."""
        self.prepareGeometryChange()
        self._path = QPainterPath()
        for place in places:
            corners = (QPointF(x * MM, y * MM) for x, y in footprint(place).corners)
            self._path.addPolygon(QPolygonF(list(corners)))
            self._path.closeSubpath()
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._path.boundingRect().adjusted(-0.1, -0.1, 0.1, 0.1)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        pen = QPen(self._colour, 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        ground = QColor(self._colour)
        ground.setAlpha(50)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawPath(self._path)
