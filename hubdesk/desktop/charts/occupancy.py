"""`OccupancyChart`: desks in service, licensed and allocated over a charging year, as steps."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, QPolygonF

from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.charts.drawing import MIDDLE, RIGHT, SIDE, Drawing, Laid, Pen, Spot, row_height
from hubdesk.desktop.theme import Theme
from hubdesk.domain.days import in_words, months_on
from hubdesk.domain.names import counted
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.marks import mark
from hubdesk.exchange.plan.telling_apart import Look
from hubdesk.workflows.occupancy_over import OccupancyOver, Stretch

_ALLOCATED = mark(Look("#006666", Hatch.DIAGONAL, Spacing.WIDE), "")
_GAP = 8.0
_SAMPLE = 30.0
_ROWS, _LEAST_HEIGHT = 14, 110.0
"""The steps stand in as many rows of letters at most, and in as many pixels at least."""
_MOST_TICKS = 5


class OccupancyChart(Chart):
    """The stretches of `OccupancyOver`; `activated` has the first day of one, as ISO text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "There are no desks yet.")

    def show_data(self, data: OccupancyOver | None, day: date | None = None) -> None:
        """Show `data`, with `day` marked if it is within the year; None where there is none."""
        self.show_drawing(None if data is None else OccupancyDrawing(data, day))


class OccupancyDrawing(Drawing):
    """Steps over a year, drawn."""

    def __init__(self, data: OccupancyOver, day: date | None = None) -> None:
        self.data, self.day = data, day

    @property
    def title(self) -> str:
        whose = f" of {self.data.whose}" if self.data.whose else ""
        return f"Desks{whose} over {self.data.year.name}"

    @property
    def numbers(self) -> Sequence[Sequence[str]]:
        rows = [
            (
                one.first.isoformat(),
                one.last.isoformat(),
                *map(str, (one.in_service, one.licensed, one.allocated)),
            )
            for one in self.data.stretches
        ]
        return [("From", "To", "In service", "Licensed", "Allocated"), *rows]

    def laid_out(self, font: QFont, width: float, room: float) -> Laid:
        return _OccupancyLaid(self, font, width, room)


class _OccupancyLaid(Laid):
    def __init__(self, drawing: OccupancyDrawing, font: QFont, width: float, room: float) -> None:
        self._data, self._day, self._width = drawing.data, drawing.day, width
        self._metrics = QFontMetricsF(font)
        self._row = row_height(self._metrics)
        self._ticks = ticks(self._data.most)
        numbers = max(self._metrics.horizontalAdvance(f"{one:,}") for one in self._ticks)
        top = self._row + _GAP
        around = top + self._row + _GAP
        height = min(max(_LEAST_HEIGHT, room - around), _ROWS * self._row)
        self._plot = QRectF(SIDE + numbers + _GAP, top, width - numbers - _GAP - 2 * SIDE, height)
        self.height = self._plot.bottom() + self._row + _GAP
        self.spots = [
            Spot(one.first.isoformat(), self._box(one), _spoken(one, whole=not self._data.whose), 0)
            for one in self._data.stretches
        ]

    def paint(self, pen: Pen) -> None:
        self._paint_scale(pen)
        self._paint_area(pen)
        self._paint_steps(pen, lambda one: one.licensed, self._licensed(pen))
        self._paint_steps(pen, lambda one: one.in_service, self._in_service(pen))
        self._paint_key(pen)
        day = self._day
        if day is not None and self._data.year.first <= day <= self._data.year.last:
            x = self._x(day)
            pen.line(
                QPointF(x, self._plot.top()),
                QPointF(x, self._plot.bottom()),
                pen.colours.guide,
                2,
                Qt.PenStyle.DotLine,
            )

    def _paint_scale(self, pen: Pen) -> None:
        plot = self._plot
        for tick in self._ticks:
            y = self._y(tick)
            pen.line(QPointF(plot.left(), y), QPointF(plot.right(), y), pen.colours.edge if not tick else "")
            pen.words(QRectF(0, y - self._row / 2, plot.left() - _GAP / 2, self._row), f"{tick:,}", RIGHT)
        months = [months_on(self._data.year.first, number) for number in range(13)]
        across = plot.width() / 12
        fits = self._metrics.horizontalAdvance("MMM") <= across
        for first, after in pairwise(months):
            left = self._x(first)
            pen.line(QPointF(left, plot.bottom()), QPointF(left, plot.bottom() + 5), pen.colours.edge)
            box = QRectF(left, plot.bottom() + 2, self._x(after) - left, self._row)
            name = in_words(first).split()[1]
            pen.words(box, name[:3] if fits else name[0], MIDDLE)

    def _paint_area(self, pen: Pen) -> None:
        """Allocated desks are a hatched area under their steps."""
        shape = QPolygonF([QPointF(self._plot.left(), self._plot.bottom())])
        for point in self._points(lambda one: one.allocated):
            shape.append(point)
        shape.append(QPointF(self._plot.right(), self._plot.bottom()))
        pen.painter.setPen(pen.inks.outline(_ALLOCATED))
        pen.painter.setBrush(pen.inks.hatched(_ALLOCATED))
        pen.painter.drawPolygon(shape)

    def _paint_steps(self, pen: Pen, of: Callable[[Stretch], int], line: QPen) -> None:
        """Twice: a rim in the colour of the ground keeps a line apart from a hatch."""
        points = QPolygonF(self._points(of))
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.painter.setPen(QPen(QColor(pen.colours.field), line.widthF() + 3))
        pen.painter.drawPolyline(points)
        pen.painter.setPen(line)
        pen.painter.drawPolyline(points)

    def _paint_key(self, pen: Pen) -> None:
        left = self._plot.left()
        words = ("In service", "Licensed", "Allocated")
        for name, line in zip(words, (self._in_service(pen), self._licensed(pen), None), strict=True):
            sample = QRectF(left, self._row * 0.25, _SAMPLE, self._row * 0.5)
            if line is None:
                pen.marked(sample, _ALLOCATED)
            else:
                pen.painter.setPen(line)
                pen.painter.drawLine(
                    QPointF(left, sample.center().y()), QPointF(left + _SAMPLE, sample.center().y())
                )
            across = self._metrics.horizontalAdvance(name) + 4
            pen.words(QRectF(left + _SAMPLE + _GAP, 0, across, self._row), name)
            left += _SAMPLE + 3 * _GAP + across

    @staticmethod
    def _in_service(pen: Pen) -> QPen:
        return QPen(QColor(pen.colours.text), 2.5)

    @staticmethod
    def _licensed(pen: Pen) -> QPen:
        return QPen(QColor(pen.colours.warning), 2.5, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)

    def _points(self, of: Callable[[Stretch], int]) -> list[QPointF]:
        return [
            QPointF(self._x(day), self._y(of(one)))
            for one in self._data.stretches
            for day in (one.first, one.last + ONE_DAY)
        ]

    def _box(self, one: Stretch) -> QRectF:
        left, right = self._x(one.first), self._x(one.last + ONE_DAY)
        return QRectF(left, self._plot.top(), max(4.0, right - left), self._plot.height())

    def _x(self, day: date) -> float:
        year = self._data.year
        return self._plot.left() + self._plot.width() * (day - year.first).days / year.days

    def _y(self, desks: int) -> float:
        return self._plot.bottom() - self._plot.height() * desks / max(1, self._ticks[-1])


def ticks(most: int) -> list[int]:
    """Round numbers from 0 to `most` or above, few of them."""
    step, power = 1, 1
    while True:
        for times in (1, 2, 5):
            step = times * power
            if step * (_MOST_TICKS - 1) >= most:
                return list(range(0, max(1, -(-most // step)) * step + 1, step))
        power *= 10


def _spoken(one: Stretch, *, whole: bool) -> str:
    days = in_words(one.first) if one.first == one.last else f"{in_words(one.first)} to {in_words(one.last)}"
    vacant = f", {one.vacant:,} vacant" if whole else ""
    of = counted(one.in_service, "desk")
    return f"{days}: {of} in service, {one.licensed:,} licensed, {one.allocated:,} allocated{vacant}"
