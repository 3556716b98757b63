"""`TimeLine`: licences as bars on a line of time, whose ends and steps are dragged by mouse or by keys."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from hubdesk.desktop.agencies import time_mouse
from hubdesk.desktop.agencies.holding import Holding
from hubdesk.desktop.agencies.time_axis import TimeAxis, axis_over
from hubdesk.desktop.agencies.time_keys import OWN_KEYS, pressed
from hubdesk.desktop.agencies.time_picture import TimePicture
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.days import months_on
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.licence_handles import Handle, handles_of, told
from hubdesk.workflows.licence_spans import LicenceSpan


class TimeLine(QAbstractScrollArea):
    """Up and Down go to another licence, Left and Right to another end or step of it.

    Ctrl with Left or Right moves that by a day, with Shift too to the next start of a month; letting go of
    Ctrl, or Enter, makes the change, Esc takes it back. With the mouse it is dragged, drawn to starts of
    months unless Alt is held. A drag is one change.
    """

    chosen = Signal(str)
    """Another licence: its id."""
    typing_wanted = Signal(str)
    """Enter or F2: it is to be typed exactly."""
    desks_wanted = Signal(str, object)
    """A double click: other desks from that day."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._spans: tuple[LicenceSpan, ...] = ()
        self._row = self._place = 0
        self._scaled = False
        self.holding = Holding(session)
        self.axis: TimeAxis = axis_over((), session.as_at, session.hub.settings.year_start, 1.0)
        self.picture = TimePicture(self, session, theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Licences on a line of time")
        self._describe()
        theme.changed.connect(self.viewport().update)
        session.as_at_changed.connect(self._day_came)

    @property
    def spans(self) -> tuple[LicenceSpan, ...]:
        return self._spans

    @property
    def current(self) -> LicenceSpan | None:
        """The licence where the keys are."""
        return self._spans[self._row] if self._row < len(self._spans) else None

    @property
    def at(self) -> tuple[int, int]:
        """The row where the keys are, and which end or step of it."""
        return self._row, self._place

    @property
    def handle(self) -> Handle | None:
        """The end or step where the keys are."""
        span = self.current
        return None if span is None else handles_of(span)[min(self._place, len(span.spans))]

    def show_spans(self, spans: Sequence[LicenceSpan]) -> None:
        """These are the licences now; the keys stay where they were as far as that is still there."""
        was = self.current
        self._spans = tuple(spans)
        row = next((row for row, one in enumerate(spans) if was is not None and one.id == was.id), None)
        self._row = min(self._row, max(0, len(spans) - 1)) if row is None else row
        self.holding.keep_to(self._handles())
        self._lay_out()
        self._describe()

    def choose(self, licence: RecordId) -> bool:
        """The keys go to that licence. False if it is not shown."""
        row = next((row for row, one in enumerate(self._spans) if one.id == licence), None)
        if row is None:
            return False
        self.go(row, 0)
        return True

    def x_of_handle(self, handle: Handle) -> float:
        """Where a handle is, in pixels of the viewport; that of an open end is where the bar leaves it."""
        if handle.day is None:
            return min(float(self.viewport().width()) - 9, self.picture.x_of(self.axis.last) + 9)
        return self.picture.x_of(handle.day)

    def x_in_time(self, x: float) -> float:
        """Pixels from the start of the axis to `x`, which is in pixels of the viewport."""
        return x - self.picture.left + self.horizontalScrollBar().value()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(900, self.picture.head + 8 * self.picture.row_height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(300, self.picture.head + 4 * self.picture.row_height)

    def zoom(self, factor: float, around: float | None = None) -> None:
        """More or less of the time, with the place `around` staying where it is."""
        self._scaled = True
        x = self.viewport().width() / 2 if around is None else around
        day = self.axis.day_at(self.x_in_time(x))
        self.axis = self.axis.zoomed(factor)
        self._set_bars()
        self.horizontalScrollBar().setValue(round(self.axis.x_of(day) + self.picture.left - x))
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """The keys that move and choose here are no shortcuts of the window while the keys are here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.key() == Qt.Key.Key_Escape and self.holding.hold is not None
            if held or event.key() in OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if self.current is None or not pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Control and not event.isAutoRepeat():
            self.make()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """What was moved and not made is taken back: leaving is no way to agree."""
        self.let_go()
        self.viewport().update()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        self.viewport().update()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            time_mouse.pressed(self, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        time_mouse.moved(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self.make()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        time_mouse.double_clicked(self, event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position().x())
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self.viewport())
        self.picture.paint(painter, self._spans)
        painter.end()

    def _handles(self) -> list[Handle]:
        return [handle for span in self._spans for handle in handles_of(span)]

    def ask_typing(self) -> None:
        """The licence is to be typed exactly."""
        if self.current is not None:
            self.typing_wanted.emit(self.current.id)

    def nudge(self, step: int, *, by_month: bool) -> None:
        """Move the end or step where the keys are, by a day or to a start of a month."""
        if self.handle is None:
            return
        if self.holding.hold is None:
            self.take(self.handle)
        if self.holding.hold is None:
            return
        self.move_to(self.holding.next_month(step) if by_month else self.holding.next_day(step))
        self._show_day(self.holding.hold.to)

    def _show_day(self, day: date | None) -> None:
        """Scroll so far that `day` is seen, if it is one."""
        bar = self.horizontalScrollBar()
        if (
            day is not None
            and not self.picture.left <= self.picture.x_of(day) <= self.viewport().width() - 12
        ):
            bar.setValue(round(self.axis.x_of(day)) - bar.pageStep() // 2)

    def take(self, handle: Handle) -> None:
        """Take hold of `handle`, unless the hub is only looked at."""
        if not self._session.only_looks:
            self.holding.take(handle, self.axis.last)
            self.viewport().update()

    def move_to(self, day: date) -> None:
        """Move what is held to `day`, as far as it reaches."""
        if self.current is not None:
            self._say(self.holding.move_to(self.current, day))
            self.viewport().update()

    def make(self) -> None:
        """Make the change of what is held."""
        self.holding.make()
        self.viewport().update()

    def let_go(self) -> None:
        """Put what is held back where it was."""
        if self.holding.hold is not None:
            self.holding.let_go()
            self._describe()
            self.viewport().update()

    def go(self, row: int, place: int) -> None:
        """The keys go to that end or step of the licence in that row, or the nearest."""
        self.let_go()
        if not self._spans:
            return
        before, (was_row, was_place) = self.current, self.at
        self._row = min(max(row, 0), len(self._spans) - 1)
        self._place = min(max(place, 0), len(self._spans[self._row].spans))
        self.picture.bring_into_sight(self._row)
        if self._row == was_row and self._place != was_place and self.handle is not None:
            self._show_day(self.handle.day)
        self._describe()
        self.viewport().update()
        now = self.current
        if now is not None and (before is None or before.id != now.id):
            self.chosen.emit(now.id)

    def _describe(self) -> None:
        """What the keys are on, for a screen reader."""
        span, handle = self.current, self.handle
        if span is None or handle is None:
            self.setAccessibleDescription("No licences")
            return
        agency = self._session.hub.agencies[span.licence.agency]
        self._say(f"{agency.code}, licence {span.licence.code}: {told(span, handle, handle.day)}")

    def _say(self, words: str) -> None:
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        if self.hasFocus():
            event = QAccessibleAnnouncementEvent(self, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    def _day_came(self, _day: date) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        days = [one.first for one in self._spans] + [one.last for one in self._spans if one.last is not None]
        start = self._session.hub.settings.year_start
        self.axis = axis_over(days, self._session.as_at, start, self.axis.scale)
        fresh = not self._scaled and self.viewport().width() > self.picture.left
        if fresh:
            self.axis = self.axis.fitted(self.viewport().width() - self.picture.left)
        self._set_bars()
        if fresh:
            self.horizontalScrollBar().setValue(round(self.axis.x_of(months_on(self._session.as_at, -14))))
        self.viewport().update()

    def _set_bars(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = max(1, self.viewport().width() - round(self.picture.left))
        across.setRange(0, max(0, round(self.axis.width) - room))
        across.setPageStep(room)
        across.setSingleStep(30)
        tall = max(1, self.viewport().height() - self.picture.head)
        down.setRange(0, max(0, len(self._spans) * self.picture.row_height - tall))
        down.setPageStep(tall)
        down.setSingleStep(self.picture.row_height)
