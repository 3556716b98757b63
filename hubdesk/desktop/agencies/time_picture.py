"""`TimePicture`: how licences on a line of time are drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.days import in_words
from hubdesk.domain.names import counted
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.licence_handles import Handle, Part, handles_of, told
from hubdesk.workflows.licence_spans import LicenceSpan

if TYPE_CHECKING:
    from datetime import date

    from hubdesk.desktop.agencies.time_line import TimeLine

_MONTHS = "JFMAMJJASOND"


class TimePicture:
    """Names at the left, years and months above, a bar to each licence, and the as-at day as a line."""

    def __init__(self, view: "TimeLine", session: Session, theme: Theme) -> None:
        self._view, self._session, self._theme = view, session, theme

    @property
    def left(self) -> float:
        """Pixels that the names take."""
        return float(self._view.fontMetrics().averageCharWidth() * 18)

    @property
    def head(self) -> int:
        """Pixels that the years and months take."""
        return self._view.fontMetrics().height() * 2 + 8

    @property
    def row_height(self) -> int:
        return max(32, self._view.fontMetrics().height() + 16)

    def x_of(self, day: "date") -> float:
        """Where a day begins, in pixels of the viewport."""
        return self.left + self._view.axis.x_of(day) - self._view.horizontalScrollBar().value()

    def top_of(self, row: int) -> int:
        return self.head + row * self.row_height - self._view.verticalScrollBar().value()

    def row_at(self, y: float) -> int | None:
        """The row there, if there is one."""
        if y < self.head:
            return None
        row = int((y - self.head + self._view.verticalScrollBar().value()) // self.row_height)
        return row if row < len(self._view.spans) else None

    def bring_into_sight(self, row: int) -> None:
        bar = self._view.verticalScrollBar()
        top, room = row * self.row_height, self._view.viewport().height() - self.head
        if top < bar.value():
            bar.setValue(top)
        elif top + self.row_height > bar.value() + room:
            bar.setValue(top + self.row_height - room)

    def paint(self, painter: QPainter, spans: Sequence[LicenceSpan]) -> None:
        colours, port = self._theme.colours, self._view.viewport()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(port.rect(), QColor(colours.field))
        marks = marks_of_agencies(self._session.hub)
        inks = Inks(dark=self._theme.is_dark, pixel_ratio=port.devicePixelRatioF())
        self._paint_months(painter)
        painter.save()
        painter.setClipRect(QRectF(0, self.head, port.width(), port.height()))
        for row, span in enumerate(spans):
            top = self.top_of(row)
            if top + self.row_height >= self.head and top <= port.height():
                self._paint_row(painter, row, span, marks[span.licence.agency], inks)
        painter.restore()
        self._paint_day(painter)
        self._paint_held(painter, spans)
        if not spans:
            painter.setPen(QColor(colours.quiet))
            room = QRectF(self.left + 12, self.head, port.width() - self.left - 24, self.row_height * 2)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "No licences yet"
            )

    def _paint_row(self, painter: QPainter, row: int, span: LicenceSpan, mark: Mark, inks: Inks) -> None:
        view, colours, top = self._view, self._theme.colours, self.top_of(row)
        port, shown, current = view.viewport(), view.holding.shown(span), view.current is span
        whole = QRectF(0, top, port.width(), self.row_height)
        if current:
            painter.fillRect(whole, QColor(colours.accent_soft))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.save()
        painter.setClipRect(QRectF(self.left, self.head, port.width() - self.left, port.height()))
        for one in shown.spans:
            right = port.width() + 40.0 if one.last is None else self.x_of(one.last) + view.axis.scale
            bar = QRectF(self.x_of(one.first), top + 5, 0, self.row_height - 10)
            bar.setRight(right)
            if bar.right() >= self.left and bar.left() <= port.width():
                self._paint_bar(painter, bar, one.desks, mark, inks)
        self._paint_handles(painter, shown, top, current=current)
        painter.restore()
        agency = self._session.hub.agencies[span.licence.agency]
        painter.setPen(QColor(colours.text))
        words = painter.fontMetrics().elidedText(
            f"{agency.code}  {span.licence.code}", Qt.TextElideMode.ElideRight, round(self.left) - 16
        )
        box = QRectF(8, top, self.left - 16, self.row_height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_bar(self, painter: QPainter, bar: QRectF, desks: int, mark: Mark, inks: Inks) -> None:
        painter.setPen(inks.outline(mark))
        painter.setBrush(inks.hatched(mark) if desks else Qt.BrushStyle.NoBrush)
        painter.setBrushOrigin(bar.topLeft())
        painter.drawRect(bar)
        seen = QRectF(bar)
        seen.setLeft(max(bar.left(), self.left))
        seen.setRight(min(bar.right(), self._view.viewport().width()))
        metrics = painter.fontMetrics()
        words = next(
            (
                one
                for one in (counted(desks, "desk"), str(desks))
                if metrics.horizontalAdvance(one) + 26 < seen.width()
            ),
            "",
        )
        if not words:
            return
        plate = QRectF(seen.left() + 12, 0, metrics.horizontalAdvance(words) + 8, metrics.height() + 2)
        plate.moveTop(bar.center().y() - plate.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.field))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(QColor(self._theme.colours.text))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_handles(self, painter: QPainter, span: LicenceSpan, top: int, *, current: bool) -> None:
        view, colours = self._view, self._theme.colours
        for handle in handles_of(span):
            x, middle = view.x_of_handle(handle), top + self.row_height / 2
            held = view.holding.hold is not None and self._is_same(view.holding.hold.handle, handle)
            at = current and view.handle is not None and view.handle.place == handle.place
            if handle.part is Part.END and handle.day is None:
                self._paint_arrow(painter, x, middle)
            else:
                grip = QRectF(x - 3, top + 3, 6, self.row_height - 6)
                painter.setPen(QPen(QColor(colours.field), 1))
                painter.setBrush(QColor(colours.accent if held or at else colours.edge))
                painter.drawRoundedRect(grip, 2, 2)
            if at and view.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.text), 2))
                painter.drawRoundedRect(QRectF(x - 7, top + 1, 14, self.row_height - 2), 3, 3)

    def _is_same(self, one: Handle, other: Handle) -> bool:
        return one.licence == other.licence and one.place == other.place

    def _paint_arrow(self, painter: QPainter, x: float, middle: float) -> None:
        """An open end goes on."""
        painter.setPen(QPen(QColor(self._theme.colours.field), 1))
        painter.setBrush(QColor(self._theme.colours.text))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 5, middle - 7), QPointF(x + 6, middle), QPointF(x - 5, middle + 7)])
        )

    def _paint_held(self, painter: QPainter, spans: Sequence[LicenceSpan]) -> None:
        """What is held, above everything else."""
        hold = self._view.holding.hold
        row = next((row for row, one in enumerate(spans) if hold and one.id == hold.handle.licence), None)
        if hold is not None and row is not None:
            words = told(spans[row], hold.handle, hold.to)
            self._paint_words(painter, self.x_of(hold.to), self.top_of(row), words)

    def _paint_words(self, painter: QPainter, x: float, top: int, words: str) -> None:
        """What is held, beside it, where it is wholly seen."""
        colours, metrics = self._theme.colours, painter.fontMetrics()
        box = QRectF(x + 12, top + 3, metrics.horizontalAdvance(words) + 16, self.row_height - 6)
        if box.right() > self._view.viewport().width():
            box.moveRight(x - 12)
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_months(self, painter: QPainter) -> None:
        view, colours, metrics = self._view, self._theme.colours, painter.fontMetrics()
        port = view.viewport()
        painter.save()
        painter.setClipRect(QRectF(self.left, 0, port.width(), port.height()))
        scroll, month = view.horizontalScrollBar().value(), view.axis.scale * 30
        every = next((one for one in (1, 3, 12) if month * one >= metrics.horizontalAdvance("M") + 4), 12)
        letters = metrics.height()
        for day in view.axis.months(scroll, scroll + port.width(), every):
            x, january = self.x_of(day), day.month == 1
            painter.setPen(QPen(QColor(colours.edge if january else colours.line), 1))
            painter.drawLine(QPointF(x, 2 if january else letters + 4), QPointF(x, port.height()))
            painter.setPen(QColor(colours.quiet))
            if every < 12:
                box = QRectF(x, letters + 4, month * every, letters)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, _MONTHS[day.month - 1])
        self._paint_years(painter, scroll, port.width())
        painter.restore()
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawLine(QPointF(0, self.head), QPointF(port.width(), self.head))
        painter.drawLine(QPointF(self.left, 0), QPointF(self.left, port.height()))

    def _paint_years(self, painter: QPainter, scroll: int, width: int) -> None:
        """Each year's number where it begins, or at the left edge while it goes on, clear of the day's."""
        view, metrics = self._view, painter.fontMetrics()
        flag, _ = self._flag(painter)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.text))
        for day in view.axis.months(scroll, scroll + width, 12):
            ends = self.x_of(day.replace(year=min(day.year + 1, 9999)))
            words = str(day.year)
            x = max(self.x_of(day), self.left) + 4
            wide = metrics.horizontalAdvance(words) * 1.2
            if flag.left() - wide < x < flag.right():
                x = flag.right() + 5
            if x + wide < ends:
                painter.drawText(QPointF(x, metrics.ascent() + 3), words)
        font.setBold(False)
        painter.setFont(font)

    def _flag(self, painter: QPainter) -> tuple[QRectF, str]:
        """Where the as-at day is named, and how."""
        x, words, metrics = (
            self.x_of(self._session.as_at),
            in_words(self._session.as_at),
            painter.fontMetrics(),
        )
        box = QRectF(x + 3, 2, metrics.horizontalAdvance(words) + 10, metrics.height() + 1)
        if box.right() > self._view.viewport().width():
            box.moveRight(x - 3)
        return box, words

    def _paint_day(self, painter: QPainter) -> None:
        """The as-at day, named above its line."""
        colours, day = self._theme.colours, self._session.as_at
        x = self.x_of(day)
        port = self._view.viewport()
        if not self.left <= x <= port.width():
            return
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, port.height()))
        box, words = self._flag(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
