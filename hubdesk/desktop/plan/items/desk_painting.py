"""Painting desks, batch by batch: far off as boxes, nearer with outline and hatch, near with words."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from hubdesk.desktop.plan.desk_batches import CHAIR, Batch, Batches
from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.desktop.plan.dressing import Wear
from hubdesk.desktop.plan.items.desk_words import RISE, font, words_on
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import Colours
from hubdesk.domain.desk import DeskKind
from hubdesk.exchange.plan.hatch import Hatch

HATCH_FROM, CHAIRS_FROM, WORDS_FROM = 9.0, 16.0, 18.0
"""Pixels to the metre from which these are drawn."""
_AA = QPainter.RenderHint.Antialiasing
_Placed = tuple[QPointF, str]


class DeskPainting:
    """Paints desks with one painter, whose units are metres."""

    def __init__(self, painter: QPainter, colours: Colours, *, dark: bool, words: bool) -> None:
        self._painter = painter
        self._colours = colours
        self._to_view = painter.worldTransform()
        self._scale = abs(self._to_view.m11())
        ratio = painter.device().devicePixelRatioF()
        self._inks = Inks(dark=dark, scale=self._scale, pixel_ratio=ratio)
        self._words = words and self._scale >= WORDS_FROM

    def paint(self, batches: Batches) -> None:
        """Everything of these desks, but for whether they are selected."""
        if self._scale >= CHAIRS_FROM:
            self._chairs(batches)
        self.paint_boxes(batches)
        if self._words:
            self._write(batches)

    def paint_boxes(self, batches: Batches) -> None:
        """The desks themselves, without chairs and words."""
        # Empty outlines last: the line between full neighbours would cut them off.
        for wear, batch in sorted(batches.items(), key=lambda item: not item[0].mark.label):
            self._boxes(wear, batch)
        self._fade(batches)
        if self._scale >= HATCH_FROM:
            self._flags(batches)
            self._kinds(batches)

    def _boxes(self, wear: Wear, batch: Batch) -> None:
        painter, inks, mark = self._painter, self._inks, wear.mark
        if not wear.serving:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(inks.outline(mark))
        elif self._scale >= HATCH_FROM:
            painter.setBrush(inks.hatched(mark))
            painter.setPen(self._edge(wear))
        else:
            painter.setBrush(inks.fill(mark))
            # A vacant desk is an empty box: without its edge there is nothing of it.
            painter.setPen(inks.outline(mark) if not mark.label else QPen(Qt.PenStyle.NoPen))
        self._outlines(batch)

    def _edge(self, wear: Wear) -> QPen:
        """The mark's own outline; where that is its fill, a line that parts neighbours of one agency."""
        pen, toned = self._inks.outline(wear.mark), self._inks.toned(wear.mark)
        if toned.outline == toned.fill:
            pen.setColor(QColor(self._colours.paper))
        return pen

    def _outlines(self, batch: Batch) -> None:
        """The outlines of desks, with pen and brush as they are."""
        painter = self._painter
        painter.setRenderHint(_AA, on=False)
        painter.drawRects(batch.upright)
        if batch.turned:
            painter.setRenderHint(_AA, on=True)
            for polygon in batch.turned:
                painter.drawConvexPolygon(polygon)

    def _chairs(self, batches: Batches) -> None:
        """As pictures of one chair: thousands of round paths take long."""
        painter, colours = self._painter, self._colours
        radius = round(CHAIR * self._scale)
        picture = _chair(radius, colours.panel, colours.edge, painter.device().devicePixelRatioF())
        corner = QPointF(radius + 1, radius + 1)
        painter.save()
        painter.setWorldTransform(QTransform())
        for wear, batch in batches.items():
            if wear.serving:
                for middle in self._to_view.map(batch.chairs).toList():
                    painter.drawPixmap((middle - corner).toPoint(), picture)
        painter.restore()

    def _fade(self, batches: Batches) -> None:
        """What is about to be left is paler."""
        leaving = [batch for wear, batch in batches.items() if wear.leaving]
        if leaving:
            pale = QColor(self._colours.paper)
            pale.setAlphaF(0.5)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(pale)
            for batch in leaving:
                self._outlines(batch)

    def _flags(self, batches: Batches) -> None:
        """A corner cut off at the top right where somebody leaves, a flag at the top left where one comes."""
        for wear, batch in batches.items():
            if wear.leaving:
                self._corners((leaving_flag(shape.box) for shape in batch.shapes), self._colours.warning)
            if wear.joining:
                self._corners((joining_flag(shape.box) for shape in batch.shapes), self._colours.good)

    def _corners(self, corners: Iterable[QPolygonF], colour: str) -> None:
        path = QPainterPath()
        for corner in corners:
            path.addPolygon(corner)
            path.closeSubpath()
        pen = QPen(QColor(self._colours.paper), 1)
        pen.setCosmetic(True)
        self._painter.setRenderHint(_AA, on=True)
        self._painter.setPen(pen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawPath(path)

    def _kinds(self, batches: Batches) -> None:
        """A disc on accessible desks, a triangle on touchdown desks, at the far end of the desk."""
        path = QPainterPath()
        for batch in batches.values():
            for shape in batch.shapes:
                if shape.desk.kind is not DeskKind.STANDARD:
                    _add_kind(path, shape, self._scale)
        if path.isEmpty():
            return
        pen = QPen(QColor(self._colours.text), 1.4)
        pen.setCosmetic(True)
        self._painter.setRenderHint(_AA, on=True)
        self._painter.setPen(pen)
        self._painter.setBrush(QColor(self._colours.field))
        self._painter.drawPath(path)

    def _write(self, batches: Batches) -> None:
        painter = self._painter
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(_AA, on=False)
        written: list[tuple[QColor, dict[tuple[int, bool], list[_Placed]]]] = []
        for wear, batch in batches.items():
            if not wear.serving:
                continue
            plates, lines = self._lines(wear, batch)
            painter.setBrush(self._inks.fill(wear.mark))
            painter.drawRects(plates)
            written.append((self._inks.text(wear.mark), lines))
        for ink, lines in written:
            painter.setPen(ink)
            for (size, bold), placed in lines.items():
                painter.setFont(font(size, bold=bold))
                for where, text in placed:
                    painter.drawText(where, text)
        painter.restore()

    def _lines(self, wear: Wear, batch: Batch) -> tuple[list[QRectF], dict[tuple[int, bool], list[_Placed]]]:
        """What is written on desks, by font, and the plates beneath that keep the hatch off the letters."""
        plates: list[QRectF] = []
        lines: defaultdict[tuple[int, bool], list[_Placed]] = defaultdict(list)
        hatched = wear.mark.hatch is not Hatch.NONE
        label, scale = wear.mark.label, self._scale
        middles = self._to_view.map(batch.middles).toList()
        for shape, middle, (wide, high) in zip(batch.shapes, middles, batch.rooms, strict=True):
            x, y = middle.x(), middle.y()
            for words in words_on(label, shape.desk.code, int(wide * scale), int(high * scale)):
                left, base = round(x + words.left), round(y + words.base)
                lines[words.size, words.bold].append((QPointF(left, base), words.text))
                if hatched:
                    rise = words.size * RISE
                    plates.append(QRectF(left - 2, base - rise - 2, words.width + 4, rise + 4))
        return plates, lines


@lru_cache(maxsize=64)
def _chair(radius: int, fill: str, edge: str, pixel_ratio: float) -> QPixmap:
    side = 2 * radius + 2
    picture = QPixmap(round(side * pixel_ratio), round(side * pixel_ratio))
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(_AA)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(QPointF(radius + 1, radius + 1), radius, radius)
    painter.end()
    return picture


def leaving_flag(box: QRectF) -> QPolygonF:
    """The top right corner, an arrow outwards."""
    side = 0.36 * min(box.width(), box.height())
    corner = box.topRight()
    return QPolygonF([corner - QPointF(side, 0), corner, corner + QPointF(0, side)])


def joining_flag(box: QRectF) -> QPolygonF:
    """A pennant at the top left corner, pointing inwards."""
    side = 0.36 * min(box.width(), box.height())
    corner = box.topLeft()
    return QPolygonF([corner, corner + QPointF(side * 1.3, side / 2), corner + QPointF(0, side)])


def _add_kind(path: QPainterPath, shape: DeskShape, scale: float) -> None:
    """The shape that stands for the kind of a desk, in the corner away from its sitter."""
    radius = min(0.13, 7 / scale)
    (dx, dy), desk = shape.front, shape.desk
    along, across = desk.width_mm / 2000 - 1.5 * radius, desk.depth_mm / 2000 - 1.5 * radius
    centre = shape.box.center() + QPointF(-dx * across - dy * along, -dy * across + dx * along)
    if desk.kind is DeskKind.ACCESSIBLE:
        path.addEllipse(centre, radius, radius)
        path.addEllipse(centre, radius * 0.35, radius * 0.35)
    else:
        path.addPolygon(
            QPolygonF(
                [
                    centre + QPointF(0, -radius),
                    centre + QPointF(radius, radius * 0.8),
                    centre + QPointF(-radius, radius * 0.8),
                ]
            )
        )
        path.closeSubpath()
