"""Millimetres in records, metres on the scene: y points down in both."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from hubdesk.domain.geometry import Outline, Point

MM = 0.001
"""Metres in a millimetre."""


def metres(point: Point) -> QPointF:
    """Where a place on the floor is on the scene."""
    return QPointF(point.x * MM, point.y * MM)


def millimetres(point: QPointF) -> Point:
    """The place on the floor, to the nearest millimetre, of a point of the scene."""
    return Point(round(point.x() / MM), round(point.y() / MM))


def polygon(outline: Outline) -> QPolygonF:
    """An outline on the scene, not closed."""
    return QPolygonF([metres(corner) for corner in outline])
