"""`Rulers`: metres along the top and the left of the plan."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLine, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.items.desk_words import font
from hubdesk.desktop.plan.scale import round_length

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

THICKNESS = 22
"""Pixels that a ruler is wide."""
_NUMBERS_APART = 64.0
_SMALL = 10
_ROOM = 40
"""Pixels along a ruler that a number may take up."""


class Rulers(QObject):
    """The rulers of one view; they follow it."""

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._view = view
        self._along = (_Ruler(view, Qt.Orientation.Horizontal), _Ruler(view, Qt.Orientation.Vertical))
        view.moved.connect(self._follow)
        view.zoom_changed.connect(self._follow)
        view.theme.changed.connect(self._follow)
        view.installEventFilter(self)
        self._follow()

    def point_at(self, place: QPointF) -> None:
        """Where the mouse is in the view, told by a mark on each ruler."""
        for ruler in self._along:
            ruler.point_at(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        inside = self._view.contentsRect()  # Without the frame, which shows where the focus is.
        across, down = self._along
        across.setGeometry(inside.adjusted(THICKNESS, 0, 0, THICKNESS - inside.height()))
        down.setGeometry(inside.adjusted(0, THICKNESS, THICKNESS - inside.width(), 0))
        for ruler in self._along:
            ruler.update()


class _Ruler(QWidget):
    """Metres from the floor's top-left corner. What it says is not needed to use the plan by keyboard."""

    def __init__(self, view: "PlanView", orientation: Qt.Orientation) -> None:
        super().__init__(view)
        self._view = view
        self._across = orientation is Qt.Orientation.Horizontal
        self._at: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Ruler across, in metres" if self._across else "Ruler down, in metres")

    def point_at(self, place: QPointF) -> None:
        before, self._at = self._at, place.x() if self._across else place.y()
        for at in (before, self._at):
            if at is not None:
                spot = round(at) - 2
                strip = QRect(spot, 0, 5, THICKNESS) if self._across else QRect(0, spot, THICKNESS, 5)
                self.update(strip)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        colours = self._view.theme.colours
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setPen(QColor(colours.line))
        edge = THICKNESS - 1
        painter.drawLine(*((0, edge, self.width(), edge) if self._across else (edge, 0, edge, self.height())))
        if not self._across:
            painter.rotate(-90)
        scale = self._view.pixels_per_metre
        long = self.width() if self._across else self.height()
        to_view = self._view.viewportTransform()
        start = to_view.dx() if self._across else to_view.dy()
        step = round_length(_NUMBERS_APART / scale * 2)
        apart = step * scale
        numbers = range(int(-start / apart) - 1, int((long - start) / apart) + 2)
        painter.setPen(QColor(colours.edge))
        way = 1 if self._across else -1
        long_ones = [way * round(start + number * apart) for number in numbers]
        short_ones = [
            way * round(start + (number + part / 5) * apart) for number in numbers for part in range(1, 5)
        ]
        painter.drawLines([QLine(at, 6, at, THICKNESS) for at in long_ones])
        painter.drawLines([QLine(at, 16, at, THICKNESS) for at in short_ones])
        painter.resetTransform()
        ratio = self.devicePixelRatioF()
        for number in numbers:
            at = round(start + number * apart)
            words = _words(f"{number * step:g}", colours.quiet, self._across, ratio)
            painter.drawPixmap(QPoint(at + 3, 0) if self._across else QPoint(0, at - 3 - _ROOM), words)
        if not self._across:
            painter.rotate(-90)
        if self._at is not None:
            painter.setPen(QPen(QColor(colours.accent), 2))
            at = way * round(self._at)
            painter.drawLine(at, 0, at, THICKNESS)
        painter.end()


@lru_cache(maxsize=512)
def _words(text: str, colour: str, across: bool, pixel_ratio: float) -> QPixmap:  # noqa: FBT001
    """A number as a picture: letters that stand on end take long."""
    wide, high = (_ROOM, THICKNESS) if across else (THICKNESS, _ROOM)
    picture = QPixmap(round(wide * pixel_ratio), round(high * pixel_ratio))
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if not across:
        painter.translate(0, _ROOM)
        painter.rotate(-90)
    painter.setFont(font(_SMALL, bold=False))
    painter.setPen(QColor(colour))
    painter.drawText(0, 12, text)
    painter.end()
    return picture
