"""The shape of a desk on the scene: its corners, the box around it, where its sitter is."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.domain.desk import Desk
from hubdesk.domain.footprint import footprint
from hubdesk.domain.turning import cosine_and_sine


@dataclass(frozen=True, slots=True)
class DeskShape:
    """A desk as it lies on the scene, in metres: `box`, and `turned` where its sides are not upright."""

    desk: Desk
    box: QRectF
    front: tuple[float, float]
    """The direction to the sitter, of length one."""
    turned: QPolygonF | None = None

    @property
    def corners(self) -> QPolygonF:
        if self.turned is not None:
            return self.turned
        box = self.box
        return QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()])

    def holds(self, point: QPointF) -> bool:
        if not self.box.contains(point):
            return False
        return self.turned is None or self.turned.containsPoint(point, Qt.FillRule.OddEvenFill)


def shape_of(desk: Desk) -> DeskShape:
    """`desk` on the scene. Unturned, its sitter is below it."""
    cosine, sine = cosine_and_sine(desk.rotation)
    x, y = desk.x_mm * MM, desk.y_mm * MM
    width, depth = desk.width_mm * MM, desk.depth_mm * MM
    front = (-sine, cosine)
    if sine == 0 or cosine == 0:
        if cosine == 0:
            width, depth = depth, width
        return DeskShape(desk, QRectF(x - width / 2, y - depth / 2, width, depth), front)
    corners = QPolygonF([QPointF(spot.x * MM, spot.y * MM) for spot in footprint(desk).corners])
    return DeskShape(desk, corners.boundingRect(), front, corners)
