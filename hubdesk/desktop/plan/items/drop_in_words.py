"""What an area bears of those who drop in on the day: a clock and their codes, clear of desks and name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from hubdesk.desktop.plan.items.area_words import FROM, spots_in, within
from hubdesk.desktop.plan.items.desk_words import font, width_at_one
from hubdesk.desktop.theme import Colours

_SMALLEST, _LARGEST = 9, 13
_PAD = 4.0


class DropInWords:
    """Writes with one painter, whose units are metres."""

    def __init__(self, painter: QPainter, colours: Colours, crowd: Callable[[QRectF], int]) -> None:
        self._painter, self._colours, self._crowd = painter, colours, crowd
        self._to_view = painter.worldTransform()
        self._scale = abs(self._to_view.m11())
        self._size = round(min(_LARGEST, max(_SMALLEST, self._scale * 0.42)))

    def write(self, texts: Sequence[str], shape: QPolygonF, taken: QRectF | None) -> None:
        """The first of `texts` that is clear of desks and of `taken`, else the last where there is room."""
        if not texts or self._scale < FROM:
            return
        box = self._to_view.mapRect(shape.boundingRect())
        to_scene = self._to_view.inverted()[0]
        least: tuple[int, str, QRectF] | None = None
        for text in texts:
            high = self._size * 1.5
            wide = high + width_at_one(text, bold=True) * self._size + 3 * _PAD
            if wide > box.width() - 2 * _PAD or high > box.height():
                continue
            for spot in spots_in(box, wide, high):
                on_scene = to_scene.mapRect(spot)
                if (taken is not None and spot.intersects(taken)) or not within(shape, on_scene):
                    continue
                crowd = self._crowd(on_scene)
                if not crowd:
                    self._put(text, spot)
                    return
                if least is None or crowd <= least[0]:
                    least = crowd, text, spot
        if least is not None:
            self._put(least[1], least[2])

    def _put(self, text: str, spot: QRectF) -> None:
        """On a plate of its own, so that a hatch or a drawing does not cross the letters."""
        painter = self._painter
        painter.save()
        painter.setWorldTransform(QTransform())
        plate = QRectF(
            round(spot.left()) + 0.5, round(spot.top()) + 0.5, round(spot.width()), round(spot.height())
        )
        painter.setPen(QPen(QColor(self._colours.accent), 1))
        painter.setBrush(QColor(self._colours.paper))
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        self._clock(QPointF(plate.left() + plate.height() / 2 + 2, plate.center().y()), plate.height() * 0.3)
        painter.setPen(QColor(self._colours.text))
        painter.setFont(font(self._size, bold=True))
        words = plate.adjusted(plate.height() + _PAD, 0, -_PAD, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _clock(self, centre: QPointF, radius: float) -> None:
        painter = self._painter
        painter.setPen(QPen(QColor(self._colours.accent), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
        painter.drawLine(centre, centre - QPointF(0, radius * 0.7))
        painter.drawLine(centre, centre + QPointF(radius * 0.55, 0))
