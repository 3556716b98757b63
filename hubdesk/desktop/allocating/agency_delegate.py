"""How an agency is drawn in a list: its key, its mark as on the plan, its name, and its desks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hubdesk.desktop.allocating.agency_rows import KEYS, AgencyRow
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import Theme
from hubdesk.exchange.plan.marks import Mark

_PAD = 6


class AgencyDelegate(QStyledItemDelegate):
    """Two lines to a row: code and name; licensed, allocated and what is still to place."""

    def __init__(self, theme: Theme, view: QAbstractItemView, *, keys: bool) -> None:
        super().__init__(view)
        self._theme = theme
        self._keys = keys

    def sizeHint(  # noqa: N802  Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(180, 2 * QFontMetrics(option.font).lineSpacing() + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(row, AgencyRow)
        painter.save()
        rect: QRect = option.rect
        font: QFont = option.font
        palette: QPalette = option.palette
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        line = metrics.lineSpacing()
        left = rect.left() + _PAD + 4
        if self._keys:
            box = QRect(left, rect.top(), metrics.horizontalAdvance("0") + 4, rect.height())
            painter.setPen(QColor(colours.quiet))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key(index.row()))
            left = box.right() + _PAD
        swatch = QRectF(left, rect.center().y() - line * 0.75, line * 2.9, line * 1.5)
        draw_swatch(painter, swatch, row.mark, self._theme)
        left = round(swatch.right()) + _PAD + 2
        right = rect.right() - _PAD
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        code = row.agency.code
        top = rect.top() + _PAD
        painter.drawText(left, top + metrics.ascent(), code)
        begins = left + QFontMetrics(bold).horizontalAdvance(code) + _PAD
        painter.setFont(font)
        name = metrics.elidedText(row.agency.name, Qt.TextElideMode.ElideRight, right - begins)
        painter.drawText(begins, top + metrics.ascent(), name)
        painter.setPen(self._state_colour(row))
        figures = f"{row.desks.allocated} of {row.desks.licensed} licensed · {row.state}"
        words = metrics.elidedText(figures, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(left, top + line + metrics.ascent(), words)
        painter.restore()

    def _key(self, number: int) -> str:
        return KEYS[number] if number < len(KEYS) else ""

    def _state_colour(self, row: AgencyRow) -> QColor:
        colours = self._theme.colours
        if row.desks.to_place < 0:
            return QColor(colours.error)
        return QColor(colours.warning if row.desks.to_place > 0 else colours.quiet)


def draw_swatch(painter: QPainter, box: QRectF, mark: Mark, theme: Theme) -> None:
    """A mark as on the plan: fill, hatch and code."""
    inks = Inks(dark=theme.is_dark)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrushOrigin(box.topLeft())
    painter.setPen(inks.outline(mark))
    painter.setBrush(inks.hatched(mark))
    painter.drawRoundedRect(box, 2, 2)
    if mark.label:
        font = QFont(painter.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        words = QFontMetrics(font).boundingRect(mark.label)
        ground = QRectF(0, 0, words.width() + 4, words.height())
        ground.moveCenter(box.center())
        painter.fillRect(ground, inks.fill(mark))
        painter.setPen(inks.text(mark))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.label)
    painter.restore()
