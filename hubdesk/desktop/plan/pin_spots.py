"""Where a pin is stuck on a desk: in a lower corner that bears no other sign."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF

from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.domain.desk import DeskKind

_INTO_TURNED = 1.6
"""How much farther from its corner a pin is on a desk whose sides are not upright."""

_Way = tuple[float, float]


class PinSpots(NamedTuple):
    """A corner of each desk, and from there the way inwards: right and down, for one of inset."""

    corners: QPolygonF
    inwards: list[_Way]


def pin_spots(shapes: Iterable[DeskShape]) -> PinSpots:
    """In the order of `shapes`."""
    spots = [_spot(shape) for shape in shapes]
    return PinSpots(QPolygonF([corner for corner, _ in spots]), [way for _, way in spots])


def _spot(shape: DeskShape) -> tuple[QPointF, _Way]:
    """The lowest corner, the left one of two, but for the one with the sign of the desk's kind."""
    box, plain = shape.box, shape.desk.kind is DeskKind.STANDARD
    if plain and shape.turned is None:
        return box.bottomLeft(), (1.0, -1.0)
    corners, middle = shape.corners.toList(), box.center()
    if not plain:
        (dx, dy) = shape.front
        corners.remove(
            max(corners, key=lambda one: QPointF.dotProduct(one - middle, QPointF(-dx - dy, dx - dy)))
        )
    corner = min(corners, key=lambda one: (-round(one.y(), 3), one.x()))
    if shape.turned is None:
        return corner, (1.0 if corner.x() < middle.x() else -1.0, 1.0 if corner.y() < middle.y() else -1.0)
    way = QLineF(corner, middle).unitVector()
    return corner, (way.dx() * _INTO_TURNED, way.dy() * _INTO_TURNED)
