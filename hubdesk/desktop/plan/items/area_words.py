"""What is written in an area: its name, what kind it is, and whose alone it is, clear of its desks."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from hubdesk.desktop.plan.items.desk_words import font, width_at_one
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import Colours
from hubdesk.domain.area import Area
from hubdesk.exchange.plan.marks import Mark, marks_of_area_kinds

FROM = 6.0
"""Pixels to the metre from which anything is written."""
_SMALLEST, _LARGEST = 9, 15
_MARGIN, _TIGHT, _GAP = 6.0, 1.5, 4.0
_KINDS = marks_of_area_kinds()


class AreaWords:
    """Writes with one painter, whose units are metres."""

    def __init__(
        self, painter: QPainter, colours: Colours, inks: Inks, crowd: Callable[[QRectF], int]
    ) -> None:
        self._painter = painter
        self._to_view = painter.worldTransform()
        self._scale = abs(self._to_view.m11())
        self._colours, self._inks, self._crowd = colours, inks, crowd
        self._size = round(min(_LARGEST, max(_SMALLEST, self._scale * 0.5)))

    def write(self, area: Area, shape: QPolygonF, owner: Mark | None) -> QRectF | None:
        """The letter of the kind, the owner's mark, and the name if it is clear of desks, else the code.

        Where that came to stand in the view, if it did.
        """
        if self._scale < FROM:
            return None
        box = self._to_view.mapRect(shape.boundingRect())
        room = box.width() - 2 * _MARGIN
        badge = self._size * 1.4
        owned = self._width(owner.label, bold=True) + badge if owner else 0.0
        crowded = None
        for text in (area.name, area.code, ""):
            wide = badge + _GAP + self._width(text, bold=False) + (owned + _GAP if owner else 0.0)
            if wide <= room and badge + _MARGIN <= box.height():
                spot, desks = self._spot(shape, box, wide, badge)
                if not desks:
                    self._put(area, text, owner, spot, badge)
                    return spot
                crowded = crowded or (text, spot)
        if crowded is not None:
            self._put(area, crowded[0], owner, crowded[1], badge)
            return crowded[1]
        return None

    def _width(self, text: str, *, bold: bool) -> float:
        return width_at_one(text, bold) * self._size if text else 0.0

    def _spot(self, shape: QPolygonF, box: QRectF, wide: float, high: float) -> tuple[QRectF, int]:
        """The first place within the area that has no desks, else the one with the fewest; and how many."""
        to_scene = self._to_view.inverted()[0]
        best, fewest = None, 0
        for spot in spots_in(box, wide, high):
            on_scene = to_scene.mapRect(spot)
            if within(shape, on_scene):
                crowd = self._crowd(on_scene)
                if not crowd:
                    return spot, 0
                if best is None or crowd < fewest:
                    best, fewest = spot, crowd
        if best is not None:
            return best, fewest
        middle = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
        return middle, self._crowd(to_scene.mapRect(middle))

    def _put(self, area: Area, text: str, owner: Mark | None, spot: QRectF, badge: float) -> None:
        painter, mark = self._painter, _KINDS[area.kind]
        painter.save()
        painter.setWorldTransform(QTransform())
        letter = QRectF(round(spot.left()) + 0.5, round(spot.top()) + 0.5, round(badge), round(badge))
        ink = self._inks.text(mark)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(self._inks.fill(mark))
        painter.drawRoundedRect(letter, 3, 3)
        painter.setFont(font(self._size - 2, bold=True))
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, mark.label)
        base = QPointF(round(letter.right() + _GAP), round(letter.center().y() + self._size * 0.36))
        painter.setFont(font(self._size, bold=False))
        painter.drawText(base, text)
        if owner is not None:
            left = base.x() + self._width(text, bold=False) + (_GAP if text else 0)
            self._put_owner(owner, QRectF(round(left) + 0.5, letter.top(), badge, letter.height()))
        painter.restore()

    def _put_owner(self, owner: Mark, swatch: QRectF) -> None:
        """Its mark as a swatch, and its code: this is for nobody else."""
        painter = self._painter
        label = QRectF(
            swatch.left(), swatch.top(), self._width(owner.label, bold=True) + swatch.width(), swatch.height()
        )
        painter.setPen(self._inks.outline(owner))
        painter.setBrush(QColor(self._colours.paper))
        painter.drawRoundedRect(label, 3, 3)
        painter.setBrush(Inks(dark=self._inks.dark).hatched(owner))
        painter.drawRect(swatch.adjusted(2, 2, -swatch.width() * 0.45, -2))
        painter.setPen(QColor(self._colours.text))
        painter.setFont(font(self._size - 1, bold=True))
        painter.drawText(
            QPointF(
                round(swatch.right() - swatch.width() * 0.2), round(label.center().y() + self._size * 0.34)
            ),
            owner.label,
        )


def spots_in(box: QRectF, wide: float, high: float) -> Iterator[QRectF]:
    """Places for a label in a box, the liked ones first: along the top, along the foot, in between."""
    left, right = box.left() + _MARGIN, box.right() - _MARGIN - wide
    middle = box.center().x() - wide / 2
    top, foot = box.top() + _MARGIN, box.bottom() - _MARGIN - high
    for y in (top, foot, box.center().y() - high / 2):
        for x in (left, middle, right):
            yield QRectF(x, y, wide, high)
    # Close to the edge, where benches leave no more room.
    for y in (box.top() + _TIGHT, box.bottom() - _TIGHT - high):
        for x in (left, middle, right):
            yield QRectF(x, y, wide, high)
    rows = 6
    for row in range(1, rows):
        yield QRectF(left, top + (foot - top) * row / rows, wide, high)


def within(shape: QPolygonF, spot: QRectF) -> bool:
    """Whether all of `spot` lies in `shape`."""
    fill = Qt.FillRule.OddEvenFill
    corners = (spot.topLeft(), spot.topRight(), spot.bottomRight(), spot.bottomLeft())
    return all(shape.containsPoint(corner, fill) for corner in corners)
