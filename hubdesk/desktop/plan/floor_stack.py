"""`FloorStack`: the floors of the building, the top one on top, and how full each is as at the day."""

from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.theme import Theme
from hubdesk.domain.floor import Floor
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.marks import mark
from hubdesk.exchange.plan.telling_apart import Look
from hubdesk.workflows.occupancy_on import FloorDesks

_TAKEN = mark(Look("#006666", Hatch.DIAGONAL, Spacing.NARROW), "")
_ROLE = Qt.ItemDataRole.UserRole
_MARGIN, _BAR = 8.0, 9.0
_WIDTH = 228
_MOST_AT_FIRST = 4
"""Floors that the stack makes room for by itself."""
_LEAST = 186
"""Pixels: three floors in letters of the usual size."""


class _Row(NamedTuple):
    """What the stack shows of one floor."""

    floor: Floor
    desks: FloorDesks

    @property
    def where(self) -> str:
        level = "ground" if self.floor.level == 0 else f"level {self.floor.level}"
        return f"{self.floor.code} · {level}"

    @property
    def fill(self) -> str:
        if not self.desks.in_service:
            return "No desks in service"
        return f"{self.desks.allocated:,} of {self.desks.in_service:,} taken, {self.desks.vacant:,} vacant"

    @property
    def spoken(self) -> str:
        return f"{self.floor.name}, floor {self.where}: {self.fill}"


class FloorStack(QListWidget):
    """Shows the floor that is picked. Ctrl+Page Up and Down go through the floors from anywhere."""

    filled = Signal()
    """`occupancy` is another."""

    def __init__(self, plan: Plan, theme: Theme) -> None:
        super().__init__()
        self._plan, self._session = plan, plan.session
        self.setAccessibleName("Floors")
        self.setItemDelegate(_Painter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._fill)
        self.currentRowChanged.connect(self._picked)
        plan.floor_changed.connect(self._show_current)
        self._session.changed.connect(self._soon.start)
        self._session.as_at_changed.connect(self._soon.start)
        theme.changed.connect(self.viewport().update)
        self._fill()

    def go(self, up: int) -> None:
        """Show the floor `up` levels above the one on screen (below zero: below it), if there is one."""
        row = self.currentRow() - up
        if 0 <= row < self.count():
            self.setCurrentRow(row)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_WIDTH, self._high(min(max(self.count(), 1), _MOST_AT_FIRST)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_WIDTH // 2, min(self._high(min(max(self.count(), 1), 3)), _LEAST))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._bound()

    def _high(self, rows: int) -> int:
        """Pixels that so many floors need."""
        return rows * max(self.sizeHintForRow(0), 24) + 2 * self.frameWidth() + 2

    def _bound(self) -> None:
        """No higher than its floors, so that what stands beneath has the rest."""
        self.setMaximumHeight(self._high(max(self.count(), 1)))
        self.updateGeometry()

    def _fill(self) -> None:
        hub = self._session.hub
        self.occupancy = self._session.occupancy
        rows = [_Row(hub.floors[id_], found) for id_, found in reversed(list(self.occupancy.floors.items()))]
        blocked = self.blockSignals(True)  # noqa: FBT003  Qt's own
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for place, row in enumerate(rows):
            item = self.item(place)
            item.setData(_ROLE, row)
            item.setText(row.floor.name)
            item.setToolTip(row.spoken)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        self.blockSignals(blocked)
        self._bound()
        self._show_current()
        self.filled.emit()

    def _show_current(self) -> None:
        floor = self._plan.floor
        blocked = self.blockSignals(True)  # noqa: FBT003  Qt's own
        for place in range(self.count()):
            if floor is not None and _row(self.item(place)).floor.id == floor.id:
                self.setCurrentRow(place)
        self.blockSignals(blocked)
        self.viewport().update()

    def _picked(self, place: int) -> None:
        item = self.item(place)
        if item is not None:
            self._plan.show_floor(RecordId(_row(item).floor.id))


def _row(item: QListWidgetItem) -> _Row:
    return _Row(*cast(_Row, item.data(_ROLE)))


class _Painter(QStyledItemDelegate):
    """A floor: its name, its code and level, a bar of how full it is, and that in numbers."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(  # noqa: N802  Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = QFontMetricsF(option.font).height()
        return QSize(150, round(2 * line + _BAR + 2.6 * _MARGIN))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = _Row(*index.data(_ROLE))
        colours = self._theme.colours
        painter.save()
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if selected else QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.accent_soft if selected else colours.field))
        painter.drawRoundedRect(box, 4, 4)
        inner = box.adjusted(_MARGIN, _MARGIN * 0.6, -_MARGIN, -_MARGIN * 0.6)
        line = QFontMetricsF(option.font).height()
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        plain = QFontMetricsF(option.font)
        where = plain.horizontalAdvance(row.where) + _MARGIN
        _write(painter, row.floor.name, inner.adjusted(0, 0, -where, 0))
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text if selected else colours.quiet))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, row.where)
        self._bar(painter, QRectF(inner.left(), inner.top() + line + 3, inner.width(), _BAR), row.desks)
        _write(painter, row.fill, inner.translated(0, line + _BAR + 5))
        painter.restore()

    def _bar(self, painter: QPainter, bar: QRectF, desks: FloorDesks) -> None:
        """Taken hatched, vacant empty."""
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(QColor(colours.paper))
        painter.setPen(QColor(colours.edge))
        painter.drawRect(bar)
        if desks.in_service:
            taken = QRectF(bar)
            taken.setWidth(bar.width() * desks.allocated / desks.in_service)
            painter.setBrush(Inks(dark=self._theme.is_dark).hatched(_TAKEN))
            painter.drawRect(taken)
        painter.restore()


def _write(painter: QPainter, words: str, box: QRectF) -> None:
    shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
