"""The sign on a desk that who sits there stays when another plan is proposed: a pin on a disc."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from hubdesk.desktop.plan.desk_batches import Batches
from hubdesk.desktop.theme import Colours

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
    inset = side / 2 + 1
    painter.save()
    painter.setWorldTransform(QTransform())
    for batch in pinned:
        for corner, (right, down) in zip(
            to_view.map(batch.pins.corners).toList(), batch.pins.inwards, strict=True
        ):
            left, top = corner.x() + right * inset - side / 2, corner.y() + down * inset - side / 2
            painter.drawPixmap(round(left), round(top), picture)
    painter.restore()


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
