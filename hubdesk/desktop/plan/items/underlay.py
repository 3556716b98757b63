"""One underlay on the plan: its dots or lines, or its edges while it is being read."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.plan.items.snapshot import Snapshot
from hubdesk.desktop.plan.underlays.decoded import Chunk, Decoded, touch
from hubdesk.desktop.theme import Colours
from hubdesk.domain.underlay import Underlay

_MOST_SMOOTH = 20_000
"""The corners of lines up to which they are drawn without steps, which takes ten times as long."""
_SMALLEST_WORDS = 5.0
"""Pixels that words are high, from which they are drawn."""
_FONT_PIXELS = 40


class UnderlayItem(QGraphicsItem):
    """Paints in units of the drawing; where it lies and how large it is, is where the item lies."""

    def __init__(self, underlay: Underlay) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._underlay = underlay
        self._drawing: Decoded | None = None
        self._words = ""
        self._edge = QColor()
        self._dark = False
        self._version = 0
        self._snapshot = Snapshot()

    @property
    def drawing(self) -> Decoded | None:
        return self._drawing

    def show_underlay(self, underlay: Underlay, drawing: Decoded | None, words: str) -> None:
        """Show `underlay`; `words` where there is no drawing of it."""
        self.prepareGeometryChange()
        if drawing is not self._drawing or underlay.hidden_layers != self._underlay.hidden_layers:
            self._version += 1
        self._underlay, self._drawing, self._words = underlay, drawing, words
        # On the item and not in what it draws: so fading shows the same snapshot fainter.
        self.setOpacity(underlay.opacity / 100)
        self.setPos(underlay.x_mm * MM, underlay.y_mm * MM)
        self.setRotation(float(underlay.rotation))
        self.setScale(float(underlay.mm_per_unit) * MM)
        self.update()

    def set_colours(self, colours: Colours, *, dark: bool) -> None:
        self._edge, self._dark = QColor(colours.edge), dark
        self._version += 1
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return QRectF(0, 0, float(self._underlay.width), float(self._underlay.height))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._drawing is None:
            self._paint_edges(painter)
            return
        seen = option.exposedRect.intersected(self.boundingRect())
        if not seen.isEmpty():
            view = painter.worldTransform()
            content = (self._version, view.m12(), view.m22())
            self._snapshot.paint(painter, seen, widget, content, self._draw)

    def _draw(self, painter: QPainter, seen: QRectF) -> None:
        drawing = self._drawing
        assert drawing is not None
        painter.save()
        view = painter.deviceTransform()
        pixels_per_unit = max(1e-12, (view.m11() ** 2 + view.m12() ** 2) ** 0.5)
        if drawing.images:
            self._draw_image(painter, drawing, seen, pixels_per_unit)
        else:
            self._draw_lines(painter, drawing, seen, pixels_per_unit)
            self._draw_words(painter, drawing, seen, pixels_per_unit)
        painter.restore()

    def _draw_image(self, painter: QPainter, drawing: Decoded, seen: QRectF, pixels_per_unit: float) -> None:
        whole = self.boundingRect()
        image = drawing.image_for(drawing.images[0].width() / whole.width() / pixels_per_unit)
        across, down = image.width() / whole.width(), image.height() / whole.height()
        # Whole dots, with one more all round for the smoothing.
        left, top = int(seen.left() * across) - 1, int(seen.top() * down) - 1
        right, bottom = int(seen.right() * across) + 2, int(seen.bottom() * down) + 2
        dots = QRectF(left, top, right - left, bottom - top) & QRectF(image.rect())
        place = QRectF(dots.left() / across, dots.top() / down, dots.width() / across, dots.height() / down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image, dots)

    def _draw_lines(self, painter: QPainter, drawing: Decoded, seen: QRectF, pixels_per_unit: float) -> None:
        lines = drawing.lines_for(1 / pixels_per_unit)
        hidden = frozenset(self._underlay.hidden_layers)
        shown: list[tuple[str, Chunk]] = [
            (layer.colour, chunk)
            for layer in drawing.layers
            if layer.name not in hidden
            for chunk in lines.get(layer.name, ())
            if touch(chunk.box, seen)
        ]
        smooth = sum(chunk.corners for _, chunk in shown) <= _MOST_SMOOTH
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, chunk in shown:
            painter.setPen(self._pen(colour))
            painter.drawPath(chunk.path)

    def _draw_words(self, painter: QPainter, drawing: Decoded, seen: QRectF, pixels_per_unit: float) -> None:
        hidden = frozenset(self._underlay.hidden_layers)
        colours = {layer.name: layer.colour for layer in drawing.layers}
        font = QFont(painter.font())
        font.setPixelSize(_FONT_PIXELS)
        for label in drawing.labels:
            reach = label.height * max(1, len(label.text))
            around = QRectF(label.at[0] - reach, label.at[1] - reach, 2 * reach, 2 * reach)
            if (
                label.layer in hidden
                or label.height * pixels_per_unit < _SMALLEST_WORDS
                or not touch(around, seen)
            ):
                continue
            painter.save()
            painter.translate(*label.at)
            painter.rotate(label.rotation)
            painter.scale(label.height / _FONT_PIXELS, label.height / _FONT_PIXELS)
            painter.setFont(font)
            painter.setPen(self._pen(colours.get(label.layer, "#000000")))
            painter.drawText(QPointF(0, 0), label.text)
            painter.restore()

    def _paint_edges(self, painter: QPainter) -> None:
        """Where the drawing is to be, and why it is not there."""
        painter.setPen(_cosmetic(self._edge, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.boundingRect())
        middle = painter.worldTransform().map(self.boundingRect().center())
        painter.save()
        painter.resetTransform()
        painter.drawText(
            QRectF(middle.x() - 300, middle.y() - 40, 600, 80),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self._words,
        )
        painter.restore()

    def _pen(self, colour: str) -> QPen:
        """Of a layer; on dark paper what is dark becomes as light."""
        ink = QColor(colour)
        if self._dark and ink.lightnessF() < 0.5:
            ink.setHslF(max(0.0, ink.hslHueF()), ink.hslSaturationF(), 1 - ink.lightnessF())
        return _cosmetic(ink, Qt.PenStyle.SolidLine)


def _cosmetic(colour: QColor, style: Qt.PenStyle) -> QPen:
    pen = QPen(colour, 1, style)
    pen.setCosmetic(True)
    return pen
