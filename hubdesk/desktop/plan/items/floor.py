"""The floor itself: its outline and what is within."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import polygon
from hubdesk.desktop.theme import Colours
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import rectangle

_WALL = 0.2
"""Metres that an outer wall is drawn thick."""


class FloorItem(QGraphicsItem):
    """The outline of one floor."""

    def __init__(self) -> None:
        super().__init__()
        self._outline = QPolygonF()
        self._paper, self._wall = QColor(), QColor()

    def show_floor(self, floor: Floor | None, colours: Colours) -> None:
        self.prepareGeometryChange()
        corners = () if floor is None else floor.outline or rectangle(floor.width_mm, floor.depth_mm)
        self._outline = polygon(corners)
        self._paper, self._wall = QColor(colours.paper), QColor(colours.wall)
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._outline.boundingRect().adjusted(-_WALL, -_WALL, _WALL, _WALL)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        pen = QPen(self._wall, _WALL)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(self._paper)
        painter.drawPolygon(self._outline)
