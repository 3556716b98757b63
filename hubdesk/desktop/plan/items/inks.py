"""`Inks`: marks as brushes and pens of a screen: hatch and colour in one texture, light or dark."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform

from hubdesk.exchange.plan.hatch import Hatch, Spacing, strokes_over
from hubdesk.exchange.plan.marks import Edge, Mark, darkened

_DOTS_PER_SPACING = {Spacing.WIDE: 7, Spacing.NARROW: 4}
"""Pixels between the strokes of a hatch."""


class Inks:
    """What marks are drawn with at one scale: `scale` pixels of the view to a unit of the painter."""

    def __init__(self, *, dark: bool, scale: float = 1.0, pixel_ratio: float = 1.0) -> None:
        self.dark = dark
        self._toned: Callable[[Mark], Mark] = darkened if dark else _as_it_is
        self._to_pixels = QTransform.fromScale(1 / (scale * pixel_ratio), 1 / (scale * pixel_ratio))
        self._pixel_ratio = pixel_ratio

    def toned(self, mark: Mark) -> Mark:
        """`mark` in the colours of the scheme."""
        return self._toned(mark)

    def fill(self, mark: Mark) -> QColor:
        return QColor(self.toned(mark).fill)

    def hatched(self, mark: Mark) -> QBrush:
        """Fill and hatch. The hatch keeps its width whatever the scale, and hangs on the painter's origin."""
        toned = self.toned(mark)
        if toned.hatch is Hatch.NONE:
            return QBrush(QColor(toned.fill))
        brush = QBrush(
            _texture(toned.fill, toned.strokes, toned.hatch, toned.spacing, round(self._pixel_ratio))
        )
        brush.setTransform(self._to_pixels)
        return brush

    def outline(self, mark: Mark) -> QPen:
        toned = self.toned(mark)
        pen = QPen(QColor(toned.outline), 1)
        pen.setCosmetic(True)
        if toned.edge is Edge.DASHED:
            pen.setStyle(Qt.PenStyle.DotLine)
        return pen

    def text(self, mark: Mark) -> QColor:
        return QColor(self.toned(mark).ink)


def _as_it_is(mark: Mark) -> Mark:
    return mark


@lru_cache(maxsize=512)
def _texture(fill: str, strokes: str, hatch: Hatch, spacing: Spacing, pixels: int) -> QPixmap:
    """A tile of two spacings, after which a hatch repeats, with `pixels` of the screen to one of its own."""
    space = float(_DOTS_PER_SPACING[spacing] * pixels)
    side = round(space * 2)
    texture = QPixmap(side, side)
    texture.fill(QColor(fill))
    painter = QPainter(texture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = (2.2 if hatch.dotted else 1.0) * pixels
    painter.setPen(QPen(QColor(strokes), width, c=Qt.PenCapStyle.RoundCap))
    # One spacing beyond the tile, so that strokes that cross its edge are whole.
    square = [
        (-space, -space),
        (side + space, -space),
        (side + space, side + space),
        (-space, side + space),
    ]
    for stroke in strokes_over(hatch, space, square):
        if hatch.dotted:
            painter.drawPoint(QPointF(stroke.x1 + space / 2, stroke.y1 + space / 2))
        else:
            painter.drawLine(QLineF(*stroke).translated(0.5, 0.5))
    painter.end()
    return texture
