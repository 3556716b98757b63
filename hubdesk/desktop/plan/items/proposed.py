"""Who would sit where: a card with a dashed edge on each desk that would be somebody else's, and arrows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.desktop.plan.items.desk_words import font, words_on
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.exchange.plan.marks import Mark

_WIDE, _HIGH = 0.72, 0.6
"""Of a desk's width and depth, as it lies on the screen, that its card has."""
_OUT = 0.14
"""Of the same, that the card reaches beyond the desk, to the right and down: the desk is still seen."""
_ROOM = 1.0
"""Metres around everything for edges and heads of arrows."""
_HEAD = 11.0
"""Pixels of an arrow's head."""
_WORDS_FROM = 18.0
"""Pixels to the metre from which cards have words."""


class ProposedItem(QGraphicsItem):
    """One item for all of a floor, over its desks."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: Mapping[Mark, Sequence[QRectF]] = {}
        self._ways: Sequence[QLineF] = ()
        self._colours, self._dark = LIGHT, False
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def cards(self) -> int:
        """How many cards lie on the floor."""
        return sum(map(len, self._cards.values()))

    def lay(self, cards: Iterable[tuple[DeskShape, Mark]], ways: Iterable[QLineF]) -> None:
        """These cards and arrows, and no others."""
        self.prepareGeometryChange()
        by_mark: defaultdict[Mark, list[QRectF]] = defaultdict(list)
        for shape, mark in cards:
            by_mark[mark].append(_card(shape.box))
        self._cards, self._ways = by_mark, tuple(ways)
        self._bounds = QRectF()
        for box in self._boxes():
            self._bounds |= box.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        self.update()

    def set_colours(self, colours: Colours, *, dark: bool) -> None:
        self._colours, self._dark = colours, dark
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed = QRectF(option.exposedRect)
        view = painter.worldTransform()
        scale = abs(view.m11())
        inks = Inks(dark=self._dark, pixel_ratio=painter.device().devicePixelRatioF())
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, boxes in self._cards.items():
            pen = QPen(QColor(self._colours.text), 1.6, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(inks.hatched(mark))
            seen = [view.mapRect(box) for box in boxes if exposed.intersects(box)]
            painter.drawRects(seen)
            if scale >= _WORDS_FROM:
                _write(painter, inks, mark, seen)
        for way in self._ways:
            self._arrow(painter, view.map(way))
        painter.restore()

    def _arrow(self, painter: QPainter, way: QLineF) -> None:
        """With an edge in the ground's colour, to be seen on any desk."""
        if way.length() < _HEAD:
            return
        back = way.unitVector()
        along = QPointF(back.dx(), back.dy())
        across = QPointF(-along.y(), along.x())
        neck = way.p2() - along * _HEAD
        head = QPolygonF([way.p2(), neck + across * (_HEAD * 0.45), neck - across * (_HEAD * 0.45)])
        for colour, width in ((self._colours.field, 4.0), (self._colours.accent, 2.0)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(QColor(self._colours.accent))
            painter.drawLine(way.p1(), neck)
            painter.drawPolygon(head)

    def _boxes(self) -> Iterator[QRectF]:
        for boxes in self._cards.values():
            yield from boxes
        for way in self._ways:
            yield QRectF(way.p1(), way.p2()).normalized()


def _card(box: QRectF) -> QRectF:
    wide, high = box.width() * _WIDE, box.height() * _HIGH
    out = _OUT * hypot(box.width(), box.height()) / 2
    return QRectF(box.right() - wide + out, box.bottom() - high + out, wide, high)


def _write(painter: QPainter, inks: Inks, mark: Mark, boxes: Sequence[QRectF]) -> None:
    """Whose it would be, on a plate that keeps the hatch off the letters."""
    pen = inks.text(mark)
    for box in boxes:
        for line in words_on(mark.label, "", int(box.width()), int(box.height())):
            middle = box.center()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.fill(mark))
            painter.drawRect(
                QRectF(middle.x() + line.left - 1, middle.y() - line.size / 2, line.width + 2, line.size)
            )
            painter.setPen(pen)
            painter.setFont(font(line.size, bold=line.bold))
            painter.drawText(QPointF(middle.x() + line.left, middle.y() + line.base), line.text)
