"""`Ink`: what tools draw over the plan while something goes on: guides, ghosts, handles, read-outs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from hubdesk.desktop.plan.coordinates import MM, metres, polygon
from hubdesk.desktop.plan.guides import AlignmentGuide, GapGuide, Guide
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.domain.box import Axis
from hubdesk.domain.geometry import Outline, Point

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

HANDLE_PIXELS = 10
"""How large a handle is drawn; it can be grabbed within 12 pixels of its middle, a target of 24."""
_PADDING = 4.0


class Ink:
    """Draws in the colours of the window, in metres, with lines and words as large at every zoom."""

    def __init__(self, painter: QPainter, view: "PlanView") -> None:
        self._painter, self._view = painter, view
        self._colours = view.theme.colours

    def ghost(self, outline: Outline) -> None:
        """Where something would come to be."""
        colour = QColor(self._colours.accent)
        self._pen(colour, 2, Qt.PenStyle.DashLine)
        colour.setAlpha(40)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(polygon(outline))

    def region(self, shape: QPolygonF, style: Qt.PenStyle) -> None:
        """What is being selected: the stroke tells what counts, wholly inside or touched."""
        colour = QColor(self._colours.accent)
        self._pen(colour, 1, style)
        colour.setAlpha(30)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(shape)

    def ring(self, outline: Outline) -> None:
        """Where the keys have come to: a ring of two colours, seen on any ground."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pen(QColor(self._colours.field), 6, Qt.PenStyle.SolidLine)
        self._painter.drawPolygon(polygon(outline))
        self._pen(QColor(self._colours.text), 3, Qt.PenStyle.SolidLine)
        self._painter.drawPolygon(polygon(outline))

    def line(self, start: Point, end: Point, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self._pen(QColor(self._colours.guide), 1, style)
        self._painter.drawLine(metres(start), metres(end))

    def handle(self, at: Point, word: str = "", *, chosen: bool = False) -> None:
        """A corner, or with a word on it something else that can be grabbed."""
        half = HANDLE_PIXELS / 2
        with _Pixels(self._painter, self._view, at) as place:
            self._painter.setPen(QPen(QColor(self._colours.accent), 2))
            self._painter.setBrush(QColor(self._colours.accent if chosen else self._colours.field))
            if not word:
                self._painter.drawRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))
                return
            self._painter.drawEllipse(place, half + 3, half + 3)
            self._painter.setPen(QColor(self._colours.text))
            box = QRectF(place.x() - 12, place.y() - 12, 24, 24)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)

    def label(self, at: Point, words: str, *, below: bool = True) -> None:
        """Words on a ground of their own, beside a place."""
        with _Pixels(self._painter, self._view, at) as place:
            lines = words.split("\n")
            measures = QFontMetricsF(self._painter.font())
            width = max(measures.horizontalAdvance(line) for line in lines) + 2 * _PADDING
            height = measures.lineSpacing() * len(lines) + 2 * _PADDING
            box = QRectF(place.x() + 14, place.y() + (14 if below else -14 - height), width, height)
            box = _kept_inside(box, QRectF(self._view.viewport().rect()))
            self._painter.setPen(QPen(QColor(self._colours.edge), 1))
            self._painter.setBrush(QColor(self._colours.field))
            self._painter.drawRoundedRect(box, 3, 3)
            self._painter.setPen(QColor(self._colours.text))
            self._painter.drawText(box.adjusted(_PADDING, _PADDING, 0, 0), Qt.AlignmentFlag.AlignLeft, words)

    def guides(self, guides: Iterable[Guide]) -> None:
        """Why something has snapped: what it is in line with, which gaps are equal and how wide."""
        for guide in guides:
            match guide:
                case AlignmentGuide(axis, at, start, end):
                    self.line(*_line(axis, at, start, end), Qt.PenStyle.DashLine)
                case GapGuide(axis, spans, at, gap):
                    for start, end in spans:
                        self._gap(axis, (start, end), at, gap)

    def _gap(self, axis: Axis, span: tuple[int, int], at: int, gap: int) -> None:
        other = Axis.DOWN if axis is Axis.ACROSS else Axis.ACROSS
        start, end = _line(other, at, *span)
        self.line(start, end)
        tick = round(5 / self._view.pixels_per_metre / MM)
        for place in span:
            self.line(*_line(axis, place, at - tick, at + tick))
        self.label(Point((start.x + end.x) // 2, (start.y + end.y) // 2), in_metres(gap))

    def _pen(self, colour: QColor, width: float, style: Qt.PenStyle) -> None:
        pen = QPen(colour, width, style)
        pen.setCosmetic(True)
        self._painter.setPen(pen)


class _Pixels:
    """While it lasts the painter draws in pixels of the view."""

    def __init__(self, painter: QPainter, view: "PlanView", at: Point) -> None:
        self._painter, self._place = painter, QPointF(view.mapFromScene(metres(at)))

    def __enter__(self) -> QPointF:
        self._painter.save()
        self._painter.resetTransform()
        return self._place

    def __exit__(self, *_: object) -> None:
        self._painter.restore()


def _line(axis: Axis, at: int, start: int, end: int) -> tuple[Point, Point]:
    """A line at `at` on `axis`, going along the other one."""
    if axis is Axis.ACROSS:
        return Point(at, start), Point(at, end)
    return Point(start, at), Point(end, at)


def _kept_inside(box: QRectF, view: QRectF) -> QRectF:
    """`box` moved so that as much of it as can be is seen."""
    right = min(0.0, view.right() - box.right())
    down = min(0.0, view.bottom() - box.bottom())
    moved = box.translated(right, down)
    return moved.translated(max(0.0, view.left() - moved.left()), max(0.0, view.top() - moved.top()))
