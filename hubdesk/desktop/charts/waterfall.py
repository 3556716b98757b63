"""`WaterfallChart`: from gross cost to who pays, a row to a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.charts.drawing import RIGHT, SIDE, Drawing, Laid, Pen, Spot, plain_pounds, row_height
from hubdesk.desktop.theme import Theme
from hubdesk.domain.money import Pence, pounds
from hubdesk.workflows.waterfall import Bar, Part, Waterfall

_GAP = 12.0
_WORDS_AT_MOST = 0.40
"""Of the width, for the words of the bars."""
_THICK = 0.62
"""Of the height of a row."""
_LEAST = 2.0
"""Pixels of a bar that is next to nothing."""


class WaterfallChart(Chart):
    """The bars of a `Waterfall`; `activated` has the key of a bar, for `workings_of_bar`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "There is nothing to pay yet.")

    def show_data(self, data: Waterfall | None) -> None:
        """Show `data`; None where there is none."""
        self.show_drawing(None if data is None else WaterfallDrawing(data))


class WaterfallDrawing(Drawing):
    """A waterfall, drawn."""

    def __init__(self, data: Waterfall) -> None:
        self.data = data

    @property
    def title(self) -> str:
        return self.data.title

    @property
    def numbers(self) -> Sequence[Sequence[str]]:
        rows = [
            (bar.words, plain_pounds(bar.pence), plain_pounds(bar.start), plain_pounds(bar.end))
            for bar in self.data.bars
        ]
        return [("", "£", "From £", "To £"), *rows]

    def laid_out(self, font: QFont, width: float, room: float) -> Laid:
        return _WaterfallLaid(self.data, font, width)


class _WaterfallLaid(Laid):
    def __init__(self, data: Waterfall, font: QFont, width: float) -> None:
        self._bars, self._width = data.bars, width
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        self._row = row_height(metrics)
        longest = max((metrics.horizontalAdvance(bar.words) for bar in data.bars), default=0.0)
        self._words = min(longest + 2, width * _WORDS_AT_MOST)
        self._figures = max((metrics.horizontalAdvance(pounds(bar.pence)) for bar in data.bars), default=0.0)
        ends = [end for bar in data.bars for end in (bar.start, bar.end)]
        self._low, self._high = min(0, *ends), max(0, *ends)
        self.height = self._row * len(data.bars) + _GAP
        self.spots = [
            Spot(bar.key, QRectF(0, place * self._row, width, self._row), _spoken(bar, data.total), place)
            for place, bar in enumerate(data.bars)
        ]

    def paint(self, pen: Pen) -> None:
        nothing = self._x(0)
        pen.line(QPointF(nothing, 0), QPointF(nothing, self._row * len(self._bars)), pen.colours.edge)
        for place, bar in enumerate(self._bars):
            top = place * self._row
            if bar.part is Part.TOTAL:
                for y in (top, top + self._row):
                    pen.line(QPointF(0, y), QPointF(self._width, y))
            bold = bar.part is Part.TOTAL
            pen.words(QRectF(SIDE, top, self._words, self._row), bar.words, bold=bold)
            figures = QRectF(self._width - SIDE - self._figures - 2, top, self._figures + 2, self._row)
            pen.words(figures, pounds(bar.pence), RIGHT, bold=bold)
            pen.marked(self._box(bar, top), bar.mark)
            if place + 1 < len(self._bars):
                under = top + self._row * (1 + _THICK) / 2
                x = self._x(bar.end)
                after = under + self._row * (1 - _THICK)
                pen.line(QPointF(x, under), QPointF(x, after), pen.colours.edge, 1, Qt.PenStyle.DotLine)

    def _box(self, bar: Bar, top: float) -> QRectF:
        start, end = sorted((self._x(bar.start), self._x(bar.end)))
        inset = self._row * (1 - _THICK) / 2
        return QRectF(start, top + inset, max(_LEAST, end - start), self._row * _THICK)

    def _x(self, pence: Pence) -> float:
        left = SIDE + self._words + _GAP
        room = max(1.0, self._width - left - _GAP - self._figures - SIDE - 4)
        whole = self._high - self._low
        return left + room * (pence - self._low) / whole if whole else left


def _spoken(bar: Bar, total: Pence) -> str:
    if bar.part is Part.TOTAL or not total:
        return f"{bar.words}: {pounds(bar.pence)}"
    return f"{bar.words}: {pounds(bar.pence)}, {100 * bar.pence / total:.1f} % of {pounds(total)}"
