"""Icons: the SVGs of resources/icons, in the colour of the text around them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from hubdesk.workflows.resources import icon_file

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str) -> QIcon:
    """The icon called `name`, for the colours that the window has now. Raises KeyError if there is none."""
    palette = QApplication.palette()
    return _tinted(
        name,
        palette.color(QPalette.ColorRole.WindowText).name(),
        palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name(),
    )


@lru_cache(maxsize=512)
def _tinted(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for size in _SIZES:
            made.addPixmap(_drawn(name, QColor(tint), size), mode)
    return made


def _drawn(name: str, colour: QColor, size: int) -> QPixmap:
    path = icon_file(name)
    if not path.is_file():
        raise KeyError(name)
    body = path.read_bytes().replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(body)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
