"""`SharesChart`: who bears which part of each cost, as stacked bars of one length."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.charts.drawing import RIGHT, SIDE, Drawing, Laid, Pen, Spot, plain_pounds, row_height
from hubdesk.desktop.theme import Theme
from hubdesk.domain.money import pounds
from hubdesk.workflows.cost_shares import CostShares, Share, ShareBar

_GAP = 8.0
_SWATCH = 26.0


class SharesChart(Chart):
    """The bars of `CostShares`; `activated` has the keys of bar and part: see `keys_of`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "No cost is shared yet.")

    def show_data(self, data: CostShares | None) -> None:
        """Show `data`; None where there is none."""
        self.show_drawing(None if data is None or not data.bars else SharesDrawing(data))


def keys_of(activated: str) -> tuple[str, str]:
    """The keys of the bar and of the part that were opened."""
    part, _, bar = activated.partition("/")
    return bar, part


class SharesDrawing(Drawing):
    """Stacked bars, drawn."""

    def __init__(self, data: CostShares) -> None:
        self.data = data

    @property
    def title(self) -> str:
        return self.data.title

    @property
    def numbers(self) -> Sequence[Sequence[str]]:
        legend = self.data.legend
        rows = [
            (bar.words, *(plain_pounds(of.get(one.key, 0)) for one in legend), plain_pounds(bar.pence))
            for bar in self.data.bars
            for of in [{part.key: part.pence for part in bar.parts}]
        ]
        return [("", *(f"{one.words} £" for one in legend), "Together £"), *rows]

    def laid_out(self, font: QFont, width: float, room: float) -> Laid:
        return _SharesLaid(self.data, font, width)


class _SharesLaid(Laid):
    def __init__(self, data: CostShares, font: QFont, width: float) -> None:
        self._data, self._width = data, width
        self._metrics = QFontMetricsF(font)
        self._row = row_height(self._metrics)
        self._parts: list[tuple[Share, QRectF, str]] = []
        self._heads: list[tuple[ShareBar, QRectF]] = []
        self.spots: list[Spot] = []
        top = 0.0
        for row, bar in enumerate(data.bars):
            self._heads.append((bar, QRectF(SIDE, top, width - 2 * SIDE, self._row)))
            self._lay_bar(row, bar, top + self._row)
            top += 2 * self._row + _GAP
        self._legend: list[tuple[Share, QRectF]] = []
        top = self._lay_legend(top + _GAP)
        self.height = top + _GAP

    def paint(self, pen: Pen) -> None:
        for bar, box in self._heads:
            pen.words(box, bar.words)
            pen.words(box, pounds(bar.pence), RIGHT)
        for share, box, label in self._parts:
            pen.marked(box, share.mark)
            if label:
                pen.on_mark(box, label, share.mark)
        for share, box in self._legend:
            swatch = QRectF(box.left(), box.top() + self._row * 0.2, _SWATCH, self._row * 0.6)
            pen.marked(swatch, share.mark)
            pen.words(box.adjusted(_SWATCH + _GAP, 0, 0, 0), share.words)

    def _lay_bar(self, row: int, bar: ShareBar, top: float) -> None:
        whole = sum(abs(one.pence) for one in bar.parts)
        left, room = SIDE, self._width - 2 * SIDE
        for part in bar.parts:
            across = room * abs(part.pence) / whole if whole else 0.0
            box = QRectF(left, top, across, self._row - 2)
            left += across
            self._parts.append((part, box, self._label(bar, part, across)))
            hit = box if box.width() >= 4 else box.adjusted(-2, 0, 2, 0)
            self.spots.append(Spot(f"{part.key}/{bar.key}", hit, _spoken(bar, part), row))

    def _label(self, bar: ShareBar, part: Share, across: float) -> str:
        """The code and the per cent, or the code, as far as there is room."""
        code = part.mark.label or part.code
        for text in (f"{code} {_per_cent(bar, part)}", code):
            if self._metrics.horizontalAdvance(text) + 12 <= across:
                return text
        return ""

    def _lay_legend(self, top: float) -> float:
        """In columns as wide as the longest words; how far down it comes."""
        legend = self._data.legend
        if not legend:
            return top
        longest = max(self._metrics.horizontalAdvance(one.words) for one in legend)
        column = min(self._width - 2 * SIDE, _SWATCH + 3 * _GAP + longest)
        across = max(1, int((self._width - 2 * SIDE) // column))
        for place, one in enumerate(legend):
            box = QRectF(
                SIDE + (place % across) * column,
                top + (place // across) * self._row,
                column - _GAP,
                self._row,
            )
            self._legend.append((one, box))
        return top + -(-len(legend) // across) * self._row


def _per_cent(bar: ShareBar, part: Share) -> str:
    of_whole = bar.of_whole(part)
    return "" if of_whole is None else f"{float(100 * of_whole):.1f} %"


def _spoken(bar: ShareBar, part: Share) -> str:
    return f"{bar.words}, {part.words}: {pounds(part.pence)}, {_per_cent(bar, part)} of {pounds(bar.pence)}"
