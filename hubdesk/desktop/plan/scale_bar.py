"""`ScaleBar`: a length of the floor, drawn to scale, in a corner of the plan."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.items.desk_words import font
from hubdesk.desktop.plan.scale import in_metres, round_length

if TYPE_CHECKING:
    from hubdesk.desktop.plan.floor_view import FloorView

_LONGEST, _HIGH, _MARGIN = 90.0, 30, 8


class ScaleBar(QWidget):
    """As long as a round number of metres is on the screen now."""

    def __init__(self, view: "FloorView") -> None:
        super().__init__()
        self._view = view
        self._words, self._long = "", 0.0
        self.setFixedSize(QSize(round(_LONGEST) + 2 * _MARGIN, _HIGH))
        view.zoom_changed.connect(self._follow)
        view.theme.changed.connect(self.update)
        self._follow()

    def _follow(self) -> None:
        length = round_length(_LONGEST / self._view.pixels_per_metre)
        self._words, self._long = in_metres(length), length * self._view.pixels_per_metre
        self.setAccessibleName(f"Scale bar of {self._words}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        colours = self._view.theme.colours
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours.text), 1))
        for part in range(4):
            painter.setBrush(QColor(colours.text if part % 2 == 0 else colours.field))
            painter.drawRect(QRectF(_MARGIN, 19, self._long / 4, 4).translated(self._long * part / 4, 0))
        painter.setFont(font(11, bold=False))
        painter.drawText(QPointF(_MARGIN, 14), self._words)
        painter.end()
