"""`PackScene`: a floor of a pack as a picture, in metres: its own desks stand out, others are alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import MM, polygon
from hubdesk.desktop.plan.items.desk_words import SMALLEST, font, words_on
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.domain.footprint import Footprint, Spot
from hubdesk.domain.turning import cosine_and_sine
from hubdesk.exchange.review_pack.pack import PackArea, PackDesk, PackFloor

_WALL = 0.2
"""Metres that an outer wall is drawn thick."""
_AROUND = 4.0
"""Metres around it all that tags may stand in."""
_ROOM = 0.4
"""Metres around what is drawn, for rings and walls."""
_LETTERS = 13
"""Pixels of the letters of a chosen desk's code."""
_LETTERS_OF_AREAS = (13, 11, SMALLEST)
"""Pixels of the letters that areas are named with: the largest that fit."""
_ALONE = 1.0
"""Metres: a desk on its own is not shown nearer than with so much around it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A desk as it lies on the scene; `code` only where it is the agency's own."""

    code: str
    shape: QPolygonF
    box: QRectF


class PackScene(QGraphicsScene):
    """Shows one floor at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.floor = FloorDrawing()
        self.addItem(self.floor)
        self.setSceneRect(QRectF())

    def show_floor(self, floor: PackFloor | None) -> None:
        """Another floor, or none."""
        self.floor.show_floor(floor)
        bounds = self.floor.bounds
        around = max(bounds.width(), bounds.height())
        # So that every part of it can be brought to the middle of the view.
        self.setSceneRect(bounds.adjusted(-around, -around, around, around))

    def own_at(self, place: QPointF) -> str:
        """The code of the agency's desk there; empty where there is none."""
        return next((one.code for one in self.floor.own if _holds(one, place)), "")

    def other_at(self, place: QPointF) -> bool:
        """Whether another desk is there."""
        return any(_holds(one, place) for one in self.floor.others)

    def box_of(self, code: str) -> QRectF:
        """The box around the agency's desk of that code, with some room; empty where it is not here."""
        found = next((one.box for one in self.floor.own if one.code == code), QRectF())
        return found if found.isEmpty() else found.adjusted(-_ALONE, -_ALONE, _ALONE, _ALONE)


class FloorDrawing(QGraphicsItem):
    """The outline, the areas and the desks of one floor, in one go: there can be many thousands."""

    def __init__(self) -> None:
        super().__init__()
        self.own: tuple[Drawn, ...] = ()
        self.others: tuple[Drawn, ...] = ()
        self.bounds = QRectF()
        self._outline = QPolygonF()
        self._areas: tuple[tuple[PackArea, QPolygonF], ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._colours = LIGHT
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_floor(self, floor: PackFloor | None) -> None:
        self.prepareGeometryChange()
        desks = tuple(map(_drawn, floor.desks)) if floor else ()
        self.own = tuple(one for one in desks if one.code)
        self.others = tuple(one for one in desks if not one.code)
        self._outline = polygon(floor.outline) if floor else QPolygonF()
        areas = floor.areas if floor else ()
        self._areas = tuple((one, polygon(one.outline)) for one in areas if one.outline)
        self.bounds = self._outline.boundingRect()
        for shape in (*(shape for _, shape in self._areas), *(one.shape for one in desks)):
            self.bounds |= shape.boundingRect()
        self.update()

    def choose(self, codes: Iterable[str]) -> None:
        """Ring the agency's desks of these codes."""
        self._chosen = frozenset(codes)
        self.update()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self.bounds.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        seen = QRectF(option.exposedRect).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        colours = self._colours
        wall = QPen(QColor(colours.wall), _WALL)
        wall.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(wall)
        painter.setBrush(QColor(colours.paper))
        painter.drawPolygon(self._outline)
        for area, shape in self._areas:
            self._draw_area(painter, area, shape)
        painter.setPen(_pen(colours.edge, 1))
        painter.setBrush(QColor(colours.panel))
        self._draw(painter, self.others, seen)
        painter.setPen(_pen(colours.text, 2))
        painter.setBrush(QColor(colours.accent))
        self._draw(painter, self.own, seen)
        chosen = [one for one in self.own if one.code in self._chosen]
        for one in chosen:
            self._ring(painter, one)
        self._write(painter, seen)
        for one in chosen:
            self._tag(painter, one)

    @staticmethod
    def _draw(painter: QPainter, desks: Iterable[Drawn], seen: QRectF) -> None:
        for one in desks:
            if one.box.intersects(seen):
                painter.drawPolygon(one.shape)

    def _draw_area(self, painter: QPainter, area: PackArea, shape: QPolygonF) -> None:
        colours = self._colours
        style = Qt.PenStyle.SolidLine if area.own else Qt.PenStyle.DashLine
        painter.setPen(_pen(colours.accent if area.own else colours.edge, 2 if area.own else 1, style))
        painter.setBrush(QColor(colours.accent_soft) if area.own else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)

    def _ring(self, painter: QPainter, one: Drawn) -> None:
        """Two colours, seen on any ground."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self._colours.field, 9), (self._colours.guide, 5)):
            painter.setPen(_pen(colour, width))
            painter.drawPolygon(one.shape)

    def _write(self, painter: QPainter, seen: QRectF) -> None:
        """Words are upright and as large at every zoom; those that do not fit are left out."""
        to_pixels = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setPen(QColor(self._colours.text))
        for area, shape in self._areas:
            self._name(painter, area, to_pixels.mapRect(shape.boundingRect()))
        painter.setPen(QColor(self._colours.on_accent))
        for one in self.own:
            if one.box.intersects(seen):
                _write_code(painter, one.code, to_pixels.mapRect(one.box))
        painter.restore()

    def _tag(self, painter: QPainter, one: Drawn) -> None:
        """The code of a desk that is chosen, above it: it is read however far away one looks from."""
        box = painter.worldTransform().mapRect(one.box)
        painter.save()
        painter.resetTransform()
        painter.setFont(font(_LETTERS, bold=True))
        words = QRectF(painter.fontMetrics().boundingRect(one.code)).adjusted(-5, -2, 5, 2)
        words.moveCenter(QPointF(box.center().x(), box.top() - words.height() / 2 - 7))
        painter.setPen(_pen(self._colours.guide, 2))
        painter.setBrush(QColor(self._colours.field))
        painter.drawRect(words)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, one.code)
        painter.restore()

    @staticmethod
    def _name(painter: QPainter, area: PackArea, box: QRectF) -> None:
        """In the corner at the top, where there are the fewest desks."""
        room = box.adjusted(5, 3, -5, -3)
        for size in _LETTERS_OF_AREAS:
            painter.setFont(font(size, bold=size > SMALLEST))
            needed = painter.fontMetrics().boundingRect(area.name)
            if area.name and needed.width() <= room.width() and needed.height() <= room.height():
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, area.name)
                return


def _write_code(painter: QPainter, code: str, box: QRectF) -> None:
    """Upright where it fits, else from the foot of the desk to its head."""
    across, down = round(box.width()), round(box.height())
    lines, turned = words_on("", code, across, down), 0
    if not lines and down > across:
        lines, turned = words_on("", code, down, across), -90
    painter.save()
    painter.translate(box.center())
    painter.rotate(turned)
    for words in lines:
        painter.setFont(font(words.size, bold=True))
        painter.drawText(QPointF(words.left, words.base), words.text)
    painter.restore()


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _drawn(desk: PackDesk) -> Drawn:
    cosine, sine = cosine_and_sine(desk.rotation)
    print_ = Footprint(
        Spot(desk.x, desk.y), desk.width / 2, desk.depth / 2, Spot(cosine, sine), Spot(-sine, cosine)
    )
    shape = QPolygonF([QPointF(corner.x * MM, corner.y * MM) for corner in print_.corners])
    return Drawn(desk.code, shape, shape.boundingRect())


def _holds(one: Drawn, place: QPointF) -> bool:
    return one.box.contains(place) and one.shape.containsPoint(place, Qt.FillRule.OddEvenFill)
