"""`Canvas`: a drawing on screen; the keys walk its spots, which are spoken."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hubdesk.desktop.charts.drawing import Drawing, Laid, Pen, Spot
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ENDS: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ALONG: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEAST_WIDTH = 320


class Canvas(QWidget):
    """Arrows walk, Home and End go to either end, Enter or a double click opens."""

    activated = Signal(str)
    """The key of the spot that was opened."""
    stood = Signal(object)
    """The Spot where one is; None where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing | None = None
        self._laid: Laid | None = None
        self._key = ""
        self._room = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName("Chart")
        theme.changed.connect(self._anew)

    @property
    def drawing(self) -> Drawing | None:
        return self._drawing

    @property
    def laid(self) -> Laid | None:
        """The drawing as it is laid out now."""
        if self._laid is None and self._drawing is not None:
            self._laid = self._drawing.laid_out(self.font(), float(self.width()), self._room)
        return self._laid

    @property
    def spot(self) -> Spot | None:
        """Where one is."""
        return next((one for one in self._spots if one.key == self._key), None)

    def draw(self, drawing: Drawing | None) -> None:
        """Show another drawing; one stays where one was, if that is still there."""
        self._drawing = drawing
        self.setAccessibleName(drawing.title if drawing else "Chart")
        self._anew()

    def take_room(self, pixels: int) -> None:
        """So much height is to be seen at once."""
        if self._room != pixels:
            self._room = float(pixels)
            self._anew()

    def go_to(self, key: str) -> None:
        """Stand on the spot of that key."""
        self._stand(next((one for one in self._spots if one.key == key), None))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(max(_LEAST_WIDTH, 560), round(self.laid.height) if self.laid else 120)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_LEAST_WIDTH, round(self.laid.height) if self.laid else 60)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._anew()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._anew()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.field))
        if (laid := self.laid) is not None:
            inks = Inks(dark=self._theme.is_dark, pixel_ratio=self.devicePixelRatioF())
            laid.paint(Pen(painter, self.font(), colours, inks))
            if self.hasFocus() and (spot := self.spot) is not None:
                self._ring(painter, spot.box)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        key = event.key()
        if key in _ENTER and self.spot is not None:
            self.activated.emit(self.spot.key)
        elif (there := self._reached(key)) is not None:
            self._stand(there)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._stand(self._at(event) or self.spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if (spot := self._at(event)) is not None:
            self.activated.emit(spot.key)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        if self.spot is None and self._spots and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._stand(self._spots[0])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = next((one for one in self._spots if one.box.contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), found.spoken if found else "", self)
            return True
        return super().event(event)

    @property
    def _spots(self) -> list[Spot]:
        return list(self.laid.spots) if self.laid else []

    def _anew(self) -> None:
        self._laid = None
        self.updateGeometry()
        self.update()
        self.stood.emit(self.spot)

    def _at(self, event: QMouseEvent) -> Spot | None:
        return next((one for one in self._spots if one.box.contains(event.position())), None)

    def _stand(self, spot: Spot | None) -> None:
        if spot is None:
            return
        self._key = spot.key
        self.update()
        self.setAccessibleDescription(spot.spoken)
        event = QAccessibleAnnouncementEvent(self, spot.spoken)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
        self.stood.emit(spot)

    def _reached(self, key: int) -> Spot | None:
        """Where a key leads: along a row, to the row above or below, or to either end."""
        spots, here = self._spots, self.spot
        if not spots or key not in (*_ENDS, *_ALONG, *_ACROSS):
            return None
        if here is None or key in _ENDS:
            return spots[_ENDS.get(key, 0)]
        if key in _ALONG:
            place = spots.index(here) + _ALONG[key]
            return spots[min(len(spots) - 1, max(0, place))]
        beside = [one for one in spots if one.row == here.row + _ACROSS[key]]
        middle = here.box.center().x()
        return min(beside, key=lambda one: abs(one.box.center().x() - middle), default=here)

    def _ring(self, painter: QPainter, box: QRectF) -> None:
        """Two colours, so that it is seen on any ground."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = box.adjusted(1.5, 1.5, -1.5, -1.5)
        for colour, width in ((self._theme.colours.field, 5), (self._theme.colours.accent, 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(around, 3, 3)
