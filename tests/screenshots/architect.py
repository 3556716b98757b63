"""A drawing such as an architect sends: thin lines of a floor, as a PNG, to be drawn over."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from hubdesk.domain.footprint import footprint
from hubdesk.domain.hub import Hub

DOTS = 60
"""To the metre."""
MARGIN_M = 1.5


def drawn(hub: Hub, code: str) -> bytes:
    """Walls double, desks with their chairs, and a border, as a scan shows them."""
    floor = hub.floor_codes[code]
    wide, deep = floor.width_mm / 1000 + 2 * MARGIN_M, floor.depth_mm / 1000 + 2 * MARGIN_M
    image = QImage(round(wide * DOTS), round(deep * DOTS), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(DOTS, DOTS)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.03))
    painter.drawRect(QRectF(0.2, 0.2, wide - 0.4, deep - 0.4))
    painter.translate(MARGIN_M, MARGIN_M)
    for width in (0.26, 0.16):
        painter.setPen(QPen(Qt.GlobalColor.black if width > 0.2 else Qt.GlobalColor.white, width))
        for area in hub.areas.values():
            if area.floor == floor.id:
                painter.drawPolygon(_polygon((corner.x, corner.y) for corner in area.outline))
    painter.setPen(QPen(Qt.GlobalColor.black, 0.025))
    for desk in hub.desks.values():
        if desk.floor == floor.id:
            painter.drawPolygon(_polygon((corner.x, corner.y) for corner in footprint(desk).corners))
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())


def _polygon(corners: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x / 1000, y / 1000) for x, y in corners])
