"""An underlay: the picture or drawing that a floor is drawn over."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.plan.items.snapshot import Snapshot
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.underlays import Label, Line, Picture

_SMALLEST_SIDE = 256
"""Dots of the longer side below which a smaller copy saves nothing."""
_LINES_TOGETHER = 400
_READABLE = 6.0
"""Pixels of the smallest letters of a drawing that are drawn."""


class Drawn:
    """What is drawn of a picture, made ready once: smaller copies of dots, lines in bundles by layer."""

    def __init__(self, picture: Picture) -> None:
        self.box = QRectF(0, 0, picture.width, picture.height)
        self.copies = tuple(_copies(picture))
        self.bundles: dict[str, list[QPainterPath]] = {}
        self.labels: dict[str, list[Label]] = {}
        by_layer: dict[str, list[Line]] = {}
        for line in picture.lines:
            by_layer.setdefault(line.layer, []).append(line)
        for layer, lines in by_layer.items():
            self.bundles[layer] = list(_bundles(lines))
        for label in picture.labels:
            self.labels.setdefault(label.layer, []).append(label)

    def copy_for(self, pixels: float) -> QImage | None:
        """The smallest copy that is at least so many dots wide, else the widest."""
        enough = [copy for copy in self.copies if copy.width() >= pixels]
        return enough[-1] if enough else (self.copies[0] if self.copies else None)


class UnderlayItem(QGraphicsItem):
    """One underlay where it lies. Nothing is to be seen until its picture has been read."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: Drawn | None = None
        self._hidden: frozenset[str] = frozenset()
        self._colours = LIGHT
        self._snapshot = Snapshot()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_underlay(self, underlay: Underlay, drawn: Drawn | None, colours: Colours) -> None:
        self.prepareGeometryChange()
        self._drawn, self._colours = drawn, colours
        self._hidden = frozenset(underlay.hidden_layers)
        self.setPos(underlay.x_mm * MM, underlay.y_mm * MM)
        self.setRotation(float(underlay.rotation))
        self.setScale(float(underlay.mm_per_unit) * MM)
        self.setOpacity(underlay.opacity / 100)
        self.setVisible(underlay.shown)
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._drawn.box if self._drawn else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        content = (id(drawn), self._hidden, self._colours, painter.worldTransform().m12())
        exposed = QRectF(option.exposedRect)
        self._snapshot.paint(painter, exposed, widget, content, lambda on, seen: self._draw(on, drawn, seen))

    def _draw(self, painter: QPainter, drawn: Drawn, seen: QRectF) -> None:
        across = painter.worldTransform().map(QPointF(1, 0)) - painter.worldTransform().map(QPointF())
        scale = (across.x() ** 2 + across.y() ** 2) ** 0.5
        copy = drawn.copy_for(drawn.box.width() * scale * painter.device().devicePixelRatioF())
        if copy is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(drawn.box, copy)
        pen = QPen(QColor(self._colours.text), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer, bundles in drawn.bundles.items():
            if layer not in self._hidden:
                for bundle in bundles:
                    if bundle.boundingRect().adjusted(-1, -1, 1, 1).intersects(seen):
                        painter.drawPath(bundle)
        for layer, labels in drawn.labels.items():
            if layer not in self._hidden:
                for label in labels:
                    if label.height * scale >= _READABLE:
                        _write(painter, label)


def _copies(picture: Picture) -> Iterator[QImage]:
    """The dots as they are, then half as many each way, and so on."""
    raster = picture.raster
    if raster is None:
        return
    wide, high = raster.width, raster.height
    whole = QImage(raster.rgba, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    image = whole.convertToFormat(QImage.Format.Format_RGB32)
    yield image
    while max(image.width(), image.height()) > 2 * _SMALLEST_SIDE:
        image = image.scaled(
            image.width() // 2,
            image.height() // 2,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        yield image


def _bundles(lines: list[Line]) -> Iterator[QPainterPath]:
    each = iter(lines)
    while chosen := list(islice(each, _LINES_TOGETHER)):
        path = QPainterPath()
        for line in chosen:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line.places]))
        yield path


def _write(painter: QPainter, label: Label) -> None:
    painter.save()
    painter.translate(*label.at)
    painter.rotate(label.rotation)
    # Letters are made at a size that fonts are made for, and brought to the drawing's by scaling.
    painter.scale(label.height / 10, label.height / 10)
    letters = QFont(painter.font())
    letters.setPixelSize(14)
    painter.setFont(letters)
    painter.drawText(QPointF(), label.text)
    painter.restore()
