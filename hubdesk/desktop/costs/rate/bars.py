"""The bars of the rate: a rate a desk against today's, and the desks of an average day. Own painting."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubdesk.desktop.theme import Theme
from hubdesk.domain.money import Pence

_LEAST = 60
_MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class RateBar:
    """`rate` a desk, and `besides` for the partners' pool, on a scale up to `most`; `today` as a line."""

    rate: Pence
    besides: Pence
    today: Pence | None
    most: Pence
    is_today: bool = False


class _Bar(QWidget):
    """A bar as high as the letters. What it shows is said in the words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(4 * _LEAST, max(24, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_LEAST, self.sizeHint().height())

    @property
    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, 4, -_MARGIN, -4)


class RateBarView(_Bar):
    """One rate. What comes besides is hatched; today's rate is a line across, above and below the bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._bar: RateBar | None = None

    def show_bar(self, bar: RateBar | None) -> None:
        self._bar = bar
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        bar = self._bar
        if bar is None or bar.most <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, room = self._theme.colours, self._room
        end = _part(room, bar.rate, bar.most)
        solid = colours.quiet if bar.is_today else colours.accent
        painter.fillRect(QRectF(room.left(), room.top(), end, room.height()), QColor(solid))
        if bar.besides:
            besides = QRectF(room.left() + end, room.top(), _part(room, bar.besides, bar.most), room.height())
            painter.fillRect(besides, QBrush(QColor(colours.accent), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(besides)
        if bar.today is not None:
            at = room.left() + _part(room, bar.today, bar.most)
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))


class DesksBar(_Bar):
    """The desks of an average day: licensed ones full, vacant ones hatched.

    Licensed ones that no desk stands for are only in outline.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._parts: tuple[Fraction, Fraction, Fraction] = (Fraction(0), Fraction(0), Fraction(0))

    def show_desks(self, licensed: Fraction, vacant: Fraction, beyond: Fraction) -> None:
        """`beyond` are among the licensed ones."""
        self._parts = (licensed - beyond, vacant, beyond)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        most = sum(self._parts)
        if not most:
            return
        painter = QPainter(self)
        colours, room = self._theme.colours, self._room
        accent = QColor(colours.accent)
        styles = (QBrush(accent), QBrush(QColor(colours.warning), Qt.BrushStyle.BDiagPattern), QBrush())
        at = room.left()
        for part, brush in zip(self._parts, styles, strict=True):
            wide = room.width() * float(part / most)
            box = QRectF(at, room.top(), wide, room.height())
            if wide:
                painter.fillRect(box, brush)
                painter.setPen(QPen(QColor(colours.edge), 1))
                painter.drawRect(box)
            at += wide


def _part(room: QRectF, pence: Pence, most: Pence) -> float:
    return room.width() * min(1.0, max(0.0, pence / most))
