"""What a chart is made of: a drawing of data, laid out for letters and a width, with spots to stand on."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import Colours
from hubdesk.exchange.plan.marks import Mark

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
SIDE = 8.0
"""Pixels left free on either side, where the ring of the focus is."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A bar, a part of one, or some days: what the keys walk to. `key` is what it is asked for by."""

    key: str
    box: QRectF
    spoken: str
    """All that it shows, in words."""
    row: int


class Pen:
    """Draws a chart in the colours of a scheme, with marks and letters."""

    def __init__(self, painter: QPainter, font: QFont, colours: Colours, inks: Inks) -> None:
        self.painter, self.colours, self.inks = painter, colours, inks
        self._font, self._metrics = font, QFontMetricsF(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)

    def words(self, box: QRectF, text: str, align: Qt.AlignmentFlag = LEFT, *, bold: bool = False) -> None:
        """Text within `box`, cut short where it has no room."""
        font = QFont(self._font)
        font.setBold(bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.colours.text))
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, box.width() + 1)
        self.painter.drawText(box, align, cut)

    def marked(self, box: QRectF, mark: Mark) -> None:
        """A box filled and hatched as `mark` says, with an edge that stands out."""
        self.painter.setPen(self.inks.outline(mark))
        self.painter.setBrush(self.inks.hatched(mark))
        self.painter.drawRect(box)

    def on_mark(self, box: QRectF, text: str, mark: Mark) -> None:
        """Text on a marked box, on a ground of its own so that the hatch does not cross it."""
        size = self._metrics.size(0, text)
        plate = QRectF(0, 0, size.width() + 6, min(size.height(), box.height() - 4))
        plate.moveCenter(box.center())
        self.painter.setFont(self._font)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.inks.fill(mark))
        self.painter.drawRoundedRect(plate, 2, 2)
        self.painter.setPen(self.inks.text(mark))
        self.painter.drawText(box, MIDDLE, text)

    def line(
        self,
        one: QPointF,
        other: QPointF,
        colour: str = "",
        width: float = 1,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """A straight line; without a colour in that of rules."""
        self.painter.setPen(QPen(QColor(colour or self.colours.line), width, style))
        self.painter.drawLine(one, other)


class Laid(ABC):
    """A drawing laid out: how high it came to be, and what of it can be stood on."""

    height: float
    spots: Sequence[Spot]

    @abstractmethod
    def paint(self, pen: Pen) -> None:
        """Draw it."""


class Drawing(ABC):
    """Data as a chart shows it."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What it shows."""

    @property
    @abstractmethod
    def numbers(self) -> Sequence[Sequence[str]]:
        """Headings and rows, as a worksheet takes them: pounds as 1234.50."""

    @abstractmethod
    def laid_out(self, font: QFont, width: float, room: float) -> Laid:
        """Laid out for letters in `font` within `width` pixels.

        What can be of any height takes the `room` there is, as far as that is enough to be read.
        """


def plain_pounds(pence: int) -> str:
    """Pence as a worksheet takes them: "-1234.50"."""
    sign = "-" if pence < 0 else ""
    return f"{sign}{abs(pence) // 100}.{abs(pence) % 100:02}"


def row_height(metrics: QFontMetricsF) -> float:
    """The height of a row that can be hit, in letters of that size."""
    return max(26.0, metrics.height() * 1.6)
