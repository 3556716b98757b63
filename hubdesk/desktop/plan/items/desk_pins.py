"""The sign on a desk that who sits there stays when another plan is proposed: a pin on a disc."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from hubdesk.desktop.plan.desk_batches import Batches
from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.desktop.theme import Colours
from hubdesk.domain.desk import DeskKind

PINS_FROM = 14.0
"""Pixels to the metre from which a pin can be made out."""
_SMALLEST, _LARGEST, _METRES = 9, 18, 0.42
"""Pixels across a disc, and between those its part of a metre."""
_PIN = ((-0.24, -0.36), (0.24, -0.36), (0.13, -0.2), (0.13, -0.02), (0.28, 0.1), (-0.28, 0.1), (-0.13, -0.02))
_PIN_END, _NEEDLE = (-0.13, -0.2), 0.38
"""The pin about the middle of a disc one across: head, neck and collar, then how far down its needle goes."""


def paint_pins(painter: QPainter, colours: Colours, batches: Batches) -> None:
    """With a painter whose units are metres. As pictures of one pin, because there may be thousands."""
    to_view = painter.worldTransform()
    scale = abs(to_view.m11())
    pinned = [batch for wear, batch in batches.items() if wear.pinned]
    if not pinned or scale < PINS_FROM:
        return
    side = round(min(_LARGEST, max(_SMALLEST, _METRES * scale)))
    picture = _picture(side, colours.text, colours.field, painter.device().devicePixelRatioF())
    middles = QPolygonF(
        [_middle(shape, (side / 2 + 1) / scale) for batch in pinned for shape in batch.shapes]
    )
    corner = QPointF(side / 2, side / 2)
    painter.save()
    painter.setWorldTransform(QTransform())
    for middle in to_view.map(middles).toList():
        painter.drawPixmap((middle - corner).toPoint(), picture)
    painter.restore()


def _middle(shape: DeskShape, inset: float) -> QPointF:
    """In the lowest corner, the left one of two, but for the one with the sign of the desk's kind."""
    corners, middle = shape.corners.toList(), shape.box.center()
    (dx, dy), taken = shape.front, None
    if shape.desk.kind is not DeskKind.STANDARD:
        taken = max(corners, key=lambda one: QPointF.dotProduct(one - middle, QPointF(-dx - dy, dx - dy)))
    free = [one for one in corners if one != taken]
    corner = min(free, key=lambda one: (-round(one.y(), 3), one.x()))
    inwards = middle - corner
    if shape.turned is None:
        return corner + QPointF(inset if inwards.x() > 0 else -inset, inset if inwards.y() > 0 else -inset)
    return QLineF(corner, middle).pointAt(min(1.0, 1.6 * inset / QLineF(corner, middle).length()))


@lru_cache(maxsize=64)
def _picture(side: int, ink: str, ground: str, pixel_ratio: float) -> QPixmap:
    picture = QPixmap(round(side * pixel_ratio), round(side * pixel_ratio))
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QColor(ground))
    painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
    painter.translate(side / 2, side / 2)
    pin = QPainterPath()
    pin.addPolygon(QPolygonF([QPointF(x * side, y * side) for x, y in (*_PIN, _PIN_END)]))
    painter.fillPath(pin, QColor(ink))
    painter.setPen(QPen(QColor(ink), max(1.0, side / 14)))
    painter.drawLine(QPointF(0, 0), QPointF(0, _NEEDLE * side))
    painter.end()
    return picture
