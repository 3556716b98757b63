"""The time slider: the as-at day on a line of three charging years, with marks where things change."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words, months_on
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.turning_days import turning_days, turning_days_after

_SIDE = 14.0
"""Pixels left free on either side."""
_HANDLE = 7.0
_LEAST_MONTH = 2.0
_MONTHS = "JFMAMJJASOND"


class TimeSlider(QAbstractSlider):
    """Drag, or use keys: arrows go a day, Page Up and Down a month, Ctrl with an arrow to the next change.

    The value counts days from the first that is shown.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._first = date.min
        self._marks: Mapping[date, int] = {}
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("As-at day")
        self.setSingleStep(1)
        self.setPageStep(30)
        self.setTracking(True)
        session.as_at_changed.connect(self._follow_day)
        session.changed.connect(self._follow_hub)
        theme.changed.connect(self.update)
        self._span()
        self.valueChanged.connect(self._slid)

    @property
    def marks(self) -> Mapping[date, int]:
        """The days on which something changes, and how much."""
        return self._marks

    def day_at(self, x: float) -> date:
        """The day at a place of the slider, in pixels from its left."""
        room = max(1.0, self.width() - 2 * _SIDE)
        part = min(1.0, max(0.0, (x - _SIDE) / room))
        return self._first + timedelta(days=round(part * self.maximum()))

    def x_of(self, day: date) -> float:
        """Where a day is, in pixels from the left."""
        room = self.width() - 2 * _SIDE
        return _SIDE + room * (day - self._first).days / max(1, self.maximum())

    def go_to_change(self, *, forward: bool) -> None:
        """To the next day on which something changes, or the last one before."""
        days, today = list(self._marks), self._session.as_at
        at = bisect_right(days, today) if forward else bisect_left(days, today) - 1
        if 0 <= at < len(days):
            self._session.set_as_at(days[at])

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(480, self.fontMetrics().height() + 26)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        forward = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if forward is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_to_change(forward=forward)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self.isSliderDown():
            self._to(event)
        QToolTip.showText(event.globalPosition().toPoint(), self._told(self._near(event)), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = self.fontMetrics().height()
        line = self.height() - letters - 8.0
        last = self._first + timedelta(days=self.maximum())
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawLine(QPointF(self.x_of(self._first), line), QPointF(self.x_of(last), line))
        self._paint_months(painter, line, letters, last)
        most = max(self._marks.values(), default=1)
        painter.setPen(QPen(QColor(colours.accent), 2))
        for day, count in self._marks.items():
            x = self.x_of(day)
            painter.drawLine(QPointF(x, line), QPointF(x, line - 4 - 6 * count / most))
        today = self.x_of(self._session.today)
        painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(today, 0), QPointF(today, line))
        self._paint_handle(painter, line)

    def _paint_months(self, painter: QPainter, line: float, letters: int, last: date) -> None:
        """A tick to each month, with its letter where there is room; January has the year.

        Over a century or two only the years have ticks, else every turn of the day would take too long.
        """
        first, taken = self._first.replace(day=1), 0.0
        months = 1 if self.x_of(first + timedelta(days=31)) - self.x_of(first) >= _LEAST_MONTH else 12
        day = first if months == 1 else first.replace(month=1)
        while day <= last:
            x, following = self.x_of(day), months_on(day, months)
            january = day.month == 1
            painter.setPen(QColor(self._theme.colours.text if january else self._theme.colours.quiet))
            if x >= _SIDE - 1:
                painter.drawLine(QPointF(x, line), QPointF(x, line + (6 if january else 3)))
            words = str(day.year) if january else _MONTHS[day.month - 1]
            width = self.fontMetrics().horizontalAdvance(words)
            left = (x + self.x_of(following) - width) / 2
            if left >= taken and left + width <= self.width():
                painter.drawText(QRectF(left, line + 5, width + 1, letters), words)
                taken = left + width + 2
            day = following

    def _paint_handle(self, painter: QPainter, line: float) -> None:
        colours, x = self._theme.colours, self.x_of(self._session.as_at)
        painter.setPen(QPen(QColor(colours.field), 1))
        painter.setBrush(QColor(colours.accent))
        top = line - 15
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x - _HANDLE, top),
                    QPointF(x + _HANDLE, top),
                    QPointF(x + _HANDLE, top + 9),
                    QPointF(x, top + 16),
                    QPointF(x - _HANDLE, top + 9),
                ]
            )
        )
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, self.width() - 2, self.height() - 2), 4, 4)

    def _span(self) -> None:
        """Three charging years: the one of today in the middle, more where the day is further off."""
        start = self._session.hub.settings.year_start
        days = (self._session.today, self._session.as_at)
        first = ChargingYear(ChargingYear.containing(min(days), start).starts_in - 1, start).first
        last = ChargingYear.containing(max(days), start).following().last
        self._first = first
        self.setRange(0, (last - first).days)
        self._marks = turning_days(self._session.hub, first, last)
        self.setValue((self._session.as_at - first).days)

    def _follow_day(self, day: date) -> None:
        last = self._first + timedelta(days=self.maximum())
        if not self._first <= day <= last:
            self._span()
        self.setValue((day - self._first).days)
        self.setAccessibleDescription(in_words(day))
        self.update()

    def _follow_hub(self, change: Change, _hub: Hub) -> None:
        last = self._first + timedelta(days=self.maximum())
        self._marks = turning_days_after(self._marks, change, self._first, last)
        self.update()

    def _slid(self, value: int) -> None:
        self._session.set_as_at(self._first + timedelta(days=value))

    def _to(self, event: QMouseEvent) -> None:
        self.setValue((self.day_at(event.position().x()) - self._first).days)

    def _near(self, event: QMouseEvent) -> date:
        """The day under the mouse, or the mark within reach of it."""
        x = event.position().x()
        near = min(self._marks, key=lambda day: abs(self.x_of(day) - x), default=None)
        return near if near is not None and abs(self.x_of(near) - x) <= 4 else self.day_at(x)

    def _told(self, day: date) -> str:
        count = self._marks.get(day, 0)
        if not count:
            return in_words(day)
        return f"{in_words(day)}: {count} {'thing begins or ends' if count == 1 else 'things begin or end'}"
