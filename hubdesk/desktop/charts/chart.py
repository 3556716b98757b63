"""`Chart`: a drawing with its title, what the place says where one is, and ways to copy it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.charts.canvas import Canvas
from hubdesk.desktop.charts.drawing import Drawing, Pen, Spot, row_height
from hubdesk.desktop.icons import icon
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import LIGHT, Theme
from hubdesk.exchange.csv.tabbed import to_tabbed

_PICTURE_WIDTH, _PICTURE_ROOM = 900, 400.0
_PICTURE_RATIO = 2
_MARGIN = 16.0


class Chart(QWidget):
    """Put it on a page, and give it data. What is opened is told by its key."""

    activated = Signal(str)

    def __init__(self, theme: Theme, empty: str = "Nothing to show yet.") -> None:
        super().__init__()
        self._theme, self._empty = theme, empty
        self.canvas = Canvas(theme)
        self.heading = QLabel()
        self.heading.setObjectName("preview-heading")
        self.said = QLabel(empty)
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.copy_picture = _button("Copy this chart as a picture")
        self.copy_numbers = _button("Copy the numbers of this chart")
        self.copy_picture.clicked.connect(self.picture_to_clipboard)
        self.copy_numbers.clicked.connect(self.numbers_to_clipboard)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(self.canvas)
        self._scroll.viewport().installEventFilter(self)
        self.setFocusProxy(self.canvas)
        self._build()
        self.canvas.activated.connect(self.activated)
        self.canvas.stood.connect(self._tell)
        theme.changed.connect(self._tint)
        self._tint()
        self.show_drawing(None)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Another drawing, or none."""
        self.heading.setText(drawing.title if drawing else "")
        self.heading.setVisible(drawing is not None)
        for button in (self.copy_picture, self.copy_numbers):
            button.setEnabled(drawing is not None)
        self.canvas.draw(drawing)

    def picture(self) -> QImage | None:
        """The chart with its title, on white and twice as sharp, for a letter or a report."""
        drawing = self.canvas.drawing
        if drawing is None:
            return None
        width = max(self.canvas.width(), _PICTURE_WIDTH)
        font = self.canvas.font()
        laid = drawing.laid_out(font, float(width), _PICTURE_ROOM)
        top = _MARGIN + row_height(QFontMetricsF(font))
        size = (round(width + 2 * _MARGIN), round(top + laid.height + _MARGIN))
        picture = QImage(
            size[0] * _PICTURE_RATIO, size[1] * _PICTURE_RATIO, QImage.Format.Format_ARGB32_Premultiplied
        )
        picture.setDevicePixelRatio(_PICTURE_RATIO)
        picture.fill(QColor(LIGHT.field))
        painter = QPainter(picture)
        pen = Pen(painter, font, LIGHT, Inks(dark=False, pixel_ratio=_PICTURE_RATIO))
        pen.words(QRectF(_MARGIN, _MARGIN / 2, width, top - _MARGIN / 2), drawing.title, bold=True)
        painter.translate(_MARGIN, top)
        laid.paint(pen)
        painter.end()
        return picture

    def picture_to_clipboard(self) -> None:
        """Copy it as a picture."""
        if (picture := self.picture()) is not None:
            QGuiApplication.clipboard().setImage(picture)

    def numbers_to_clipboard(self) -> None:
        """Copy its numbers with headings, to paste into a worksheet."""
        if (drawing := self.canvas.drawing) is not None:
            QGuiApplication.clipboard().setText(to_tabbed(drawing.numbers))

    def beside_title(self, *widgets: QWidget) -> None:
        """Put what chooses its data before the buttons that copy."""
        for widget in widgets:
            self._top.insertWidget(self._top.count() - 2, widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() is QEvent.Type.Resize and watched is self._scroll.viewport():
            self.canvas.take_room(self._scroll.viewport().height())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.numbers_to_clipboard()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if (spot := self.canvas.spot) is not None:
            menu.addAction("Open", lambda: self.activated.emit(spot.key))
        menu.addAction("Copy as a picture", self.picture_to_clipboard)
        menu.addAction("Copy the numbers", self.numbers_to_clipboard)
        menu.popup(event.globalPos())

    def _build(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.copy_numbers)
        self._top.addWidget(self.copy_picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.said)

    def _tell(self, spot: Spot | None) -> None:
        if spot is None:
            self.said.setText(self._empty if self.canvas.drawing is None else "")
            return
        self.said.setText(spot.spoken)
        middle = spot.box.center().toPoint()
        half = spot.box.size().toSize() / 2
        self._scroll.ensureVisible(middle.x(), middle.y(), min(half.width(), 40) + 4, half.height() + 4)

    def _tint(self) -> None:
        self.copy_picture.setIcon(icon("image"))
        self.copy_numbers.setIcon(icon("copy"))


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
