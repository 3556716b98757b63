"""`Snapshot`: what was painted twice alike is kept as a picture, so that the third time is quick.

A marquee, a guide or a drag repaints the whole view many times over what stands still beneath it.
"""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

Draw = Callable[[QPainter, QRectF], None]
"""Draws what of a layer lies in a rectangle of the scene."""

_MUCH = 0.3
"""The part of a view from which painting it anew is worth a picture."""


class Snapshot:
    """The picture of one layer in one view."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._picture: QPixmap | None = None

    def paint(
        self, painter: QPainter, seen: QRectF, widget: QWidget | None, content: Hashable, draw: Draw
    ) -> None:
        """Draw what is `seen` of the scene, or show the picture of it.

        `content` is another for whatever would be drawn otherwise in the same place.
        """
        view = painter.worldTransform()
        if widget is None:
            draw(painter, seen)
            return
        key = (content, view.m11(), view.dx(), view.dy(), widget.width(), widget.height())
        if key != self._key:
            if _is_much(view.mapRect(seen), widget):
                self._key, self._picture = key, None
            draw(painter, seen)
            return
        if self._picture is None:
            self._picture = _taken(view, widget, draw)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(0, 0, self._picture)
        painter.restore()


def _is_much(seen: QRectF, widget: QWidget) -> bool:
    """Whether most of the view is painted, and not a strip that came into view."""
    seen = seen.intersected(QRectF(widget.rect()))
    return seen.width() * seen.height() > _MUCH * widget.width() * widget.height()


def _taken(view: QTransform, widget: QWidget, draw: Draw) -> QPixmap:
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWorldTransform(view)
    draw(painter, view.inverted()[0].mapRect(QRectF(widget.rect())))
    painter.end()
    return picture
