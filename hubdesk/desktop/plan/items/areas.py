"""The areas of a floor: tinted by kind, with their names."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import polygon
from hubdesk.desktop.theme import Colours
from hubdesk.domain.area import Area
from hubdesk.domain.days import holds
from hubdesk.domain.geometry import Point, double_area, encloses
from hubdesk.domain.ids import RecordId


class AreasItem(QGraphicsItem):
    """Every area of one floor that there is on a day."""

    def __init__(self) -> None:
        super().__init__()
        self._areas: tuple[Area, ...] = ()
        self._selected: frozenset[RecordId] = frozenset()
        self._colours: Colours | None = None
        self._bounds = QRectF()

    def show_areas(self, areas: Iterable[Area], day: date, colours: Colours) -> None:
        self.prepareGeometryChange()
        drawn = [area for area in areas if area.outline and holds(area, day)]
        self._areas = tuple(sorted(drawn, key=lambda area: -double_area(area.outline)))
        self._colours = colours
        self._bounds = QRectF()
        for area in self._areas:
            self._bounds |= polygon(area.outline).boundingRect()
        self.update()

    def select(self, ids: frozenset[RecordId]) -> None:
        self._selected = ids
        self.update()

    def at(self, place: Point) -> Area | None:
        """The smallest area around a place."""
        return next((area for area in reversed(self._areas) if encloses(area.outline, place)), None)

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._bounds.adjusted(-0.2, -0.2, 0.2, 0.2)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self._colours is None:
            return
        ground = QColor(self._colours.accent)
        ground.setAlpha(18)
        for area in self._areas:
            selected = area.id in self._selected
            pen = QPen(QColor(self._colours.accent if selected else self._colours.edge), 3 if selected else 1)
            pen.setCosmetic(True)
            pen.setStyle(Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(ground)
            painter.drawPolygon(polygon(area.outline))
