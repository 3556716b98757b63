"""How cells are drawn: digits of one width, a frame on the cell where the keys are, marks beside words."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.tables.cells import MARK_ROLE, NOTE_ROLE, OPENS_ROLE
from hubdesk.desktop.tables.kept_rows import Index
from hubdesk.exchange.plan.marks import Mark

PAD = 6


class CellPainting(QStyledItemDelegate):
    """Draws one cell after the other. Colours are those of the palette, and so follow the theme."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  Qt's name
        self.initStyleOption(option, index)
        metrics = option.fontMetrics
        beside = metrics.height() * 2 if index.data(MARK_ROLE) is not None else 0
        beside += metrics.height() if index.data(NOTE_ROLE) else 0
        width = metrics.horizontalAdvance(option.text) + 2 * PAD + 4 + beside
        return QSize(width, max(24, metrics.height() + 8))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  Qt's name
        super().initStyleOption(option, index)
        font = QFont(option.font)
        font.setFeature(QFont.Tag("tnum"), 1)
        option.font = font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        palette: QPalette = option.palette
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        style = QApplication.style()
        painter.save()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewRow, option, painter, option.widget)
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setFont(option.font)
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        mark, note = index.data(MARK_ROLE), index.data(NOTE_ROLE)
        if isinstance(mark, Mark):
            box.setLeft(self._swatch(painter, option, mark, box) + PAD)
        if note:
            box = self._note(painter, option, palette.color(ink), box)
        painter.setPen(palette.color(ink))
        words = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, option.displayAlignment, words)
        if index.data(OPENS_ROLE) and state & QStyle.StateFlag.State_MouseOver:
            self._underline(painter, option, box, words)
        if state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, option, chosen=chosen)
        painter.restore()

    @staticmethod
    def _swatch(painter: QPainter, option: QStyleOptionViewItem, mark: Mark, box: QRect) -> int:
        """The fill and hatch of an agency; the code is in the words. Where it ends."""
        palette: QPalette = option.palette
        inks = Inks(dark=palette.color(QPalette.ColorRole.Base).lightness() < 128)
        size = option.fontMetrics.ascent()
        swatch = QRectF(box.left(), box.center().y() - size / 2, size * 1.6, size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(swatch.topLeft())
        painter.setPen(inks.outline(mark))
        painter.setBrush(inks.hatched(mark))
        painter.drawRoundedRect(swatch, 2, 2)
        painter.restore()
        return round(swatch.right())

    @staticmethod
    def _note(painter: QPainter, option: QStyleOptionViewItem, ink: QColor, box: QRect) -> QRect:
        """An exclamation mark in a triangle, on the side away from the words. What is left of the box."""
        size = option.fontMetrics.ascent()
        right_bound = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        left = box.left() if right_bound else box.right() - size
        at = QRect(left, box.center().y() - size // 2, size, size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.2))
        painter.drawPolygon([at.bottomLeft(), at.bottomRight(), QPoint(at.center().x(), at.top())])
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.7)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(at.adjusted(0, size // 5, 0, 0), Qt.AlignmentFlag.AlignCenter, "!")
        painter.restore()
        return box.adjusted(size + PAD, 0, 0, 0) if right_bound else box.adjusted(0, 0, -size - PAD, 0)

    @staticmethod
    def _underline(painter: QPainter, option: QStyleOptionViewItem, box: QRect, words: str) -> None:
        metrics = option.fontMetrics
        width = metrics.horizontalAdvance(words)
        right_bound = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        left = box.right() - width if right_bound else box.left()
        line = box.center().y() + metrics.ascent() // 2 + 1
        painter.drawLine(left, line, left + width, line)

    @staticmethod
    def _frame(painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        """Two pixels around the cell where the keys are, seen on the selection too."""
        palette: QPalette = option.palette
        rect = option.rect
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
